import { desc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "~/db/client.server";
import { auditEvents, auditSeals } from "~/db/tables/platform";
import { audit, sealAudit, verifyAudit } from "~/platform/audit.server";
import { asSystem, type Ctx, write } from "~/platform/context.server";
import { afterThisFile, makeDatabase } from "../support/engine";

let url: string;
let store: Database;

beforeEach(async () => {
  url = await makeDatabase();
  store = await open(url);
});

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url);
  afterThisFile(() => database.close());
  return database;
}

const ctxOn = (store: Database): Ctx =>
  asSystem(
    {
      store,
      db: store.db,
      actor: { kind: "anyone" },
      now: new Date(),
      origin: "http://localhost",
      secret: "s",
    },
    "test",
  );

async function note(store: Database, act: string, subject = "1"): Promise<void> {
  await write(ctxOn(store), { locks: [] }, async (ctx) => {
    await audit(ctx, act, { kind: "thing", id: subject }, { zebra: 1, apple: "two", null: null });
    return { ok: true };
  });
}

async function noteMany(store: Database, count: number): Promise<void> {
  await write(ctxOn(store), { locks: [] }, async (ctx) => {
    for (let n = 0; n < count; n += 1) await audit(ctx, `test.did_${n}`, { kind: "thing", id: String(n) });
    return { ok: true };
  });
}

/** Runs a statement as someone with the database's own password would. */
async function raw(store: Database, statement: ReturnType<typeof sql>): Promise<void> {
  await store.transact([], async (tx) => {
    const either = tx as unknown as Record<string, (s: typeof statement) => unknown>;
    await either[store.engine === "postgres" ? "execute" : "run"]?.(statement);
  });
}

async function dropGuards(store: Database): Promise<void> {
  if (store.engine === "postgres") {
    await raw(store, sql`drop trigger audit_events_append_only on audit_events`);
    await raw(store, sql`drop trigger audit_seals_append_only on audit_seals`);
    return;
  }
  for (const name of ["events_no_update", "events_no_delete", "seals_no_update", "seals_no_delete"]) {
    await raw(store, sql`drop trigger ${sql.identifier(`audit_${name}`)}`);
  }
}

async function refused(work: Promise<void>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return `${error} ${(error as { cause?: unknown }).cause ?? ""}`;
  }
  return "it was let through";
}

