// Staff pages and files at 20,000 registrations and 50,000 responses, and an idea board with 5,000 ideas and 100,000
// supports, beside the same on the demo borough.
//   node tests/bench/big.mjs [--bookings 20000] [--responses 50000] [--ideas 5000] [--supports 100000]
import http from "node:http";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough, startSites } from "../support/borough.mjs";
import { quantile } from "../support/load.mjs";
import { openPeek } from "../support/peek.mjs";
import { residentMb } from "../support/process-figures.mjs";
import { signIn } from "../support/visitor.mjs";

const { values: asked } = parseArgs({
  options: {
    bookings: { type: "string", default: "20000" },
    responses: { type: "string", default: "50000" },
    ideas: { type: "string", default: "5000" },
    supports: { type: "string", default: "100000" },
  },
});
const bookings = Number(asked.bookings);
const responses = Number(asked.responses);
const ideas = Number(asked.ideas);
const supports = Number(asked.supports);
/** The board of the demo that is open, and an idea on it. */
const BOARD = "/ideas/places-where-we-meet";
const IDEA = `${BOARD}/the-boxing-gym`;
/** A survey of the demo that is open, with sheets that come in. */
const SURVEY = "getting-to-appointments";
const SLUG = "big";
const TIMES = 40;

/** Copies one booking of the demo, person and all, until the event has as many as asked for. */
async function fill(databaseUrl, eventId) {
  const peek = await openPeek(databaseUrl, { readOnly: false });
  const [pattern] = await peek.all(
    "select r.id, r.participant_id from registrations r where r.state = 'confirmed' order by r.id limit 1",
  );
  const columns = async (table) =>
    (await peek.all("select name from pragma_table_info(?)", table)).map((row) => row.name);
  const [people, rows] = [await columns("participants"), await columns("registrations")];
  const copy = (table, names, own) =>
    `insert into ${table} (${names.join(", ")})
     select ${names.map((name) => (own.includes(name) ? "?" : name)).join(", ")} from ${table} where id = ?`;
  const inOrder = (names, own) => names.filter((name) => name in own).map((name) => own[name]);
  await peek.run("begin");
  for (let n = 0; n < bookings; n += 1) {
    const [person, row] = [crypto.randomUUID(), crypto.randomUUID()];
    const name = `Person ${(n * 7919) % bookings}`;
    const who = { id: person, name, name_folded: name.replace(" ", "").toLowerCase() };
    const what = {
      id: row,
      event_id: eventId,
      participant_id: person,
      reference: `BIG-${n}`,
      submission: null,
      possible_duplicate_of: null,
      queue_number: n + 1,
    };
    const [ofWho, ofWhat] = [Object.keys(who), Object.keys(what)];
    await peek.run(copy("participants", people, ofWho), ...inOrder(people, who), pattern.participant_id);
    await peek.run(copy("registrations", rows, ofWhat), ...inOrder(rows, what), pattern.id);
  }
  await peek.run("commit");
  await peek.close();
}

/** Copies the responses of the demo's open survey until it has as many as asked for, with its counts in step. */
async function fillSurvey(databaseUrl) {
  const peek = await openPeek(databaseUrl, { readOnly: false });
  const [survey] = await peek.all("select id, received from surveys where slug = ?", SURVEY);
  const patterns = await peek.all(
    "select version, month, answers from survey_responses where survey_id = ? and channel = 'online'",
    survey.id,
  );
  await peek.run("begin");
  for (let n = 0; n < responses; n += 1) {
    const { version, month, answers } = patterns[n % patterns.length];
    await peek.run(
      `insert into survey_responses (id, survey_id, version, channel, month, answers)
       values (?, ?, ?, 'online', ?, ?)`,
      Number(crypto.getRandomValues(new BigUint64Array(1))[0] >> 12n),
      survey.id,
      version,
      month,
      answers,
    );
  }
  const times = Math.round(responses / patterns.length) + 1;
  const more = "set count = count * ? where survey_id = ? and channel = 'online'";
  await peek.run(`update survey_tallies ${more}`, times, survey.id);
  await peek.run(`update survey_days ${more}`, times, survey.id);
  await peek.run("update surveys set received = received + ? where id = ?", responses, survey.id);
  await peek.run("commit");
  await peek.close();
}

/** Copies the shown ideas of the demo's open board until it has as many as asked for, each with its share of support. */
async function fillIdeas(databaseUrl) {
  const peek = await openPeek(databaseUrl, { readOnly: false });
  const patterns = await peek.all(
    `select i.* from ideas i join idea_boards b on b.id = i.board_id
     where b.slug = ? and i.state = 'live' order by i.id`,
    BOARD.split("/").at(-1),
  );
  if (patterns.length === 0) throw new Error("The demo has no open board.");
  const names = Object.keys(patterns[0]);
  const insert = `insert into ideas (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`;
  await peek.run("begin");
  const each = Math.round(supports / ideas);
  for (let n = 0; n < ideas; n += 1) {
    const pattern = patterns[n % patterns.length];
    const id = crypto.randomUUID();
    const slug = `big-${n}`;
    const own = {
      id,
      slug,
      submission: null,
      stands_in_id: id,
      support_count: each,
      lot: (n * 7919) % 2 ** 31,
    };
    await peek.run(insert, ...names.map((name) => ({ ...pattern, ...own })[name]));
    await peek.run(
      `insert into search_entries (kind, subject_id, title, summary, path, heading, words, at)
       select kind, ?, title, summary, ?, heading, words, at from search_entries where kind = 'idea' and subject_id = ?`,
      id,
      `${BOARD}/${slug}`,
      pattern.id,
    );
    await peek.run(
      "insert into idea_themes select ?, theme_id from idea_themes where idea_id = ?",
      id,
      pattern.id,
    );
    for (let m = 0; m < each; m += 1) {
      await peek.run(
        `insert into idea_supports (idea_id, supporter, points, standing, at) values (?, ?, 1, 'counted', ?)`,
        id,
        `person ${(n * 31 + m * 7) % 20_000}`,
        pattern.created_at,
      );
    }
  }
  await peek.run("commit");
  await peek.close();
}

