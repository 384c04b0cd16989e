import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { registrations } from "~/db/tables/events";
import { eventExports } from "~/db/tables/events-exports";
import { auditEvents } from "~/db/tables/platform";
import { COLUMN_CODES, columnsFor, usualColumns } from "~/features/events/attenders";
import { exportAttenders } from "~/features/events/export-attenders.server";
import { prepareExport } from "~/features/events/prepare-export.server";
import type { EventRow } from "~/features/events/read.server";
import { LARGEST_WORKBOOK } from "~/features/events/rules";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  HIGHDOWN,
  later,
} from "../../support/factories";
import { unzip } from "../../support/unzip";

let house: Ctx;
let helen: Ctx;
let event: EventRow;
const REASON = "The caterer has to know by Friday";

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  helen = asStaff(house);
  event = await anEvent(house, { capacity: "3" });
  await aRegistration(house, event, {
    name: '=HYPERLINK("https://example.org")',
    needs: ["large_print", "quiet_space"],
    needsDetail: '+44 chair, "with arms"\nby the door',
    contact: "phone",
    phone: "+44 7700 900123",
    neighbourhood: "canalside",
  });
  await aRegistration(house, event, {
    name: "Siobhán O’Kell",
    helperName: "Sam",
    helperContact: "sam@example.org",
  });
  await aRegistration(house, event, { name: "نور الهدى" });
  await aRegistration(house, event, { name: "@waiting" });
});

/** Asks for a file and fetches it, as its page does. */
async function getFile(ctx: Ctx, asked: Parameters<typeof prepareExport>[1]) {
  const prepared = await prepareExport(ctx, asked);
  if (!prepared.ok) return prepared;
  const made = await exportAttenders(ctx, { slug: asked.slug, id: prepared.id });
  return made ? { ok: true as const, ...made } : expect.fail("the file is not there");
}

const all = [...COLUMN_CODES];
async function csv(ctx: Ctx, columns: readonly string[], reason = "") {
  const made = await getFile(ctx, { slug: event.slug, typed: { columns, format: "csv", reason } });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return (await buffer(made.body)).toString("utf8");
}

describe("as CSV", () => {
  test("begins with the mark that Excel reads, has every booking in order, and no cell is a formula", async () => {
    const file = await csv(helen, all, REASON);
    expect(file.startsWith("\ufeffReference,Name,State")).toBe(true);
    expect(file).toContain("Siobhán O’Kell");
    expect(file).toContain("نور الهدى");
    expect(file).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    expect(file).toContain("'@waiting");
    expect(file).toContain(`"'+44 chair, ""with arms""\nby the door"`);
    expect(file).toContain("'+44 7700 900123");
    expect(file.indexOf("Siobhán")).toBeLessThan(file.indexOf("@waiting"));
    expect(file.trimEnd().split("\r\n")).toHaveLength(5);
    expect(file).toContain("Large print papers, A quiet space");
    expect(file).toContain("Canalside");
  });

  test("what is usual holds neither contacts nor what people need", async () => {
    const file = await csv(helen, usualColumns(columnsFor(helen.actor, event)));
    for (const secret of ["7700", "example.org", "Large print", "Sam", "by the door"]) {
      expect(file.replace(/HYPERLINK.*/, "")).not.toContain(secret);
    }
  });
});

test("as a workbook, words are words and numbers are numbers", async () => {
  const typed = { columns: ["name", "people", "needs"], format: "xlsx", reason: REASON };
  const made = await getFile(helen, { slug: event.slug, typed });
  if (!made.ok) throw new Error(made.reason);
  expect(made.name).toMatch(/^tea-by-the-canal.*-2026-06-01\.xlsx$/);
  const files = unzip(await buffer(made.body));
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).not.toMatch(/<f[ >]/);
  const words = sheet + (files.get("xl/sharedStrings.xml") ?? "");
  expect(words).toContain("=HYPERLINK(");
  expect(words).toContain("Siobhán O’Kell");
  expect(sheet).toMatch(/<c [^>]*r="B2"[^>]*><v>1<\/v>/);
});

