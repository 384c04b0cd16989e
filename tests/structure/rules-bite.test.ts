import { describe, expect, it } from "vitest";
import { builtCss } from "./checks/built-css";
import { contentPages } from "./checks/content-pages";
import { docComments } from "./checks/doc-comments";
import { docLinks } from "./checks/doc-links";
import { gated } from "./checks/gated";
import { locales } from "./checks/locales";
import { markup } from "./checks/markup";
import { reads } from "./checks/reads";
import { routeBudget } from "./checks/route-budget";
import { siteMap } from "./checks/site-map";
import type { Check } from "./checks/source";
import { strings } from "./checks/strings";
import { tables } from "./checks/tables";
import { verbs } from "./checks/verbs";
import { versions } from "./checks/versions";
import { vocabulary } from "./checks/vocabulary";
import { words } from "./checks/words";
import { plant } from "./fixture";

/** A house in which every rule is kept; each test below breaks one thing in it. */
const goodHouse: Readonly<Record<string, string>> = {
  "app/routes.ts": 'export default [{ path: "events/:slug", file: "routes/events/show.tsx" }];',
  "app/routes/guards.server.ts": "/** For everyone. */\nexport async function anyone() {}",
  "app/routes/events/show.tsx": [
    'import { anyone } from "~/routes/guards.server";',
    "export const meta = () => [{ title: 'Event' }];",
    "export async function loader(args) { const ctx = await anyone(args, {}); return ctx; }",
    "export async function action(args) { const ctx = await anyone(args); return ctx; }",
    "export default function Show() { return <p className='rh-note'>{t('events.left', { count })}</p>; }",
    "export function ErrorBoundary() { return null; }",
  ].join("\n"),
  "app/db/tables/events.ts": '/** Meetings. */\nexport const events = table("events", {});',
  "app/db/tables/platform.ts": '/** Acts. */\nexport const auditEvents = table("audit_events", {});',
  "app/platform/audit.server.ts": [
    'import { auditEvents } from "~/db/tables/platform";',
    "/** Notes an act. */",
    "export async function audit(ctx) { await ctx.db.insert(auditEvents).values({}); }",
  ].join("\n"),
  "app/features/events/README.md": "# Events\n",
  "app/features/events/rules.ts": "export const MOST = 9;",
  "app/features/events/read.server.ts": [
    'import { events } from "~/db/tables/events";',
    "/** One event; throws when it is missing. */",
    "export async function getEvent(ctx) { return ctx.db.select().from(events); }",
  ].join("\n"),
  "app/features/events/EventCard.tsx":
    "/** One event in a list. */\nexport function EventCard() { return <p>Event</p>; }",
  "app/features/events/resize.server.ts": [
    'import { events } from "~/db/tables/events";',
    "/** Changes how many places an event has. */",
    "export async function resizeEvent(ctx, input) {",
    "  return write(ctx, { locks: [] }, async (ctx) => {",
    "    const rows = await ctx.db.select().from(events);",
    "    if (!may.resize(ctx.actor, rows)) return { ok: false, reason: 'no' };",
    "    await ctx.db.update(events).set(input);",
    "    await audit(ctx, 'events.resized', { kind: 'event', id: '1' });",
    "    return { ok: true };",
    "  });",
    "}",
  ].join("\n"),
  "content/locales/en.json":
    '{ "_status": "checked by a person", "events": { "left_one": "{{count}} place", "left_other": "{{count}} places" } }',
  ...Object.fromEntries(
    ["pt", "es", "so"].map((code) => [
      `content/locales/${code}.json`,
      JSON.stringify({
        _status: "machine draft",
        events: Object.fromEntries(["one", "other"].map((form) => [`left_${form}`, "{{count}} x"])),
      }),
    ]),
  ),
  "content/locales/pl.json": JSON.stringify({
    _status: "machine draft",
    events: {
      left_one: "{{count}} a",
      left_few: "{{count}} b",
      left_many: "{{count}} c",
    },
  }),
  "content/locales/ar.json": JSON.stringify({
    _status: "machine draft",
    events: {
      left_zero: "a",
      left_one: "b",
      left_two: "c",
      left_few: "{{count}} d",
      left_many: "{{count}} e",
      left_other: "{{count}} f",
    },
  }),
  "content/pages/help.md":
    '---\ntitle: Help\nsummary: How.\nupdated: "2026-11-21"\n---\n\nRing {{borough.phone}} or see [tea](/events/tea?x=1#y).\n',
  "build/client/assets/app.css": ".rh-note{color:#123}",
  "package-lock.json": JSON.stringify({ packages: { "node_modules/marked": { version: "18.2.1" } } }),
};

