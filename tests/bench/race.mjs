// Everybody wants the same few places at once, and everybody clicks twice.
//   node tests/bench/race.mjs [--postgres] [--processes 3] [--people 500] [--places 50]
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { NO_POSTGRES, openBorough, startSites } from "../support/borough.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf, severalAtOnce } from "../support/visitor.mjs";

const SLUG = "race";
const { values: asked } = parseArgs({
  options: {
    postgres: { type: "boolean", default: false },
    processes: { type: "string" },
    people: { type: "string", default: "500" },
    places: { type: "string", default: "50" },
  },
});
const people = Number(asked.people);
const places = Number(asked.places);
const processes = Number(asked.processes ?? (asked.postgres ? 3 : 1));

/** Posts every form twice in the same moment, the two copies to different processes where there are several. */
async function raceFor(urls) {
  const visitors = urls.map((url) => newVisitor(url, { connections: 2 * people }));
  const forms = Array.from({ length: people }, (_, n) => personOf(`Racer ${n + 1}`));
  const began = performance.now();
  const answers = await Promise.all(
    forms.map((form, n) =>
      Promise.all([0, 1].map((copy) => post(visitors[(n + copy) % visitors.length], form))),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  const pages = await severalAtOnce(answers, 16, ([first]) =>
    first.location ? visitors[0].get(first.location) : { status: 0, body: "" },
  );
  for (const visitor of visitors) visitor.close();
  return { answers, pages, seconds };
}

const post = (visitor, form) =>
  visitor.post(`/events/${SLUG}/register`, form).catch((error) => ({ status: 0, location: error.code }));

const stateOn = (page) => /data-registration-state="(\w+)"/.exec(page.body)?.[1] ?? `status ${page.status}`;

function counted(list) {
  const counts = {};
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

const inWords = (counts) =>
  Object.entries(counts)
    .map(([name, n]) => `${n} ${name}`)
    .join(", ");

async function judge(report, peek, eventId, { answers, pages, seconds }) {
  const statuses = counted(answers.flat().map((answer) => answer.status || answer.location));
  report.figure("answers", inWords(statuses));
  report.figure("time", `${seconds.toFixed(1)} s, ${Math.round((2 * people) / seconds)} requests a second`);
  report.check("every form is answered with 303", statuses[303] === 2 * people);
  report.check(
    "both clicks of everybody lead to one page",
    answers.every(([a, b]) => a.location === b.location),
  );
  report.check(
    "everybody has a page of their own",
    new Set(answers.map(([a]) => a.location)).size === people,
  );

  const rows = await peek.all(
    `select id, state, queue_number, places from registrations where event_id = ? order by ${peek.written}`,
    eventId,
  );
  const confirmed = rows.filter((row) => row.state === "confirmed");
  const waiting = rows.filter((row) => row.state === "waiting");
  const told = `${confirmed.length} confirmed, ${waiting.length} waiting`;
  report.figure("in the database", `${rows.length} registrations: ${told}`, told);
  report.check(
    `${places} are confirmed, ${people - places} wait, nothing is lost or doubled`,
    rows.length === people && confirmed.length === places && waiting.length === people - places,
  );
  report.check(
    "pages say what the database says",
    sameCounts(counted(pages.map(stateOn)), counted(rows.map((row) => row.state))),
  );
  const numbers = rows.map((row) => row.queue_number).sort((a, b) => a - b);
  report.check(
    "queue numbers have no gaps",
    numbers.every((number, n) => number === n + 1),
  );
  report.check(
    "those who wait stand in the order in which they were written",
    waiting.every((row, n) => row.queue_number === places + 1 + n),
  );
  report.check(
    "those with the lowest numbers have the places",
    confirmed.every((row) => row.queue_number <= places),
  );

  const [event] = await peek.all("select * from events where id = ?", eventId);
  report.check(
    "the event's counts are those of its rows",
    event.confirmed_places === places && event.held_places === 0 && event.waiting_count === people - places,
  );
  const [messages] = await peek.all(
    `select count(*) as n, count(distinct about_id) as people from messages
     where about_id in (select id from registrations where event_id = ?)`,
    eventId,
  );
  report.check("one message each", messages.n === people && messages.people === people);
}

const sameCounts = (a, b) => Object.keys({ ...a, ...b }).every((key) => a[key] === b[key]);

async function main() {
  await prepare();
  const engine = asked.postgres ? "postgres" : "sqlite";
  const where = asked.postgres ? `PostgreSQL, ${processes} processes` : "SQLite";
  const report = newReport(`Race on ${where}: ${people} people post twice for ${places} places`);
  const borough = await openBorough({ engine, events: [{ slug: SLUG, capacity: places }] });
  if (!borough) return report.skip(NO_POSTGRES);
  const site = await startSites(borough.databaseUrl, processes);
  const peek = await openPeek(borough.databaseUrl);
  try {
    await judge(report, peek, borough.eventIds[0], await raceFor(site.urls));
  } finally {
    await peek.close();
    await site.stop();
    await borough.close();
  }
  report.end();
}

await plainly(main);
