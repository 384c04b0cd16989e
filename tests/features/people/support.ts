import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "~/db/client.server";
import { boroughs, neighbourhoods, organisations } from "~/db/tables/places";
import { auditEvents, messages } from "~/db/tables/platform";
import { createAccount } from "~/features/people/create-account.server";
import { giveRole } from "~/features/people/give-role.server";
import { findActor } from "~/features/people/read.server";
import type { Actor, Role } from "~/platform/actor";
import { asSystem, type Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { freshDatabase } from "../../support/fresh-database";

export const ORIGIN = "http://localhost:4250";
const SECRET = "only-for-tests-only-for-tests-only-for-tests";
const ADMIN_FOR_TESTS: Actor = {
  kind: "account",
  id: "00000000-0000-7000-8000-000000000001",
  name: "The test",
  grants: [{ role: "admin", scopeKind: "borough", scopeId: null }],
};

export type World = {
  store: Database;
  canalside: string;
  highdown: string;
  carers: string;
  /** A ctx for anyone, or for an actor, now or at another time. */
  ctx: (actor?: Actor, now?: Date) => Ctx;
  /** A new account with roles, and its actor. */
  person: (name: string, ...roles: (Role | [Role, string])[]) => Promise<Extract<Actor, { kind: "account" }>>;
};

/** A small borough with two neighbourhoods and one organisation. */
export async function smallWorld(): Promise<World> {
  const store = await freshDatabase();
  const [canalside, highdown, carers] = [newId(), newId(), newId()];
  await store.transact([], async (tx) => {
    await tx.insert(boroughs).values({
      id: newId(),
      name: "Larkmere",
      council: "Larkmere Council",
      programme: "Closer to Home Larkmere",
      tagline: "Better care, closer to home",
      gssCode: "X09000001",
      population: 236400,
      populationSource: "demo estimate",
      populationDay: "2025-06-30",
      contacts: {
        phone: "020 7946 0101",
        textNumber: "07700 900101",
        email: "hello@example.org",
        address: "1 Bell Yard, Larkmere",
        hours: "9 to 5",
        safeguardingAdults: "020 7946 0102",
        safeguardingChildren: "020 7946 0103",
      },
    });
    await tx
      .insert(neighbourhoods)
      .values([
        neighbourhood(canalside, "canalside", "Canalside", 1),
        neighbourhood(highdown, "highdown", "Highdown", 2),
      ]);
    await tx.insert(organisations).values({
      id: carers,
      slug: "carers",
      name: "Mosswell Carers Circle",
      shortName: "Carers Circle",
      kind: "vcfse",
      sector: "voluntary_community",
    });
  });

  const ctx = (actor: Actor = { kind: "anyone" }, now = new Date()): Ctx => ({
    store,
    db: store.db,
    actor,
    now,
    origin: ORIGIN,
    secret: SECRET,
  });

  async function person(name: string, ...roles: (Role | [Role, string])[]) {
    const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`;
    const made = await createAccount(ctx(ADMIN_FOR_TESTS), { name, email, invite: false });
    if (!made.ok) throw new Error(made.reason);
    for (const one of roles) {
      const [role, place] = typeof one === "string" ? [one, null] : one;
      const scopeKind = place === null ? "borough" : place === carers ? "organisation" : "neighbourhood";
      const given = await giveRole(ctx(ADMIN_FOR_TESTS), {
        accountId: made.id,
        role,
        scopeKind,
        scopeId: place,
      });
      if (!given.ok) throw new Error(given.reason);
    }
    const actor = await findActor(ctx(), made.id);
    if (actor?.kind !== "account") throw new Error("The person was not made.");
    return actor;
  }

  return { store, canalside, highdown, carers, ctx, person };
}

function neighbourhood(id: string, slug: string, name: string, position: number) {
  return {
    id,
    slug,
    name,
    externalCode: `X0500000${position}`,
    basis: "blended" as const,
    status: "live" as const,
    population: 50_000,
    populationSource: "demo estimate",
    populationDay: "2025-06-30",
    palette: "green" as const,
    seed: position,
    summary: name,
    description: name,
    happening: [],
    aliases: [],
    outline: [],
    position,
  };
}

/** The house itself. */
export const system = (world: World, now?: Date) => asSystem(world.ctx(undefined, now), "test");

/** Messages to an address, the newest first. */
export async function mailTo(world: World, email: string) {
  return world.store.db
    .select()
    .from(messages)
    .where(eq(messages.recipient, email))
    .orderBy(desc(messages.id));
}

/** The token and the code of the newest sign-in mail to an address. */
export async function wayIn(world: World, email: string): Promise<{ token: string; code: string }> {
  const [mail] = (await mailTo(world, email)).filter((one) => one.aboutKind === "sign_in");
  const token = /\/sign-in\/([\w-]{43})/.exec(mail?.text ?? "")?.[1];
  const code = /^ {4}(\w{4} \w{2})$/m.exec(mail?.text ?? "")?.[1];
  if (!token || !code) throw new Error(`No way in was sent to ${email}.`);
  return { token, code };
}

/** What was noted, in order. */
export async function acts(world: World, subjectId: string): Promise<string[]> {
  const rows = await world.store.db
    .select({ act: auditEvents.act })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(asc(auditEvents.id));
  return rows.map((row) => row.act);
}

/** A request that brings the cookie of a Set-Cookie line. */
export function requestWith(setCookie: string | null): Request {
  const headers = setCookie ? { cookie: setCookie.split(";")[0] ?? "" } : undefined;
  return new Request(`${ORIGIN}/account`, { headers });
}
