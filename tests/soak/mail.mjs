// Everybody who saves a place is to be told by e-mail; the mail server fails, stalls and hangs up, and the site is
// killed again and again. Nobody may go untold; who is told twice, is told the same.
//   node tests/soak/mail.mjs [--postgres] [--messages 1000] [--kills 20]
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { NO_POSTGRES, openBorough } from "../support/borough.mjs";
import { startSite } from "../support/live-site.mjs";
import { startMailServer } from "../support/mail-server.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf, severalAtOnce } from "../support/visitor.mjs";

const SLUG = "mail";
/** Of jobs.server.ts: so many e-mails can be on their way when the site is killed. */
const SENDERS = 4;
const LONGEST_LIFE_MS = 1500;
const PATIENCE_MS = 120_000;

const { values: asked } = parseArgs({
  options: {
    postgres: { type: "boolean", default: false },
    messages: { type: "string", default: "1000" },
    kills: { type: "string", default: "20" },
  },
});
const people = Number(asked.messages);
const kills = Number(asked.kills);

/** Shares of what the server does with an e-mail, once it is open. It never takes one without saying so. */
const MOODS = [
  ["later", 0.12],
  ["hang-up", 0.08],
  ["never", 0.05],
  ["stall", 0.05],
];

function anyMood() {
  let left = Math.random();
  for (const [mood, share] of MOODS) {
    left -= share;
    if (left < 0) return mood;
  }
  return "well";
}

/** A mail server whose temper can be set; it notes when it took each message. */
async function openPost() {
  const state = { temper: () => "hang-up" };
  const server = await startMailServer({ mood: () => state.temper() });
  return { ...server, setTemper: (temper) => (state.temper = temper) };
}

async function saveAPlaceEach(url) {
  const visitor = newVisitor(url);
  const forms = Array.from({ length: people }, (_, n) => personOf(`Reader ${n + 1}`));
  const answers = await severalAtOnce(forms, 32, (form) => visitor.post(`/events/${SLUG}/register`, form));
  visitor.close();
  return answers.filter((answer) => answer.status === 303).length;
}

/** While nobody serves the site, the pauses between two tries pass and staff try again what had failed for good. */
async function letTimePass(peek) {
  const longAgo = peek.engine === "sqlite" ? "0" : "to_timestamp(0)";
  const email = "channel = 'email' and state =";
  await peek.run(`update messages set lease_until = ${longAgo} where ${email} 'sending'`);
  await peek.run(`update messages set state = 'waiting', attempts = 0 where ${email} 'failed'`);
  await peek.run(`update messages set due_at = ${longAgo} where ${email} 'waiting'`);
}

const unsent = async (peek) =>
  (
    await peek.all(
      "select count(*) as n from messages where channel = 'email' and state in ('waiting', 'sending', 'failed')",
    )
  )[0].n;

/** Starts and kills the site until it has been killed often enough; returns when each kill was. */
async function killAgainAndAgain(databaseUrl, settings, peek) {
  const killedAt = [];
  while (killedAt.length < kills) {
    await letTimePass(peek);
    const site = await startSite(databaseUrl, settings);
    await wait(Math.random() * LONGEST_LIFE_MS);
    await site.kill();
    killedAt.push(Date.now());
  }
  return killedAt;
}

async function finishInPeace(databaseUrl, settings, peek) {
  await letTimePass(peek);
  const site = await startSite(databaseUrl, settings);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await unsent(peek)) > 0; )
    await wait(200);
  await site.stop();
}

function judge(report, taken, killedAt) {
  const byPerson = new Map();
  for (const copy of taken) byPerson.set(copy.to, [...(byPerson.get(copy.to) ?? []), copy]);
  const ids = new Set(taken.map((copy) => copy.id));
  const twice = [...byPerson.values()].filter((copies) => copies.length > 1);
  const again = taken.length - byPerson.size;
  report.figure("taken by the mail server", `${taken.length} for ${byPerson.size} people`);
  report.figure("sent again after a kill", again, `${again} sent twice`);
  report.check(`${people} people are told, none is left out`, byPerson.size === people);
  report.check("each has one Message-ID, however often it came", ids.size === byPerson.size);
  report.check(
    "an e-mail comes again only after a kill",
    twice.every((copies) =>
      copies.slice(1).every((copy, n) => killedAt.some((kill) => copies[n].at <= kill && kill <= copy.at)),
    ),
  );
  report.check(`no kill doubles more than ${SENDERS}`, again <= SENDERS * killedAt.length);
}

async function main() {
  await prepare();
  const where = asked.postgres ? "PostgreSQL" : "SQLite";
  const report = newReport(`Mail on ${where}: ${people} e-mails, ${kills} kills, a bad mail server`);
  const engine = asked.postgres ? "postgres" : "sqlite";
  const borough = await openBorough({ engine, events: [{ slug: SLUG, capacity: people }] });
  if (!borough) return report.skip(NO_POSTGRES);
  const post = await openPost();
  const settings = { SMTP_URL: post.url };
  const peek = await openPeek(borough.databaseUrl, { readOnly: false });
  const began = performance.now();
  try {
    // What the demo left unsent is not ours to count.
    await peek.run("update messages set state = 'withdrawn' where channel = 'email' and state = 'waiting'");
    const site = await startSite(borough.databaseUrl, settings);
    const saved = await saveAPlaceEach(site.url);
    await site.kill();
    report.check(`${people} places are saved while the mail server is away`, saved === people);
    post.setTemper(anyMood);
    const killedAt = await killAgainAndAgain(borough.databaseUrl, settings, peek);
    report.figure("sent during the kills", people - (await unsent(peek)));
    post.setTemper(() => "well");
    await finishInPeace(borough.databaseUrl, settings, peek);
    report.check("the outbox is empty", (await unsent(peek)) === 0);
    judge(report, post.taken, killedAt);
    report.figure("time", `${((performance.now() - began) / 1000).toFixed(0)} s`);
  } finally {
    await peek.close();
    await post.stop();
    await borough.close();
  }
  report.end();
}

await main();