const everyCheck: readonly Check[] = [
  siteMap,
  routeBudget,
  vocabulary,
  verbs,
  tables,
  reads,
  contentPages,
  docComments,
  docLinks,
  markup,
  versions,
  builtCss,
  words,
  locales,
  strings,
  gated,
];

const resize = goodHouse["app/features/events/resize.server.ts"] ?? "";
const help = goodHouse["content/pages/help.md"] ?? "";
const countsPeople = [
  "/** How many come. True numbers: for staff. */",
  "export async function countGuests(ctx) {",
  "  return ctx.db.select({ n: count() }).from(registrations);",
  "}",
].join("\n");
const show = goodHouse["app/routes/events/show.tsx"] ?? "";

/** What is broken, by which check it must be refused, the planted files, and a piece of the instruction. */
const broken: readonly [string, Check, Record<string, string>, string][] = [
  [
    "an address without a file",
    siteMap,
    {
      "app/routes.ts":
        'export default [{ path: "help", file: "routes/help.tsx" }, { path: "e", file: "routes/events/show.tsx" }];',
    },
    "Write app/routes/help.tsx, which should answer /help",
  ],
  [
    "a route file without an address",
    siteMap,
    { "app/routes/events/old.tsx": "" },
    "Give this file an address",
  ],
  [
    "a loader without a guard",
    siteMap,
    { "app/routes/events/show.tsx": show.replace("await anyone(args, {})", "args.context") },
    "Begin this loader",
  ],
  [
    "a guard that nobody waits for",
    siteMap,
    { "app/routes/events/show.tsx": show.replace("await anyone(args);", "anyone(args);") },
    "Begin this action",
  ],
  [
    "a guard from elsewhere",
    siteMap,
    { "app/routes/events/show.tsx": show.replace("~/routes/guards.server", "./mine") },
    "Begin this loader",
  ],
  [
    "a loader handed on from another file",
    siteMap,
    { "app/routes/events/show.tsx": 'export { loader } from "./other";' },
    "Begin this loader",
  ],
  [
    "a guard that comes second",
    siteMap,
    {
      "app/routes/events/show.tsx": show.replace(
        "const ctx = await anyone(args, {})",
        "const now = 1; const ctx = await anyone(args)",
      ),
    },
    "Begin this loader",
  ],
  [
    "a staff page open to everyone",
    siteMap,
    { "app/routes.ts": 'export default [{ path: "manage/events", file: "routes/events/show.tsx" }];' },
    "/manage/events is for staff only",
  ],
  [
    "a staff page without a loader",
    siteMap,
    {
      "app/routes.ts": 'export default [{ path: "manage", file: "routes/events/show.tsx" }];',
      "app/routes/events/show.tsx":
        "export const meta = () => [];\nexport default function Page() { return null; }",
    },
    "Export a loader that begins with staff",
  ],
  [
    "a page without a title",
    siteMap,
    { "app/routes/events/show.tsx": show.replace("export const meta", "const meta") },
    "Export meta with a title",
  ],
  [
    "a long route",
    routeBudget,
    { "app/routes/events/show.tsx": `${show}\n${"// x\n".repeat(160)}` },
    "or fewer (aim for 100)",
  ],
  [
    "a route out of order",
    routeBudget,
    { "app/routes/events/show.tsx": "export async function loader() {}\nexport const meta = 1;" },
    "Put meta in its place",
  ],
  [
    "a route that exports a helper",
    routeBudget,
    { "app/routes/events/show.tsx": `${show}\nexport function half() {}` },
    "Move half out",
  ],
  [
    "a schema in a route",
    routeBudget,
    { "app/routes/events/show.tsx": `import { z } from "zod";\n${show}` },
    "Move the schema that uses z",
  ],
  [
    "a query in a route",
    routeBudget,
    { "app/routes/events/show.tsx": `import { eq } from "drizzle-orm";\n${show}` },
    "Move the query that uses eq",
  ],
  [
    "SQL in a route",
    routeBudget,
    { "app/routes/events/show.tsx": `${show}\nconst q = sql\`select 1\`;` },
    "Move this SQL",
  ],
  ["a file with an empty name", vocabulary, { "app/platform/utils.ts": "" }, '"utils" says nothing'],
  [
    "a file that ends in helpers",
    vocabulary,
    { "app/ui/form-helpers.ts": "" },
    '"form-helpers" says nothing',
  ],
  ["a barrel", vocabulary, { "app/ui/index.ts": "" }, '"index" says nothing'],
  ["a file no room may hold", vocabulary, { "app/features/events/Card.tsx": "" }, "Rename or move this file"],
  [
    "a folder in a room",
    vocabulary,
    { "app/features/events/parts/EventDay.tsx": "" },
    "Rename or move this file",
  ],
  [
    "a verb's file that does something else",
    vocabulary,
    { "app/features/events/cancel.server.ts": "export function stopEvent() {}" },
    'whose name starts with "cancel"',
  ],
  [
    "a room without README",
    vocabulary,
    { "app/features/places/rules.ts": "" },
    "Write ten lines for this room",
  ],
  ["a long README", vocabulary, { "app/features/events/README.md": "x\n".repeat(26) }, "from 26 lines to 25"],
  [
    "an unknown room",
    vocabulary,
    { "app/features/hobbies/README.md": "# Hobbies" },
    "List this room and its arrows",
  ],
  ["a file outside rooms", vocabulary, { "app/features/rules.ts": "" }, "into the room that it belongs to"],
  [
    "a verb without may",
    verbs,
    { "app/features/events/resize.server.ts": resize.replace("may.resize", "could") },
    "Ask may.<act>(ctx.actor, …) in this write",
  ],
  [
    "a verb without audit",
    verbs,
    { "app/features/events/resize.server.ts": resize.replace("await audit", "await note") },
    "Call audit(ctx, …)",
  ],
  [
    "a verb that takes no ctx",
    verbs,
    { "app/features/events/resize.server.ts": resize.replace("(ctx, input)", "(input, ctx)") },
    "Let resizeEvent take ctx first",
  ],
  [
    "a second verb that leans on the audit of the first",
    verbs,
    {
      "app/features/events/resize.server.ts": `${resize}\n/** Shuts. */\nexport async function resizeAll(ctx) { return shut(ctx); }\nasync function shut(ctx) { return write(ctx, {}, async (ctx) => may.shut(ctx.actor)); }`,
    },
    "app/features/events/resize.server.ts:14 Call audit(ctx, …)",
  ],
  [
    "a change outside a write",
    verbs,
    { "app/features/events/resize.server.ts": resize.replace("return write(", "return later(") },
    "Wrap the change in write(ctx, { locks }, …)",
  ],
  [
    "a room that writes a table of platform",
    tables,
    {
      "app/features/events/resize.server.ts":
        'import { auditEvents } from "~/db/tables/platform";\ndb.delete(auditEvents);',
    },
    "Only platform writes auditEvents",
  ],
  [
    "platform writing a room's table under another name",
    tables,
    {
      "app/platform/clean.server.ts":
        'import { events as gone } from "~/db/tables/events";\ndb.delete(gone);',
    },
    "Only features/events writes events",
  ],
  [
    "a room's table written through the list of all tables",
    tables,
    { "app/demo/load.server.ts": 'import * as all from "../db/schema";\ndb.insert(all.events);' },
    "Only features/events writes events",
  ],
  [
    "a change in bare SQL",
    tables,
    { "app/features/events/resize.server.ts": "db.run(sql`update events set capacity = 1`);" },
    "Write with db.insert, db.update or db.delete",
  ],
  ["sql.raw", tables, { "app/db/search.server.ts": "sql.raw(text);" }, "Never use sql.raw"],
  [
    "a query in a route's helper",
    reads,
    { "app/routes/guards.server.ts": "db.select().from(events);" },
    "Move this query",
  ],
  [
    "a relational query in markup",
    reads,
    { "app/features/events/EventCard.tsx": "ctx.db.query.events.findMany({});" },
    "Move this query",
  ],
  ["a count in the demo", reads, { "app/demo/load.server.ts": "ctx.db.$count(events);" }, "Move this query"],
  [
    "a verb that loads outside its write",
    reads,
    {
      "app/features/events/resize.server.ts": resize.replace(
        "  return write(",
        "  await ctx.db.select().from(events);\n  return write(",
      ),
    },
    "Load inside write()",
  ],
  [
    "a reading function in a verb's file",
    reads,
    {
      "app/features/events/resize.server.ts": `${resize}\nexport async function sizeOf(ctx) { return ctx.db.select().from(events); }`,
    },
    "Load inside write()",
  ],
  [
    "a function without comment",
    docComments,
    { "app/ui/Button.tsx": "export function Button() {}" },
    "Say in a doc comment what Button takes",
  ],
  [
    "an arrow function without comment",
    docComments,
    { "app/platform/ids.ts": "export const newId = () => 1;" },
    "what newId takes",
  ],
  [
    "an empty comment",
    docComments,
    { "app/ui/Button.tsx": "/** */\nexport function Button() {}" },
    "what Button takes",
  ],
  [
    "a table without comment",
    docComments,
    { "app/db/tables/places.ts": 'export const venues = table("venues", {});' },
    "what venues holds",
  ],
  [
    "a style attribute",
    markup,
    { "app/ui/Bar.tsx": "const a = <p style={{ width: 1 }} />;" },
    "Take the style attribute out",
  ],
  ["an event handler", markup, { "app/ui/Bar.tsx": "const a = <p onClick={go} />;" }, "Take onClick out"],
  [
    "ready-made HTML",
    markup,
    { "app/ui/Bar.tsx": "const a = <p dangerouslySetInnerHTML={{ __html: x }} />;" },
    "listed for ready-made HTML",
  ],
  [
    "a form without an address",
    markup,
    { "app/ui/Bar.tsx": "const a = <form method='post' />;" },
    "Say where this form goes",
  ],
  ["a style element", markup, { "app/ui/Bar.tsx": "const a = <style>p</style>;" }, "Move these styles"],
  ["an inline script", markup, { "app/ui/Bar.tsx": "const a = <script>go()</script>;" }, "Move this script"],
  [
    "a handler in an HTML string",
    markup,
    { "app/http/page.ts": 'const a = `<p onclick="x">b</p>`;' },
    "out of this HTML",
  ],
  [
    "an old package, nested in another",
    versions,
    {
      "package-lock.json": JSON.stringify({
        packages: { "node_modules/a/node_modules/cookie": { version: "0.6.9" } },
      }),
    },
    "Raise node_modules/a/node_modules/cookie from 0.6.9 to 0.7.0",
  ],
  [
    "someone else's font",
    builtCss,
    { "build/client/app.css": "a{font-family:GDS Transport}" },
    'Take "GDS Transport" out',
  ],
  [
    "an asset from elsewhere",
    builtCss,
    { "build/client/app.css": "a{background:url(//example.org/a.png)}" },
    "Serve this asset ourselves",
  ],
  [
    "heavy style sheets",
    builtCss,
    {
      "build/client/app.css": Array.from(
        { length: 9000 },
        (_, i) => `.a${(i * 7919 * 7919) % 99991}{top:${(i * i * 31) % 9973}px}`,
      ).join(""),
    },
    "Cut the style sheets from",
  ],
  [
    "a page without front matter",
    contentPages,
    { "content/pages/help.md": "# Help" },
    "Begin with front matter",
  ],
  [
    "front matter that does not parse",
    contentPages,
    { "content/pages/help.md": "---\ntitle: [\n---\n" },
    "Mend the front matter",
  ],
  [
    "a page without summary",
    contentPages,
    { "content/pages/help.md": help.replace("summary: How.", "") },
    "Give this page a summary",
  ],
  [
    "a page without date",
    contentPages,
    { "content/guides/a.md": help.replace("2026-11-21", "soon") },
    "when this page was updated",
  ],
  [
    "an unknown placeholder",
    contentPages,
    { "content/pages/help.md": help.replace("borough.phone", "borough.fax") },
    "not {{borough.fax}}",
  ],
  [
    "a link that nothing answers",
    contentPages,
    { "content/pages/help.md": help.replace("/events/tea", "/evnts/tea") },
    "no line of app/routes.ts answers /evnts/tea",
  ],
  [
    "a link that leads nowhere",
    docLinks,
    { "docs/operating.md": "See [how](../README.md#start) and [why](decisions/1.md).", "README.md": "" },
    "Write decisions/1.md, or take the link to it out",
  ],
  [
    "a path of one machine",
    words,
    { "docs/a.md": ["see /wo", "rk/main"].join("") },
    "Use a path from the project's folder",
  ],
  [
    "an address of a package store",
    words,
    { "docs/a.md": ["https://regis", "try.example.org"].join("") },
    "npm knows it",
  ],
  [
    "the name of a writing machine",
    words,
    { "docs/a.md": ["by Chat", "GPT"].join("") },
    "not with what it was written",
  ],
  [
    "a folder of drafts",
    words,
    { "docs/a.md": ["see sha", "red/design"].join("") },
    "on nobody else's machine",
  ],
  ["work left for later", words, { "app/ui/Bar.tsx": ["// TO", "DO later"].join("") }, "Do it now"],
  [
    "a label for people",
    words,
    { "content/pages/a.md": ["the BA", "ME groups"].join("") },
    "Name the groups",
  ],
  [
    "hard words for people",
    words,
    { "content/pages/a.md": ["hard", "-to-reach"].join("") },
    "less often heard",
  ],
  ["a word of offices", words, { "content/pages/a.md": ["we sign", "posted her"].join("") }, "passed to"],
  ["an unfinished date", words, { "content/pages/a.md": ["Date: T", "BC"].join("") }, "not yet known"],
  ["filler", words, { "content/pages/a.md": ["Lo", "rem ipsum"].join("") }, "what the page will really say"],
  [
    "a missing language",
    locales,
    { "content/locales/en.json": '{ "_status": "checked by a person", "events": { "a": "b" } }' },
    "Translate events.a",
  ],
  [
    "a missing plural form",
    locales,
    {
      "content/locales/pl.json":
        '{ "_status": "machine draft", "events": { "left_one": "1", "left_other": "{{count}}" } }',
    },
    "Translate events.left_few",
  ],
  [
    "a string that nobody wrote",
    strings,
    { "app/ui/Bar.tsx": 'const a = <p>{t("bar.title")}</p>;' },
    "Write the words for bar.title",
  ],
  [
    "a family of strings that nobody wrote",
    strings,
    { "app/ui/Bar.tsx": ["const a = i18n.t(`bar.$", "{x}`);"].join("") },
    "Write the words for bar.*",
  ],
  [
    "an unknown string",
    locales,
    { "content/locales/pt.json": '{ "_status": "machine draft", "old": "x" }' },
    "Take old out, or add it to en.json",
  ],
  [
    "another placeholder",
    locales,
    {
      "content/locales/pt.json":
        '{ "_status": "machine draft", "events": { "left_one": "{{count}}", "left_many": "{{n}}", "left_other": "{{count}}" } }',
    },
    "Use in events.left_many the same {{placeholders}}",
  ],
  [
    "an empty string",
    locales,
    { "content/locales/en.json": '{ "_status": "machine draft", "a": " " }' },
    "Write the words for a",
  ],
  [
    "a number that says of itself that it has passed the gate",
    gated,
    { "app/features/events/EventCard.tsx": "const n = { text: '3' } as unknown as Published;" },
    'Take "as Published" out',
  ],
  [
    "the gate's own mark in another room",
    gated,
    { "app/features/events/rules.ts": 'import { passed } from "~/features/figures/published";' },
    "Leave passed to the figures room",
  ],
  [
    "a count of people that does not say for whom it is",
    gated,
    { "app/features/events/read.server.ts": countsPeople.replace(" True numbers: for staff.", "") },
    "countGuests counts people",
  ],
  [
    "a true number of people on a page for anyone",
    gated,
    {
      "app/features/events/read.server.ts": countsPeople,
      "app/routes/events/show.tsx": `import { countGuests } from "~/features/events/read.server";\n${show}`,
    },
    "countGuests gives true numbers of people",
  ],
  [
    "a true number of people in an export",
    gated,
    {
      "app/features/events/read.server.ts": countsPeople,
      "app/features/events/export-guests.server.ts": 'import { countGuests } from "./read.server";',
    },
    "countGuests gives true numbers of people",
  ],
  [
    "a query of what people said about themselves",
    gated,
    {
      "app/features/events/read-all.server.ts": "const all = (ctx) => ctx.db.select().from(equalityAnswers);",
    },
    "Leave equalityAnswers unread",
  ],
  ["an unsaid status", locales, { "content/locales/en.json": '{ "_status": "fine" }' }, 'Set "_status" to'],
];