test("a workbook has a limit, said in a sentence that names the other way", async () => {
  const large = await anEvent(house, { title: "A very large hall", capacity: "10" });
  const first = await aRegistration(house, large);
  await house.store.transact(["many"], async (tx) => {
    for (let n = 0; n < LARGEST_WORKBOOK; n += 500) {
      const rows = Array.from({ length: 500 }, (_, i) => ({
        ...first,
        id: newId(),
        reference: `L${n + i}`,
        submission: null,
        queueNumber: 10 + n + i,
      }));
      for (let i = 0; i < rows.length; i += 100)
        await tx.insert(registrations).values(rows.slice(i, i + 100));
    }
  });
  const asked = { columns: ["reference"], reason: "" };
  expect(await getFile(helen, { slug: large.slug, typed: { ...asked, format: "xlsx" } })).toMatchObject({
    reason: "invalid",
    fields: { format: [expect.stringContaining("Choose CSV")] },
  });
  const made = await getFile(helen, { slug: large.slug, typed: { ...asked, format: "csv" } });
  if (!made.ok) throw new Error(made.reason);
  expect((await text(made.body)).trimEnd().split("\r\n")).toHaveLength(LARGEST_WORKBOOK + 2);
}, 60_000);

describe("who may take what", () => {
  test("people who count get nothing that names or reaches anybody", async () => {
    const analyst = asStaff(house, "analyst");
    const columns = columnsFor(analyst.actor, event);
    expect(columns).toEqual([
      "state",
      "ended",
      "people",
      "supporters",
      "places",
      "booked",
      "booked_by",
      "here_as",
      "neighbourhood",
    ]);
    for (const column of all.filter((code) => !columns.includes(code))) {
      const typed = { columns: ["state", column], format: "csv", reason: REASON };
      expect(await getFile(analyst, { slug: event.slug, typed })).toMatchObject({
        reason: "missing",
      });
    }
    expect(await csv(analyst, columns)).not.toContain("Siobhán");
  });

  test("a team member has contacts and not needs; nobody else has anything", async () => {
    const columns = columnsFor(asStaff(house, "team_member").actor, event);
    expect(columns).toContain("contact");
    expect(columns).not.toContain("needs");
    const typed = { columns: ["state"], format: "csv" };
    const strangers = [asAnyone(house), asStaff(house, "team_member", HIGHDOWN), asStaff(house, "moderator")];
    for (const ctx of strangers) {
      expect(await getFile(ctx, { slug: event.slug, typed })).toMatchObject({ reason: "missing" });
    }
  });

  test("what people need goes out with a reason only, and it is written down who took it and why", async () => {
    const typed = { columns: ["name", "needs"], format: "csv", reason: "because" };
    expect(await getFile(helen, { slug: event.slug, typed })).toMatchObject({
      reason: "invalid",
      fields: { reason: [expect.stringContaining("Say why")] },
    });
    const before = await house.db.select().from(eventExports);
    await csv(helen, ["name", "needs"], REASON);
    await csv(helen, ["name"], REASON);
    const log = (await house.db.select().from(eventExports)).slice(before.length);
    expect(log).toMatchObject([
      { columns: ["name", "needs"], reason: REASON, bookings: 4, format: "csv" },
      { columns: ["name"], reason: null },
    ]);
    const trail = await house.db.select().from(auditEvents).where(eq(auditEvents.act, "events.exported"));
    expect(trail.at(-2)?.detail).toMatchObject({ columns: "name needs", sensitive: true });
    expect(JSON.stringify(trail)).not.toContain("caterer");
  });

  test("a file is for who asked for it, and for a quarter of an hour", async () => {
    const prepared = await prepareExport(helen, {
      slug: event.slug,
      typed: { columns: ["name"], format: "csv" },
    });
    if (!prepared.ok) throw new Error(prepared.reason);
    const asked = { slug: event.slug, id: prepared.id };
    const other = { ...helen.actor, id: "018f0000-0000-7000-8000-000000000002" } as typeof helen.actor;
    expect(await exportAttenders({ ...helen, actor: other }, asked)).toBeNull();
    expect(await exportAttenders(asStaff(house, "analyst"), asked)).toBeNull();
    expect(await exportAttenders(asAnyone(house), asked)).toBeNull();
    expect(await exportAttenders(later(helen, 0.5), asked)).toBeNull();
    const made = await exportAttenders(later(helen, 0.2), asked);
    expect(await buffer(made?.body ?? Readable.from([]))).not.toHaveLength(0);
  });
});
