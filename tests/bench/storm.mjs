// Cancels, joins and resizes all at once, at a full event with a long waiting list.
//   node tests/bench/storm.mjs [--postgres] [--processes 3] [--each 200]
import { parseArgs } from "node:util";
import { stringify } from "uuid";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { NO_POSTGRES, openBorough, startSites } from "../support/borough.mjs";
import { openPeek } from "../support/peek.mjs";
import { replay } from "../support/replay.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf, severalAtOnce, signIn } from "../support/visitor.mjs";
import { watchEvent } from "../support/watcher.mjs";

const SLUG = "storm";
const { values: asked } = parseArgs({
  options: {
    postgres: { type: "boolean", default: false },
    processes: { type: "string" },
    each: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const each = Number(asked.each);
const capacity = Math.ceil(each / 2);
const resizes = Math.ceil(each / 8);
const processes = Number(asked.processes ?? (asked.postgres ? 3 : 1));

/** The same numbers between 0 and 1 each time (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = chance(Number(asked.seed));
const oneOf = (list) => list[Math.floor(random() * list.length)];
const shuffled = (list) =>
  list
    .map((one) => [random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);

/** A party of one to five; a third want to be asked first. */
const partyOf = (name) =>
  personOf(name, { party: oneOf([1, 1, 1, 2, 2, 3, 4, 5]), promote: oneOf(["yes", "yes", "ask"]) });

const idIn = (location) => stringify(Buffer.from(location.split("/").at(-1), "base64url").subarray(0, 16));

/** Fills the event and its waiting list; returns everybody's page. */
async function fill(visitor) {
  const parties = Array.from({ length: 2 * each }, (_, n) => partyOf(`Early ${n + 1}`));
  const answers = await severalAtOnce(parties, 8, (form) => visitor.post(`/events/${SLUG}/register`, form));
  return answers.map((answer) => answer.location);
}

/** Who cancels: everybody with a place first, so that many are promoted, then people who wait. */
async function leavers(peek, eventId, pages) {
  const rows = await peek.all("select id, state from registrations where event_id = ?", eventId);
  const placed = new Set(rows.filter((row) => row.state !== "waiting").map((row) => row.id));
  const withPlace = pages.filter((page) => placed.has(idIn(page)));
  const without = shuffled(pages.filter((page) => !placed.has(idIn(page))));
  return [...withPlace, ...without].slice(0, each);
}

async function rage(urls, leaving) {
  const visitors = urls.map((url) => newVisitor(url, { connections: 3 * each }));
  const staff = await Promise.all(urls.map((url) => signIn(url)));
  const one = (n) => n % urls.length;
  const acts = shuffled([
    ...leaving.map((page, n) => () => visitors[one(n)].post(`${page}/cancel`, {})),
    ...Array.from({ length: each }, (_, n) => {
      const form = partyOf(`Late ${n + 1}`);
      return () => visitors[one(n)].post(`/events/${SLUG}/register`, form);
    }),
    ...Array.from({ length: resizes }, (_, n) => {
      const places = Math.round(capacity * (0.6 + 0.8 * random()));
      return () => staff[one(n)].post(`/manage/events/${SLUG}/capacity`, { capacity: places });
    }),
  ]);
  const began = performance.now();
  const answers = await Promise.all(
    acts.map((act) => act().catch((error) => ({ status: error.code, location: "" }))),
  );
  for (const visitor of [...visitors, ...staff]) visitor.close();
  return { answers, seconds: (performance.now() - began) / 1000 };
}

/** Kinds of news in the keys of one registration's messages, sorted. */
async function newsById(peek, eventId) {
  const rows = await peek.all(
    `select about_id, key from messages where about_kind = 'registration'
     and about_id in (select id from registrations where event_id = ?)`,
    eventId,
  );
  const news = new Map();
  for (const { about_id, key } of rows)
    news.set(about_id, [...(news.get(about_id) ?? []), key.split(":")[2]]);
  return news;
}

/** The messages that the decisions call for, one each. */
function expectedNews(replayed, notes) {
  const news = new Map();
  const add = (id, what) => news.set(id, [...(news.get(id) ?? []), what]);
  for (const { what, registration_id } of notes) {
    if (what === "joined") add(registration_id, "waiting");
    if (what === "left") add(registration_id, "left");
  }
  for (const { id } of replayed.seated) add(id, "confirmed");
  for (const { id, state } of replayed.promoted) add(id, state === "offered" ? "offered" : "promoted");
  return news;
}

const inOrder = (news) => JSON.stringify([...news].map(([id, list]) => [id, [...list].sort()]).sort());

async function judge(report, peek, eventId, { answers, seconds }, seen) {
  const wrong = answers.filter((answer) => answer.status !== 303);
  report.figure("time", `${seconds.toFixed(1)} s for ${answers.length} requests`);
  report.check(
    `every request is answered with 303 (${wrong.map((one) => one.status).join(", ") || "all"})`,
    wrong.length === 0,
  );
  report.figure(
    "looks at the database",
    `${seen.looks}, ${seen.different} saw something new; ${seen.most} places taken at most`,
    `${seen.different} states seen`,
  );
  report.check("never above capacity at any instant seen, except by a cut", seen.above.length === 0);
  report.check("counts equal rows at any instant seen", seen.unequal.length === 0);

  const notes = await peek.all(
    `select what, registration_id, places, passed_by from allocation_notes where event_id = ? order by ${peek.written}`,
    eventId,
  );
  const rows = await peek.all(
    "select id, state, places, queue_number from registrations where event_id = ?",
    eventId,
  );
  const replayed = replay(notes, rows, capacity);
  const offered = replayed.promoted.filter((one) => one.state === "offered").length;
  const promoted = replayed.promoted.length - offered;
  report.figure(
    "decisions",
    `${notes.length}; promoted ${promoted}, offered ${offered}, passed ${replayed.passes.size} times`,
    `${promoted} promoted, ${offered} offered`,
  );
  report.check("no decision gave more than there was", replayed.above.length === 0);
  report.check(
    "nobody jumped the queue past someone who needs as much or less",
    replayed.jumped.length === 0,
  );
  report.check("nobody was passed more than three times", replayed.unfair.length === 0);
  const skips = notes
    .filter((note) => note.what === "skipped")
    .map((note) => `${note.registration_id} by ${note.passed_by}`);
  report.check(
    "each time someone was passed is written down once",
    skips.length === replayed.passes.size && skips.every((skip) => replayed.passes.has(skip)),
  );
  report.check(
    "the decisions lead to what the rows say",
    rows.every((row) => replayed.parties.get(row.id).state === row.state),
  );
  report.check(
    "one message for each piece of news",
    inOrder(await newsById(peek, eventId)) === inOrder(expectedNews(replayed, notes)),
  );
}

async function main() {
  await prepare();
  const engine = asked.postgres ? "postgres" : "sqlite";
  const where = asked.postgres ? `PostgreSQL, ${processes} processes` : "SQLite";
  const report = newReport(
    `Storm on ${where}: ${each} cancels, ${each} joins and ${resizes} resizes at once`,
  );
  const borough = await openBorough({ engine, events: [{ slug: SLUG, capacity }] });
  if (!borough) return report.skip(NO_POSTGRES);
  const [eventId] = borough.eventIds;
  const site = await startSites(borough.databaseUrl, processes);
  const peek = await openPeek(borough.databaseUrl);
  try {
    const early = newVisitor(site.urls[0]);
    const leaving = await leavers(peek, eventId, await fill(early));
    early.close();
    const watcher = watchEvent(borough.databaseUrl, eventId);
    const outcome = await rage(site.urls, leaving);
    await judge(report, peek, eventId, outcome, await watcher.stop());
  } finally {
    await peek.close();
    await site.stop();
    await borough.close();
  }
  report.end();
}

await plainly(main);