describe("the rules of the house", () => {
  it("let a house pass that keeps them", async () => {
    const root = plant(goodHouse);
    for (const check of everyCheck) expect(await check(root)).toEqual([]);
  });

  it("let an empty folder pass", async () => {
    const root = plant({});
    for (const check of everyCheck) expect(await check(root)).toEqual([]);
  });

  it.each(broken)("refuse %s", async (_, check, files, instruction) => {
    const problems = await check(plant({ ...goodHouse, ...files }));
    expect(problems.join("\n")).toContain(instruction);
  });

  it("let a verb leave its audit to a piece of the same room", async () => {
    const root = plant({
      ...goodHouse,
      "app/features/events/resize.server.ts": `import { trace } from "./trace-change.server";\n${resize.replace("await audit(", "await trace(")}`,
      "app/features/events/trace-change.server.ts":
        "/** Runs inside\n * the write. */\nexport async function trace(ctx) { await audit(ctx); }",
    });
    expect(await verbs(root)).toEqual([]);
  });

  it("let a verb leave no trace when its comment says why nobody may know its time", async () => {
    const silent = resize
      .replace("await audit(", "await note(")
      .replace("places an event has.", "places. Daily totals: the record holds exact times");
    expect(await verbs(plant({ ...goodHouse, "app/features/events/resize.server.ts": silent }))).toEqual([]);
  });

  it("let the system act alone when the verb says why", async () => {
    const alone = resize
      .replace("may.resize", "could")
      .replace("places an event has.", "places. system only: a timed round");
    expect(await verbs(plant({ ...goodHouse, "app/features/events/resize.server.ts": alone }))).toEqual([]);
  });
});
