// Every acknowledged write was on the disk before it was acknowledged, also after a restart on an old database.
//   node tests/soak/fsync.mjs [--people 200]     needs strace
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough } from "../support/borough.mjs";
import { startSite } from "../support/live-site.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf } from "../support/visitor.mjs";

const SLUG = "fsync";
const { values: asked } = parseArgs({ options: { people: { type: "string", default: "200" } } });
const people = Number(asked.people);

/** Writes down each call that makes the disk keep something, with its file and its time. */
async function startTracing(pid, file) {
  const calls = ["-f", "-y", "-ttt", "-e", "trace=fsync,fdatasync", "-o", file, "-p", String(pid)];
  const strace = spawn("strace", calls, { stdio: ["ignore", "ignore", "pipe"] });
  const [said] = await once(strace.stderr, "data");
  if (!String(said).includes("attached")) throw new Error(`strace could not look on: ${said}`);
  return async () => {
    strace.kill("SIGINT");
    await once(strace, "exit");
    return timesOfSyncs(readFileSync(file, "utf8"));
  };
}

/** When the write-ahead log was synced, in milliseconds. A line that goes on later is counted where it began. */
function timesOfSyncs(trace) {
  const lines = trace.split("\n").filter((line) => /\bf(?:data)?sync\(\d+<[^>]*-wal>/.test(line));
  return lines.map((line) => Number(/(\d+\.\d+) f/.exec(line)?.[1]) * 1000);
}

const now = () => performance.timeOrigin + performance.now();

/** Saves places one after another; nobody is to be told, so that no message is written after the answer. */
async function saveOneByOne(url) {
  const visitor = newVisitor(url, { connections: 1 });
  const spans = [];
  for (let n = 0; n < people; n++) {
    const sent = now();
    const form = personOf(`Person ${n}`, { contact: "none", email: "" });
    const { status } = await visitor.post(`/events/${SLUG}/register`, form);
    spans.push({ sent, answered: now(), status });
  }
  visitor.close();
  return spans;
}

async function trace(borough) {
  // Made by one process and used by the next: a reopened file must be as careful as a new one.
  await (await startSite(borough.databaseUrl)).stop();
  const site = await startSite(borough.databaseUrl);
  const stopTracing = await startTracing(site.pid, path.join(borough.folder, "trace.txt"));
  const spans = await saveOneByOne(site.url);
  const syncs = await stopTracing();
  await site.stop();
  return { spans, syncs };
}

await plainly(async () => {
  await prepare();
  const report = newReport(`${people} places saved one by one, watched by strace`);
  if (spawnSync("strace", ["-V"]).status !== 0) return report.skip("strace was not found");
  const borough = await openBorough({ events: [{ slug: SLUG, capacity: 50_000 }] });
  try {
    const { spans, syncs } = await trace(borough);
    const bare = spans.filter(({ sent, answered }) => !syncs.some((at) => at >= sent && at <= answered));
    report.figure("syncs of the write-ahead log", syncs.length, `${syncs.length} syncs`);
    report.check(
      "every form is answered with 303",
      spans.every(({ status }) => status === 303),
    );
    report.check("there are at least as many syncs as acknowledged writes", syncs.length >= people);
    report.check(`each answer waited for a sync of its own (${bare.length} did not)`, bare.length === 0);
  } finally {
    await borough.close();
  }
  report.end();
});
