import { createHash } from "node:crypto";
import { figureEditions } from "~/db/tables/figures";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { seal } from "~/platform/sealed.server";
import type { FigureInput, FigureSubject } from "./compose";
import { composeFigures, type FiguresSeen, findFigures, sealedFor } from "./read.server";
import { ORDINARY } from "./rules";

/** The key that a write which publishes figures has to lock, beside its own. */
export const figuresLock = ({ kind, id }: FigureSubject) => `figures:${kind}:${id}`;

/** The edition that stands now. `held`: figures have changed, but telling so would tell what a few people said. */
export type PublishedFigures = { ok: true; figures: FiguresSeen | null; outcome: "new" | "same" | "held" };

/**
 * Publishes figures about people as the next edition, or leaves the newest one where the difference would
 * tell too much. The same input gives the same numbers. system only: rooms call this from a write of their
 * own, which asks their `may` and locks `figuresLock(subject)`.
 */
export async function publishFigures(ctx: Ctx, input: FigureInput): Promise<PublishedFigures> {
  const { subject, title, definition, asAt, terms = ORDINARY } = input;
  return write(ctx, { locks: [figuresLock(subject)] }, async (ctx): Promise<PublishedFigures> => {
    const composed = await composeFigures(ctx, input);
    const newest = await findFigures(ctx, subject);
    if (composed.kind !== "new") return { ok: true, figures: newest, outcome: composed.kind };
    const number = (newest?.number ?? 0) + 1;
    const { tables, withheld } = composed.gated;
    const id = newId();
    await ctx.db.insert(figureEditions).values({
      id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      number,
      title,
      definition,
      ...terms,
      tables: [...tables],
      withheld: [...withheld],
      sealedCounts: seal(ctx.secret, sealedFor(subject), JSON.stringify(composed.counts)),
      hash: hashOf([title, definition, terms, tables, withheld, asAt.toISOString()]),
      asAt,
      publishedAt: ctx.now,
    });
    await audit(ctx, "figures.published", { kind: subject.kind, id: subject.id }, { edition: number });
    return { ok: true, figures: await findFigures(ctx, subject), outcome: "new" };
  });
}

const hashOf = (content: unknown) =>
  createHash("sha256").update(JSON.stringify(content, inOrder)).digest("hex");

/** The names in an object in alphabetical order: databases keep them in orders of their own. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