/** 95 of 100 answers took at most so long, in milliseconds. */
async function p95(visitor, path) {
  const times = [];
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    const { status } = await visitor.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    times.push(performance.now() - began);
  }
  return quantile(times.slice(5), 0.95);
}

/** Takes a file out: how long, how large, and the most memory that the site held meanwhile. */
async function take(site, visitor, path, fields) {
  const answer = await visitor.post(`${path}/export`, fields);
  if (answer.status !== 303) return { status: answer.status, bytes: 0, ms: 0, grew: 0 };
  let most = residentMb(site.pid);
  const before = most;
  const watch = setInterval(() => {
    most = Math.max(most, residentMb(site.pid));
  }, 5);
  const began = performance.now();
  const { status, bytes } = await new Promise((resolve, reject) => {
    const request = http.get(
      `${site.url}${answer.location}`,
      { headers: { cookie: visitor.cookie } },
      (file) => {
        let size = 0;
        file.on("data", (part) => {
          size += part.length;
        });
        file.once("end", () => resolve({ status: file.statusCode, bytes: size }));
      },
    );
    request.once("error", reject);
  });
  clearInterval(watch);
  return { status, bytes, ms: performance.now() - began, grew: most - before };
}

await plainly(async () => {
  await prepare();
  const borough = await openBorough({ events: [{ slug: SLUG, capacity: bookings * 2 }] });
  const { sites, stop } = await startSites(borough.databaseUrl);
  const [site] = sites;
  const paths = (slug) => ({
    "Event as staff see it": `/manage/events/${slug}`,
    "List for the door": `/manage/events/${slug}/print`,
    "All events": "/manage/events",
    "What people need": "/manage/needs",
  });
  // Pages about responses; results come here too.
  const ofSurvey = {
    "Survey as staff see it": `/manage/surveys/${SURVEY}`,
    Results: `/manage/surveys/${SURVEY}/results`,
    "Results by group": `/manage/surveys/${SURVEY}/results?by=where`,
    "What people wrote": `/manage/surveys/${SURVEY}/words`,
    "Responses as a file": `/manage/surveys/${SURVEY}/export`,
    "Sheets of paper": `/manage/surveys/${SURVEY}/sheets`,
    "Batch of sheets": `/manage/surveys/${SURVEY}/sheets/B1`,
  };
  const ofIdeas = {
    "Idea boards": "/ideas",
    "Board, each in its turn": BOARD,
    "Board, most supported": `${BOARD}?sort=support`,
    "Board, newest": `${BOARD}?sort=new`,
    "Board, one neighbourhood": `${BOARD}?neighbourhood=canalside`,
    "Board, one theme": `${BOARD}?theme=hubs`,
    "Board, words": `${BOARD}?q=table`,
    Idea: IDEA,
    "Board as staff see it": `/manage${BOARD}`,
  };
  const visitor = await signIn(site.url);
  const list = (await visitor.get("/manage/events")).body;
  const demo =
    [...list.matchAll(/\/manage\/events\/([a-z0-9-]+)"/g)]
      .map((found) => found[1])
      .find((one) => one !== "new" && one !== SLUG) ?? "";
  const before = {};
  for (const [name, path] of Object.entries({ ...paths(demo), ...ofSurvey, ...ofIdeas })) {
    before[name] = await p95(visitor, path);
  }
  await fill(borough.databaseUrl, borough.eventIds[0]);
  await fillSurvey(borough.databaseUrl);
  await fillIdeas(borough.databaseUrl);
  const many = { bookings, responses, ideas, supports };
  const large = Object.entries(many)
    .map(([what, n]) => `${n.toLocaleString("en-GB")} ${what}`)
    .join(", ");
  console.log(`| Page, p95 in ms | demo | ${large} | times |`);
  console.log("| --- | --: | --: | --: |");
  for (const [name, path] of Object.entries({ ...paths(SLUG), ...ofSurvey, ...ofIdeas })) {
    const after = await p95(visitor, path);
    console.log(
      `| ${name} | ${before[name].toFixed(1)} | ${after.toFixed(1)} | ${(after / before[name]).toFixed(1)} |`,
    );
  }
  const columns = ["reference", "name", "state", "people", "contact"];
  for (const format of ["csv", "csv", "xlsx"]) {
    const { status, bytes, ms, grew } = await take(site, visitor, `/manage/events/${SLUG}`, {
      columns,
      format,
      reason: "",
    });
    const size = `${(bytes / 1e6).toFixed(1)} MB in ${ms.toFixed(0)} ms`;
    console.log(`${format}: answered ${status}, ${size}, memory grew by ${grew.toFixed(0)} MB at most`);
  }
  for (let n = 0; n < 2; n += 1) {
    const fields = { format: "csv", words: "yes", reason: "Measuring the export" };
    const { status, bytes, ms, grew } = await take(site, visitor, `/manage/surveys/${SURVEY}`, fields);
    const size = `${(bytes / 1e6).toFixed(1)} MB in ${ms.toFixed(0)} ms`;
    console.log(`responses, csv: answered ${status}, ${size}, memory grew by ${grew.toFixed(0)} MB at most`);
  }
  visitor.close();
  await stop();
  await borough.close();
});
