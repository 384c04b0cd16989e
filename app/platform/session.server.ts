import { randomBytes } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Db } from "~/db/client.server";
import { Unavailable } from "~/db/errors.server";
import { accounts } from "~/db/tables/people";
import { sessions } from "~/db/tables/platform";
import { type Ctx, write } from "./context.server";
import { cookieIn, cookieLine } from "./cookies.server";
import { ctxFor } from "./house.server";
import { retention } from "./retention";
import { hashed } from "./secret-links.server";

/** Name of the session cookie, before any prefix. */
export const SESSION_COOKIE = "rh_session";

const DAY_MS = 86_400_000;
const TOKEN = /^[\w-]{43}$/;

/** A signed-in browser. `id` is the hash that is kept, never the cookie's token. */
export type SignedIn = { id: string; userId: string; secondFactorAt: Date | null };

/** How a session begins. `browser` is what it calls itself. */
export type Beginning = { browser: string; isStaff: boolean; secondFactor: boolean };

type Statements = ConstructorParameters<typeof DrizzlePostgreSQLAdapter>[0];
type Tables = ConstructorParameters<typeof DrizzlePostgreSQLAdapter>;
type Attributes = Pick<typeof sessions.$inferSelect, "createdAt" | "endsAt" | "secondFactorAt" | "browser">;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

/**
 * Lucia's adapter sends bare statements; here they go through the one way to write. The PostgreSQL
 * adapter serves both engines, because it is the one that hands on dates as dates.
 */
function statementsOf(ctx: Ctx, run: (change: Promise<unknown>) => Promise<unknown>): Statements {
  const change = (work: (db: Db) => PromiseLike<unknown>) =>
    run(
      write(ctx, { locks: [] }, async (ctx) => {
        await work(ctx.db);
        return { ok: true };
      }),
    );
  const statements = {
    select: (columns: never) => ctx.db.select(columns),
    insert: (table: never) => ({ values: (row: never) => change((db) => db.insert(table).values(row)) }),
    update: (table: never) => ({
      set: (to: never) => ({
        where: (which: never) => change((db) => db.update(table).set(to).where(which)),
      }),
    }),
    delete: (table: never) => ({ where: (which: never) => change((db) => db.delete(table).where(which)) }),
  };
  return statements as unknown as Statements;
}

const always = (change: Promise<unknown>) => change;

/** While nothing can be written, pages can still be read: renewing a session is put off. */
async function whenPossible(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
}

function luciaFor(ctx: Ctx, lifetime: TimeSpan, run = always): Lucia<Attributes> {
  const adapter = new DrizzlePostgreSQLAdapter(
    statementsOf(ctx, run),
    sessions as unknown as Tables[1],
    accounts as unknown as Tables[2],
  );
  return new Lucia(adapter, {
    sessionExpiresIn: lifetime,
    getSessionAttributes: ({ createdAt, endsAt, secondFactorAt, browser }) => ({
      createdAt,
      endsAt,
      secondFactorAt,
      browser,
    }),
  });
}

const IDLE = new TimeSpan(retention.sessionIdleHours, "h");
const RESIDENT = new TimeSpan(retention.residentSessionDays, "d");

/**
 * Signs a browser in under a new token and returns the Set-Cookie line. Staff are signed out after 7 days
 * and after 12 hours without use at the latest, others after 30 days.
 */
export async function startSession(ctx: Ctx, accountId: string, beginning: Beginning): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const days = beginning.isStaff ? retention.sessionDays : retention.residentSessionDays;
  const attributes = {
    createdAt: ctx.now,
    endsAt: new Date(ctx.now.getTime() + days * DAY_MS),
    secondFactorAt: beginning.secondFactor ? ctx.now : null,
    browser: beginning.browser,
  };
  const lucia = luciaFor(ctx, beginning.isStaff ? IDLE : RESIDENT);
  await lucia.createSession(accountId, attributes, { sessionId: hashed(token) });
  return cookieLine(ctx.origin, SESSION_COOKIE, token, (days * DAY_MS) / 1000);
}

/** The live session of a request's cookie, or null. Asks the database nothing when there is no cookie. */
export async function sessionOf(request: Request): Promise<SignedIn | null> {
  if (!request.headers.has("cookie")) return null;
  const ctx = ctxFor({ kind: "anyone" });
  const token = cookieIn(request, ctx.origin, SESSION_COOKIE);
  if (!TOKEN.test(token)) return null;
  const { session } = await luciaFor(ctx, IDLE, whenPossible).validateSession(hashed(token));
  if (!session || session.endsAt <= ctx.now) return null;
  return { id: session.id, userId: session.userId, secondFactorAt: session.secondFactorAt };
}

/** Notes that the second factor was given, under a new token: the old one opens nothing any more. */
export async function markSecondFactor(ctx: Ctx, session: SignedIn): Promise<string> {
  const [old] = await ctx.db.select().from(sessions).where(eq(sessions.id, session.id));
  await luciaFor(ctx, IDLE).invalidateSession(session.id);
  return startSession(ctx, session.userId, {
    browser: old?.browser ?? "",
    isStaff: true,
    secondFactor: true,
  });
}

/** Signs one browser out and returns the Set-Cookie line that takes its cookie away. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<string> {
  await luciaFor(ctx, IDLE).invalidateSession(sessionId);
  return cookieLine(ctx.origin, SESSION_COOKIE, "", 0);
}

/** Signs an account out everywhere, or everywhere else when one session is to stay. */
export async function endAllSessions(ctx: Ctx, accountId: string, exceptId?: string): Promise<void> {
  if (!exceptId) return luciaFor(ctx, IDLE).invalidateUserSessions(accountId);
  await write(ctx, { locks: [] }, async (ctx) => {
    await ctx.db.delete(sessions).where(and(eq(sessions.userId, accountId), ne(sessions.id, exceptId)));
    return { ok: true };
  });
}

/** Browsers that an account is signed in with now, the newest first. */
export async function listSessions(ctx: Ctx, accountId: string) {
  return ctx.db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      createdAt: sessions.createdAt,
      secondFactorAt: sessions.secondFactorAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, accountId), gt(sessions.expiresAt, ctx.now), gt(sessions.endsAt, ctx.now)))
    .orderBy(desc(sessions.createdAt));
}

/** Takes away the rows of sessions that are over. */
export async function forgetOldSessions(ctx: Ctx): Promise<void> {
  await luciaFor(ctx, IDLE).deleteExpiredSessions();
}
