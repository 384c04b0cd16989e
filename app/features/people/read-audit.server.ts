import { and, desc, eq, lt } from "drizzle-orm";
import { auditEvents } from "~/db/tables/platform";
import type { Ctx } from "~/platform/context.server";
import { namesOfAccounts } from "./read-accounts.server";
import type { AuditFilter } from "./schema";

/** One line of the record, with the names of the accounts it speaks of as they are today. */
export type AuditLine = typeof auditEvents.$inferSelect & {
  actorName: string | null;
  subjectName: string | null;
};

const PAGE = 50;

/** The record, newest first, narrowed by act, by what it was done to and by who did it; `more` is the id to go on before. */
export async function listAudit(
  ctx: Ctx,
  filter: AuditFilter,
): Promise<{ lines: AuditLine[]; more: string | null }> {
  const [kind = "", id = ""] = filter.subject?.split(":") ?? [];
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        filter.act ? eq(auditEvents.act, filter.act) : undefined,
        id ? and(eq(auditEvents.subjectKind, kind), eq(auditEvents.subjectId, id)) : undefined,
        filter.account ? eq(auditEvents.actorId, filter.account) : undefined,
        filter.before ? lt(auditEvents.id, filter.before) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const names = await namesOfAccounts(
    ctx,
    shown.flatMap((row) => [row.actorId ?? "", row.subjectId]),
  );
  return {
    lines: shown.map((row) => ({
      ...row,
      actorName: names[row.actorId ?? ""] ?? null,
      subjectName: row.subjectKind === "account" ? (names[row.subjectId] ?? null) : null,
    })),
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
