import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { schedule } from "~/platform/jobs.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { listComingAddresses, listComingByAddress } from "./read-registrations.server";
import { fieldsOf } from "./register.server";
import { linksForm } from "./schema";

const PER_ADDRESS: Limit = { name: "resend-links", most: 10, minutes: 60 };
const PER_EMAIL: Limit = { name: "resend-links-to", most: 3, minutes: 60 };

/** What stands for an e-mail address in the list of jobs, which keeps no addresses. */
const markOf = (ctx: Ctx, email: string) => keyed(ctx.secret, "resend-links", email.toLowerCase());

/**
 * Someone has lost the links to their places. Says the same and does the same whether the address is
 * known or not: it only asks for a job, which looks the address up. `limitBy` is the visitor's address,
 * null where limits do not apply. Over the limit of one e-mail address nothing is sent and nothing is said.
 */
export async function resendLinks(
  ctx: Ctx,
  { typed, limitBy }: { typed: unknown; limitBy: string | null },
): Promise<{ ok: true } | Refusal<"invalid" | "too_many">> {
  const parsed = linksForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { email } = parsed.data;
  return write(ctx, { locks: ["resend-links"] }, async (ctx) => {
    if (!may.askForLinks(ctx.actor)) return { ok: false, reason: "too_many" };
    if (limitBy && !(await withinLimit(ctx, PER_ADDRESS, limitBy))) return { ok: false, reason: "too_many" };
    const mark = markOf(ctx, email);
    const sends = !limitBy || (await withinLimit(ctx, PER_EMAIL, mark));
    if (sends) await schedule(ctx, { name: "events.resend-links", subject: mark, dueAt: ctx.now });
    await audit(ctx, "events.asked_for_links", { kind: "links", id: "by_email" });
    return { ok: true };
  });
}

/**
 * The job behind it: mails the links of the address that the mark stands for, one message for each
 * active registration at an event to come. Returns how many. Refuses everyone but the house.
 */
export async function resendNow(ctx: Ctx, { mark }: { mark: string }): Promise<{ ok: true; sent: number }> {
  if (!may.settle(ctx.actor)) throw new Error("Only the house itself mails links.");
  const address = (await listComingAddresses(ctx)).find((one) => markOf(ctx, one) === mark);
  if (!address) return { ok: true, sent: 0 };
  return write(ctx, { locks: ["resend-links"] }, async (ctx) => {
    const parties = await listComingByAddress(ctx, address);
    for (const party of parties) await tellPerson(ctx, party, "link_again");
    await audit(ctx, "events.resent_links", { kind: "links", id: "by_email" }, { sent: parties.length });
    return { ok: true, sent: parties.length };
  });
}
