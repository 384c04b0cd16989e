import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "~/db/client.server";
import { isPostgres } from "~/db/columns";
import { boroughs, communicationNeeds, participants, searchEntries } from "~/db/schema";
import { findByWords, putSearchEntry } from "~/db/search.server";
import { ourTables } from "~/platform/backup-check.server";
import { inForeignKeyOrder, moveToPostgres } from "~/platform/backup-move.server";
import { makeDatabase } from "../support/engine";

const AT = Date.UTC(2027, 2, 28, 0, 30, 15, 123);
let file: string;
let to: string;

const insert = (table: string, row: Record<string, unknown>) => {
  const connection = new Sqlite(file);
  const names = Object.keys(row);
  const marks = names.map(() => "?").join(", ");
  connection
    .prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${marks})`)
    .run(...Object.values(row));
  connection.close();
};

beforeEach(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-move-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = path.join(folder, "old.db");
  const old = await openDatabase(`file:${file}`);
  await old.migrate();
  await old.close();
  const person = { kind: "carer", preferred_contact: "none", locale: "so", created_at: AT };
  insert("participants", { id: "p1", name: "Łucja Ågren", name_folded: "lucja agren", ...person });
  const need = { id: "n1", participant_id: "p1", need: "large_print", source: "self", at: AT, asked: 1 };
  insert("communication_needs", need);
  const source = { population_source: "made up", population_day: "2027-01-01", tagline: "", gss_code: "E0" };
  const words = { name: "L", council: "L", programme: "L", ...source };
  insert("boroughs", { id: "b1", population: 2 ** 40, contacts: '{"phone":"020 7946 0000"}', ...words });
  const found = { kind: "event", title: "Tea", summary: "", path: "/", heading: "tea", words: "tea", at: AT };
  insert("search_entries", { key: 41, subject_id: "e1", ...found });
  to = await makeDatabase();
});

describe("moving from SQLite to PostgreSQL", () => {
  if (isPostgres) onPostgres();
  else onSqlite();
});

function onPostgres() {
  it("brings every row along in PostgreSQL's own types, and goes on from there", async () => {
    const moved = await moveToPostgres(file, to);
    expect(moved).toMatchObject({
      participants: 1,
      communication_needs: 1,
      boroughs: 1,
      search_entries: 1,
      events: 0,
    });
    const database = await openDatabase(to);
    onTestFinished(() => database.close());
    const [person] = await database.db.select().from(participants);
    expect(person).toMatchObject({ name: "Łucja Ågren", createdAt: new Date(AT), email: null });
    const [need] = await database.db.select().from(communicationNeeds);
    expect(need).toMatchObject({ asked: true, at: new Date(AT) });
    const [borough] = await database.db.select().from(boroughs);
    expect(borough).toMatchObject({ population: 2 ** 40, contacts: { phone: "020 7946 0000" } });
    expect(await findByWords(database.db, "teas")).toHaveLength(1);
    const entry = {
      kind: "event",
      subjectId: "e2",
      title: "Cake",
      summary: "",
      path: "/",
      text: "",
      at: new Date(),
    };
    await database.transact([], (tx) => putSearchEntry(tx, entry));
    const keys = await database.db
      .select({ key: searchEntries.key })
      .from(searchEntries)
      .orderBy(searchEntries.key);
    expect(keys.map(({ key }) => key)).toEqual([41, 42]);
  });

  it("moves all or nothing, and does not repeat what was in the row", async () => {
    insert("consents", {
      id: "c0",
      participant_id: "p1",
      purpose: "photo",
      wording: "secret words",
      given: 1,
      channel: "w",
      at: AT,
    });
    insert("consents", {
      id: "c1",
      participant_id: "p1",
      purpose: "photo",
      wording: "a\0b",
      given: 1,
      channel: "w",
      at: AT,
    });
    const failing = moveToPostgres(file, to);
    await expect(failing).rejects.toThrow("consents could not be copied (22021); nothing was moved.");
    const database = await openDatabase(to);
    onTestFinished(() => database.close());
    expect(await database.db.select().from(participants)).toEqual([]);
  });

  it("refuses a target that holds rows, a file in use, and one that is not there", async () => {
    await moveToPostgres(file, to);
    await expect(moveToPostgres(file, to)).rejects.toThrow("not empty: participants holds rows");
    const user = new Sqlite(file);
    user.prepare("SELECT 1 FROM facts").all();
    await expect(moveToPostgres(file, to)).rejects.toThrow("still running");
    user.close();
    await expect(moveToPostgres(`${file}.gone`, to)).rejects.toThrow("There is no database");
  });

  it("refuses a file from before this version", async () => {
    const connection = new Sqlite(file);
    connection.exec("ALTER TABLE boroughs DROP COLUMN tagline");
    connection.close();
    await expect(moveToPostgres(file, to)).rejects.toThrow("older than this version");
  });

  it("puts every table after those that it points to", () => {
    const names = inForeignKeyOrder(ourTables).map(getTableName);
    expect(new Set(names).size).toBe(ourTables.length);
    for (const [first, then] of [
      ["neighbourhoods", "venues"],
      ["participants", "consents"],
      ["audit_events", "audit_seals"],
    ] as const) {
      expect(names.indexOf(first)).toBeLessThan(names.indexOf(then));
    }
  });
}

function onSqlite() {
  it("is refused by a process that was started for SQLite", async () => {
    await expect(moveToPostgres(file, "file:other.db")).rejects.toThrow("postgres://");
  });
}