describe("the audit chain", () => {
  it("holds over what was written, and says how much is not sealed yet", async () => {
    await noteMany(store, 3);
    expect(await verifyAudit(store.db)).toMatchObject({ sealed: 0, unsealed: 3, trouble: null });
    expect(await sealAudit(ctxOn(store))).toBe(3);
    await note(store, "test.more");
    expect(await verifyAudit(store.db)).toMatchObject({ sealed: 3, unsealed: 1, trouble: null });
  });

  it("grows in several rounds and over more than one batch", async () => {
    await noteMany(store, 1203);
    let rounds = 0;
    while ((await sealAudit(ctxOn(store))) > 0) rounds += 1;
    expect(rounds).toBe(3);
    expect(await verifyAudit(store.db)).toMatchObject({ sealed: 1203, unsealed: 0, trouble: null });
  });

  it("leaves no row behind when the write it belongs to is undone", async () => {
    const failed = write(ctxOn(store), { locks: [] }, async (ctx) => {
      await audit(ctx, "test.undone", { kind: "thing", id: "1" });
      return { ok: false };
    });
    await failed;
    expect(await verifyAudit(store.db)).toMatchObject({ sealed: 0, unsealed: 0, trouble: null });
  });

  it("can't be changed or shortened through the database", async () => {
    await noteMany(store, 2);
    await sealAudit(ctxOn(store));
    for (const statement of [
      sql`update audit_events set act = 'test.other'`,
      sql`delete from audit_events`,
      sql`update audit_seals set hash = ''`,
      sql`delete from audit_seals`,
    ]) {
      expect(await refused(raw(store, statement))).toMatch(/append-only/);
    }
  });

  it("names the row of which one byte was changed by someone who took the guard away", async () => {
    await noteMany(store, 20);
    await sealAudit(ctxOn(store));
    await dropGuards(store);
    const rows = await store.db.select().from(auditEvents).orderBy(desc(auditEvents.id));
    const victim = rows[7];
    await raw(store, sql`update audit_events set act = 'test.did_1z' where id = ${victim?.id}`);
    const found = await verifyAudit(store.db);
    expect(found.trouble).toContain(victim?.id);
    expect(found.trouble).toContain("Seal 13 ");
  });

  it("sees a changed detail, actor, subject and moment alike", async () => {
    await noteMany(store, 4);
    await sealAudit(ctxOn(store));
    await dropGuards(store);
    const whole = await verifyAudit(store.db);
    expect(whole.trouble).toBeNull();
    const changes: [string, unknown, unknown][] = [
      ["actor_id", "someone else", "test"],
      ["subject_id", "99", "2"],
      ["actor_kind", "anyone", "system"],
    ];
    for (const [column, wrong, right] of changes) {
      const set = (value: unknown) =>
        raw(
          store,
          sql`update audit_events set ${sql.identifier(column)} = ${value} where act = 'test.did_2'`,
        );
      await set(wrong);
      expect((await verifyAudit(store.db)).trouble).toContain("Seal 3 ");
      await set(right);
    }
    await raw(store, sql`update audit_events set detail = '{"n":1}' where act = 'test.did_2'`);
    expect((await verifyAudit(store.db)).trouble).toContain("Seal 3 ");
  });

  it("sees that its end was cut off, wherever and however much", async () => {
    for (const left of [5, 0]) {
      const database = await open(await makeDatabase());
      await noteMany(database, 8);
      await sealAudit(ctxOn(database));
      await dropGuards(database);
      await raw(
        database,
        sql`create temporary table gone as select event_id from audit_seals where position > ${sql.raw(String(left))}`,
      );
      await raw(database, sql`delete from audit_seals where position > ${left}`);
      await raw(database, sql`delete from audit_events where id in (select event_id from gone)`);
      await raw(database, sql`drop table gone`);
      const found = await verifyAudit(database.db);
      expect(found.trouble).toBe(`The chain ends at ${left}, but went on to 8.`);
    }
  });

  it("sees an event that was taken out of the middle together with its seal", async () => {
    await noteMany(store, 8);
    await sealAudit(ctxOn(store));
    await dropGuards(store);
    const [third] = await store.db.select().from(auditSeals).orderBy(auditSeals.position).offset(2).limit(1);
    await raw(store, sql`delete from audit_seals where position = 3`);
    await raw(store, sql`delete from audit_events where id = ${third?.eventId}`);
    expect((await verifyAudit(store.db)).trouble).toContain("Seal 4 ");
  });

  it("sees an event that was slipped in without a seal", async () => {
    await noteMany(store, 3);
    await sealAudit(ctxOn(store));
    await store.transact([], (tx) =>
      tx.insert(auditEvents).values({
        id: "00000000-0000-7000-8000-00000000beef",
        at: new Date(),
        actorKind: "anyone",
        act: "test.slipped_in",
        subjectKind: "thing",
        subjectId: "1",
        detail: {},
      }),
    );
    expect((await verifyAudit(store.db)).trouble).toBe("Events without a seal that were never waiting: 1.");
  });

  it("finds out a chain that was written anew, with the help of a head kept elsewhere", async () => {
    await noteMany(store, 5);
    await sealAudit(ctxOn(store));
    const { head } = await verifyAudit(store.db);
    await note(store, "test.later");
    await sealAudit(ctxOn(store));
    expect((await verifyAudit(store.db, head)).trouble).toBeNull();
    const forged = await open(await makeDatabase());
    await noteMany(forged, 6);
    await sealAudit(ctxOn(forged));
    expect((await verifyAudit(forged.db)).trouble).toBeNull();
    expect((await verifyAudit(forged.db, head)).trouble).toBe(
      "Seal 5 is not the one that was noted at the time.",
    );
  });

  it("says nothing is wrong while the site goes on writing and sealing", async () => {
    await noteMany(store, 600);
    await sealAudit(ctxOn(store));
    const checks = Array.from({ length: 6 }, () => verifyAudit(store.db));
    const work = Array.from({ length: 20 }, async (_, n) => {
      await note(store, "test.meanwhile", String(n));
      await sealAudit(ctxOn(store));
    });
    const found = await Promise.all(checks);
    await Promise.all(work);
    expect(found.map((one) => one.trouble)).toEqual([null, null, null, null, null, null]);
  });

  it("stays one chain when two processes seal while both write", async () => {
    const other = await open(url);
    const writers = [store, other].flatMap((one) =>
      Array.from({ length: 40 }, (_, n) => note(one, "test.both", String(n))),
    );
    const sealers = [store, other].flatMap((one) => Array.from({ length: 12 }, () => sealAudit(ctxOn(one))));
    await Promise.all([...writers, ...sealers]);
    while ((await sealAudit(ctxOn(store))) > 0);
    expect(await verifyAudit(other.db)).toMatchObject({ sealed: 80, unsealed: 0, trouble: null });
  });
});
