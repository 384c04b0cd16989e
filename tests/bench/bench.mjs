// npm run bench: how fast and how heavy the site is, against a bare http server in the same run.
//   node tests/bench/bench.mjs [--quick] [--write]     --write puts the table into README.md
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { sparePort } from "../../scripts/lib/spare-port.mjs";
import { openBorough, startSites } from "../support/borough.mjs";
import { firstVisits } from "../support/first-visit.mjs";
import { SETTINGS } from "../support/live-site.mjs";
import { load, median, quantile } from "../support/load.mjs";
import { residentMb, untilIdle } from "../support/process-figures.mjs";
import { FORM, formBody, newVisitor, personOf, signIn } from "../support/visitor.mjs";

const SLUG = "bench";
const STARTS = 3;
const { values: asked } = parseArgs({
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
const rounds = asked.quick ? 2 : 5;
const seconds = asked.quick ? 1 : 3;

/** Loads the address and the bare server in turns, so that whatever else the machine does hits both. */
async function compare(target, hello, connections) {
  const runs = [];
  await load({ ...target, connections, seconds: 1 });
  for (let round = 0; round < rounds; round++) {
    const bare = await load({ ...hello, connections, seconds });
    const page = await load({ ...target, connections, seconds });
    runs.push({ bare, page, share: (1000 * page.perSecond) / bare.perSecond });
    if (target.body) await untilIdle(target.pid);
  }
  return {
    share: median(runs.map((run) => run.share)),
    page: inAll(runs.map((run) => run.page)),
    bare: inAll(runs.map((run) => run.bare)),
  };
}

function inAll(runs) {
  const times = runs.flatMap((run) => run.times);
  return {
    perSecond: median(runs.map((run) => run.perSecond)),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMs: median(runs.map((run) => run.cpuMs)),
  };
}

/** What is measured: each a page, by its address, or a form. */
async function targetsOf(site) {
  const at = { url: site.url, pid: site.pid };
  const br = { headers: { "accept-encoding": "br" } };
  const register = `/events/${SLUG}/register`;
  const body = (n) => formBody(personOf(`Person ${n}`));
  const targets = [
    { ...at, ...br, name: "Home", path: "/" },
    { ...at, ...br, name: "List of events", path: "/events" },
    { ...at, ...br, name: "Event", path: `/events/${SLUG}` },
    { ...at, ...br, name: "Form to save a place (never kept)", path: register },
    { ...at, name: "Saving a place (durable)", path: register, headers: FORM, body, expect: 303 },
  ];
  const cookie = await staffCookie(site.url);
  const staff = { ...at, headers: { ...br.headers, cookie } };
  if (cookie)
    targets.splice(4, 0, { ...staff, name: "Event as staff see it", path: `/manage/events/${SLUG}` });
  return targets;
}

async function staffCookie(url) {
  const helen = await signIn(url).catch(() => null);
  if (!helen) return null;
  const { status } = await helen.get(`/manage/events/${SLUG}`);
  helen.close();
  return status === 200 ? helen.cookie : null;
}

async function startHello() {
  const child = fork("tests/support/hello-server.mjs");
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.disconnect() };
}

/** Seconds from starting the process to the first page, on a database that is there. */
async function timeToFirstPage(databaseUrl) {
  const port = await sparePort();
  const env = { ...SETTINGS, DATABASE_URL: databaseUrl, HOST: "127.0.0.1", PORT: String(port) };
  const began = performance.now();
  const server = spawn(process.execPath, ["server.mjs"], { env, stdio: "ignore" });
  const visitor = newVisitor(`http://127.0.0.1:${port}`);
  while ((await visitor.get("/").catch(() => null))?.status !== 200) await wait(5);
  const took = (performance.now() - began) / 1000;
  visitor.close();
  server.kill("SIGTERM");
  await once(server, "exit");
  return took;
}

const n = (value, digits = 0) =>
  value.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const times = ({ p50, p99 }) => `${n(p50, 1)} / ${n(p99, 1)}`;
const kb = (bytes) => `${n(bytes / 1000, 1)} KB`;

function speedTable(rows) {
  const bare = rows.map((row) => row.c1.bare.perSecond);
  const bare32 = rows.map((row) => row.c32.bare.perSecond);
  const cpu = median(rows.map((row) => row.c32.bare.cpuMs));
  return [
    "| Page | ‰ at 1 | ‰ at 32 | Requests/s at 1 | at 32 | ms at 1: p50 / p99 | at 32 | CPU-ms each |",
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    `| Bare \`node:http\` | 1,000 | 1,000 | ${n(median(bare))} | ${n(median(bare32))} | | | ${n(cpu, 3)} |`,
    ...rows.map(({ name, c1, c32 }) =>
      [
        `| ${name}`,
        `${n(c1.share)} | ${n(c32.share)}`,
        `${n(c1.page.perSecond)} | ${n(c32.page.perSecond)}`,
        `${times(c1.page)} | ${times(c32.page)}`,
        `${n(c32.page.cpuMs, 2)} |`,
      ].join(" | "),
    ),
  ].join("\n");
}

function visitsInWords(visits) {
  if (!visits) return "No browser was found, so no first visit was weighed.";
  const words = (name, visit) => {
    const parts = ["html", "css", "fonts", "images", "scripts", "other"].filter((part) => visit[part] > 0);
    const list = parts.map((part) => `${part} ${kb(visit[part])}`).join(", ");
    return `${name} ${kb(visit.total)} in ${visit.requests} requests (${list})`;
  };
  return `First visit, headers included: ${words("home", visits[0])}; ${words("event", visits[1])}.`;
}

async function measure() {
  const busy = loadavg()[0] ?? 0;
  const borough = await openBorough({ events: [{ slug: SLUG, capacity: 90_000 }] });
  // Requests are logged, as they are for real people.
  const { sites, stop } = await startSites(borough.databaseUrl, 1, { LOG_LEVEL: "info" });
  const [site] = sites;
  const hello = await startHello();
  const visits = await firstVisits([site.url, `${site.url}/events/${SLUG}`]);
  const rows = [];
  for (const target of await targetsOf(site)) {
    process.stderr.write(`  ${target.name}\n`);
    rows.push({
      name: target.name,
      c1: await compare(target, hello, 1),
      c32: await compare(target, hello, 32),
    });
  }
  const memory = residentMb(site.pid);
  hello.stop();
  await stop();
  const starts = [];
  for (let start = 0; start < STARTS; start++) starts.push(await timeToFirstPage(borough.databaseUrl));
  await borough.close();
  return { busy, rows, visits, memory, start: median(starts) };
}

function inMarkdown({ busy, rows, visits, memory, start }) {
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, load ${n(busy, 1)} before`;
  return [
    `\`npm run bench${asked.quick ? " -- --quick" : ""}\` on ${day}: ${machine}.`,
    speedTable(rows),
    `${visitsInWords(visits)} Memory after all this: ${n(memory)} MB. A later start takes ${n(start, 1)} s to the first page.`,
  ].join("\n\n");
}

function writeToReadme(markdown) {
  const readme = readFileSync("README.md", "utf8");
  const between = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;
  writeFileSync(
    "README.md",
    readme.replace(between, (_all, open, close) => `${open}\n\n${markdown}\n\n${close}`),
  );
}

await plainly(async () => {
  await prepare();
  const markdown = inMarkdown(await measure());
  console.log(`\n${markdown}`);
  if (asked.write) writeToReadme(markdown);
});
