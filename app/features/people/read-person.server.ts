import type { Ctx } from "~/platform/context.server";
import { NotFound } from "~/platform/errors";
import { dayAndClock, plainDay } from "~/platform/london";
import { listSessions } from "~/platform/session.server";
import { may } from "./may";
import { getAccount } from "./read.server";
import { listSuccessors } from "./read-accounts.server";
import { listGrantsInWords, listHeldAtLeaving } from "./read-grants.server";

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Everything that the staff page of one account shows; null when there is none. */
export async function findPerson(ctx: Ctx, id: string) {
  if (!isId(id) || !may.seeAccounts(ctx.actor)) return null;
  const account = await getAccount(ctx, id).catch(nullIfMissing);
  if (!account) return null;
  const hasLeft = account.state === "left";
  const browsers = await listSessions(ctx, id);
  return {
    id,
    name: account.name,
    email: account.email,
    leftOn: account.leftOn ? plainDay(new Date(`${account.leftOn}T12:00:00Z`)) : null,
    addedOn: plainDay(account.createdAt),
    lastSignIn: account.lastSignInAt ? dayAndClock(account.lastSignInAt) : "Never",
    secondFactor: account.totpConfirmedAt ? `Set up on ${plainDay(account.totpConfirmedAt)}` : "Not set up",
    browsers: browsers.length,
    grants: await listGrantsInWords(ctx, id),
    atLeaving: hasLeft ? await listHeldAtLeaving(ctx, account) : [],
    successors: hasLeft ? await listSuccessors(ctx) : [],
  };
}

/** What the staff page of one account shows. */
export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

function nullIfMissing(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
