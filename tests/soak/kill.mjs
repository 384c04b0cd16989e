// kill -9 in the middle of registrations, again and again: whatever was acknowledged is there afterwards.
//   node tests/soak/kill.mjs [--times 20]
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { openBorough } from "../support/borough.mjs";
import { SETTINGS, startSite } from "../support/live-site.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf, severalAtOnce } from "../support/visitor.mjs";

const SLUG = "kill";
const AT_ONCE = 16;
const LONGEST_MS = 1500;
const { values: asked } = parseArgs({ options: { times: { type: "string", default: "20" } } });
const times = Number(asked.times);

let people = 0;

/** Posts forms at once until the site is gone; returns the pages of those that were acknowledged, and how many were not. */
async function postUntilGone(url) {
  const visitor = newVisitor(url, { connections: AT_ONCE });
  const pages = [];
  const other = [];
  let cut = 0;
  async function poster() {
    for (;;) {
      people += 1;
      const form = personOf(`Person ${people}`, { party: 1 + (people % 3) });
      const answer = await visitor.post(`/events/${SLUG}/register`, form).catch(() => null);
      if (!answer) {
        cut += 1;
        return;
      }
      if (answer.status === 303) pages.push(answer.location);
      else other.push(answer.status);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, poster));
  visitor.close();
  return { pages, other, cut };
}

/** One life of the site: it starts on what the last one left, takes forms, and is killed at any moment. */
async function oneLife(databaseUrl) {
  const site = await startSite(databaseUrl);
  const posting = postUntilGone(site.url);
  await wait(50 + Math.random() * LONGEST_MS);
  await site.kill();
  return posting;
}

/** How many of these pages a site that is started once more does not show. */
async function countMissing(url, pages) {
  const visitor = newVisitor(url, { connections: AT_ONCE });
  const answers = await severalAtOnce(pages, AT_ONCE, (page) => visitor.get(page));
  visitor.close();
  return answers.filter(({ status, body }) => status !== 200 || !body.includes("data-registration-state"))
    .length;
}

/** What must be true of the rows, whatever was cut off: each registration whole, and the event's counts theirs. */
async function looseEnds(peek, eventId) {
  const [counts] = await peek.all(
    `select e.confirmed_places = coalesce(sum(case when r.state = 'confirmed' then r.places end), 0)
       and e.waiting_count = count(case when r.state = 'waiting' then 1 end)
       and e.next_in_queue = count(r.id) + 1 as good
     from events e left join registrations r on r.event_id = e.id where e.id = ?`,
    eventId,
  );
  const [halves] = await peek.all(
    `select count(*) as n from registrations r where event_id = ? and not (
       (select count(*) from messages m where m.about_id = r.id) = 1
       and (select count(*) from audit_events a where a.subject_id = r.id) = 1
       and (select count(*) from audit_events a where a.subject_id = r.participant_id) = 1
       and (select count(*) from allocation_notes n
            where n.registration_id = r.id and n.what in ('joined', 'confirmed')) = 1)`,
    eventId,
  );
  return { countsHold: counts.good === 1, halves: halves.n };
}

async function verifyAudit(databaseUrl) {
  const env = { ...SETTINGS, DATABASE_URL: databaseUrl };
  const { code, output } = await run([process.execPath, "scripts/verify-audit.mjs"], { env });
  return { holds: code === 0, output: output.trim() };
}

async function judge(report, borough, lives) {
  const pages = lives.flatMap((life) => life.pages);
  const cut = lives.reduce((sum, life) => sum + life.cut, 0);
  report.figure(
    "kills",
    `${lives.length}; ${pages.length} registrations acknowledged, ${cut} cut off`,
    `${pages.length} acknowledged`,
  );
  report.check(
    "nothing but 303 was answered",
    lives.every((life) => life.other.length === 0),
  );
  const site = await startSite(borough.databaseUrl);
  const missing = await countMissing(site.url, pages);
  await site.stop();
  report.check(`everything acknowledged is there (${missing} missing)`, missing === 0);
  const peek = await openPeek(borough.databaseUrl);
  const [{ n }] = await peek.all(
    "select count(*) as n from registrations where event_id = ?",
    borough.eventIds[0],
  );
  report.figure(
    "in the database",
    `${n} registrations, ${n - pages.length} of them written but cut off before their answer`,
  );
  report.check("no registration is there twice for one form", n <= people && n >= pages.length);
  const { countsHold, halves } = await looseEnds(peek, borough.eventIds[0]);
  report.check("the event's counts are those of its rows", countsHold);
  report.check(`nothing is half written (${halves})`, halves === 0);
  const [{ integrity_check: integrity }] = await peek.all("pragma integrity_check");
  const broken = await peek.all("pragma foreign_key_check");
  await peek.close();
  report.check(`integrity check: ${integrity}`, integrity === "ok" && broken.length === 0);
  const audit = await verifyAudit(borough.databaseUrl);
  report.check(audit.output, audit.holds);
}

await plainly(async () => {
  await prepare();
  const report = newReport(`kill -9 ×${times} under ${AT_ONCE} registrations at once`);
  const borough = await openBorough({ events: [{ slug: SLUG, capacity: 300 }] });
  try {
    const lives = [];
    for (let life = 0; life < times; life++) lives.push(await oneLife(borough.databaseUrl));
    await judge(report, borough, lives);
  } finally {
    await borough.close();
  }
  report.end();
});
