// SIGTERM under load: whatever the site has taken in is answered, and it ends by itself.
//   node tests/soak/stop.mjs [--times 5]
import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough } from "../support/borough.mjs";
import { startSite } from "../support/live-site.mjs";
import { newReport } from "../support/report.mjs";
import { FORM, formBody, newVisitor, personOf, severalAtOnce } from "../support/visitor.mjs";

const SLUG = "stop";
const CLIENTS = 32;
const ENDS_WITHIN_MS = 15_000;
const { values: asked } = parseArgs({ options: { times: { type: "string", default: "5" } } });
const times = Number(asked.times);

let people = 0;

/** One of every three requests is a form; the others are a page from memory and one that is rendered. */
function nextRequest(turn) {
  if (turn % 3 === 0) return { path: "/events" };
  if (turn % 3 === 1) return { path: `/events/${SLUG}/register` };
  people += 1;
  return { path: `/events/${SLUG}/register`, body: formBody(personOf(`Person ${people}`)) };
}

/**
 * Sends one request and says what became of it: `answered`; `refused`, when no connection could be made; or
 * `dropped`, when it had been sent and no whole answer came.
 */
function send(port, agent, { path, body }) {
  return new Promise((resolve) => {
    const headers = body ? { ...FORM, "content-length": Buffer.byteLength(body) } : {};
    const request = http.request({
      host: "127.0.0.1",
      port,
      path,
      agent,
      headers,
      method: body ? "POST" : "GET",
    });
    request.once("response", (response) => {
      response.resume();
      response.once("end", () =>
        resolve({
          became: "answered",
          status: response.statusCode,
          page: body ? response.headers.location : undefined,
        }),
      );
      response.once("error", (error) => resolve({ became: "dropped", why: `${error.code} half-way` }));
    });
    request.once("error", (error) =>
      resolve(
        error.code === "ECONNREFUSED"
          ? { became: "refused" }
          : {
              became: "dropped",
              why: `${error.code}${request.reusedSocket ? " on an open connection" : ""}`,
            },
      ),
    );
    request.end(body);
  });
}

/** Clients that ask one thing after another, until the site takes no more. */
async function askUntilRefused(url) {
  const { port } = new URL(url);
  const ends = [];
  async function client(first) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = first; ; turn++) {
      const end = await send(port, agent, nextRequest(turn));
      ends.push(end);
      if (end.became !== "answered") break;
    }
    agent.destroy();
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
  return ends;
}

async function oneStop(databaseUrl) {
  const site = await startSite(databaseUrl);
  const asking = askUntilRefused(site.url);
  await wait(500 + Math.random() * 1000);
  const began = performance.now();
  const { code, signal } = await site.stop();
  return { ms: performance.now() - began, code, signal, ends: await asking };
}

async function countMissing(databaseUrl, pages) {
  const site = await startSite(databaseUrl);
  const visitor = newVisitor(site.url);
  const answers = await severalAtOnce(pages, 16, (page) => visitor.get(page));
  visitor.close();
  await site.stop();
  return answers.filter(({ status }) => status !== 200).length;
}

await plainly(async () => {
  await prepare();
  const report = newReport(`SIGTERM ×${times} under ${CLIENTS} clients`);
  const borough = await openBorough({ events: [{ slug: SLUG, capacity: 50_000 }] });
  try {
    const stops = [];
    for (let n = 0; n < times; n++) stops.push(await oneStop(borough.databaseUrl));
    const ends = stops.flatMap((stop) => stop.ends);
    const count = (became) => ends.filter((end) => end.became === became).length;
    const dropped = ends.filter((end) => end.became === "dropped").map((end) => end.why);
    const slowest = Math.max(...stops.map((stop) => stop.ms));
    report.figure(
      "requests",
      `${count("answered")} answered, ${count("refused")} came too late, ${dropped.length} dropped ${dropped.join(", ")}`,
      `${count("answered")} answered, ${dropped.length} dropped`,
    );
    report.figure(
      "slowest end",
      `${(slowest / 1000).toFixed(1)} s`,
      `ended within ${(slowest / 1000).toFixed(1)} s`,
    );
    report.check("no request that was sent was dropped", dropped.length === 0);
    report.check(
      "every answer is what was asked for",
      ends.every(({ status }) => [undefined, 200, 303].includes(status)),
    );
    report.check(
      "it ends by itself with code 0 within 15 seconds",
      stops.every(({ code, ms }) => code === 0 && ms < ENDS_WITHIN_MS),
    );
    const pages = ends.flatMap((end) => end.page ?? []);
    const missing = await countMissing(borough.databaseUrl, pages);
    report.check(
      `all ${pages.length} registrations acknowledged are there (${missing} missing)`,
      missing === 0,
    );
  } finally {
    await borough.close();
  }
  report.end();
});
