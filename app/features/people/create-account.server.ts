import { eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { tellInvited } from "./messages";
import type { Account } from "./read.server";
import { foldName } from "./record-participant.server";
import { foldEmail } from "./rules";

/** Somebody who is to sign in. The last four are for loading a demonstration. */
export type NewAccount = {
  name: string;
  email: string;
  /** False: they are told some other way. */
  invite?: boolean;
  slug?: string;
  blurb?: string | null;
  participantId?: string | null;
};

/** Why not; `accountId` is the account that has the address already. */
export type NotCreated = Refusal<"not_allowed" | "taken" | "left"> & { accountId?: string };

/**
 * Gives somebody an account without any role, and tells them by e-mail. Refuses an address that has an
 * account, or had one and left.
 */
export async function createAccount(
  ctx: Ctx,
  input: NewAccount,
): Promise<{ ok: true; id: string } | NotCreated> {
  const email = foldEmail(input.email);
  return write(ctx, { locks: ["accounts"] }, async (ctx) => {
    if (!may.createAccount(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const [same] = await ctx.db.select().from(accounts).where(eq(accounts.email, email));
    if (same) return { ...refusal(same), accountId: same.id };
    const account = {
      id: newId(),
      slug: input.slug ?? (await unusedSlug(ctx, input.name)),
      name: input.name,
      nameFolded: foldName(input.name),
      email,
      participantId: input.participantId ?? null,
      state: "active" as const,
      blurb: input.blurb ?? null,
      createdAt: ctx.now,
    };
    await ctx.db.insert(accounts).values(account);
    await audit(ctx, "people.account_created", { kind: "account", id: account.id });
    if (input.invite !== false) await tellInvited(ctx, account);
    return { ok: true, id: account.id };
  });
}

function refusal(same: Account): NotCreated {
  const message =
    same.state === "left"
      ? "Someone with this email address has left. Let them back in instead"
      : "Someone with this email address already has an account";
  return { ok: false, reason: same.state === "left" ? "left" : "taken", fields: { email: [message] } };
}

async function unusedSlug(ctx: Ctx, name: string): Promise<string> {
  return untaken(slugOf(name, "account"), async (slug) => {
    const [taken] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.slug, slug));
    return taken !== undefined;
  });
}
