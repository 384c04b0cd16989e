// A full disk, a disk that fails, data that is moved away: reads go on, writes say so, and what can come back comes
// back without a restart. A start that cannot work says why.
//   node tests/soak/disk-full.mjs     needs root, for mounting small disks
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { sparePort } from "../../scripts/lib/spare-port.mjs";
import { openBorough } from "../support/borough.mjs";
import { SETTINGS, startSite, temporaryFolder } from "../support/live-site.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { failingDisk, memoryDisk, noSmallDisk } from "../support/small-disk.mjs";
import { newVisitor, personOf } from "../support/visitor.mjs";

const SLUG = "disk";
const PHONE = "020 7946 0123";
const MEGABYTES = 24;
const READS = ["/", "/events", `/events/${SLUG}`, `/events/${SLUG}/register`];

const { folder, remove } = temporaryFolder();
let people = 0;

/** Saves a place as a new person. */
function save(visitor) {
  people += 1;
  return visitor.post(`/events/${SLUG}/register`, personOf(`Person ${people}`));
}

async function reads(visitor) {
  const answers = [];
  for (const address of READS) answers.push((await visitor.get(address)).status);
  return answers;
}

async function readiness(visitor) {
  // The site asks its database once a second at most.
  await wait(1200);
  const { status, body } = await visitor.get("/readyz");
  return { status, ...JSON.parse(body) };
}

/** All that must be true while nothing can be written. */
async function judgeUnwritable(report, visitor, what) {
  const refused = [];
  for (let n = 0; n < 5; n++) refused.push(await save(visitor));
  const plain = refused.every(({ status, body }) => status === 503 && body.includes(PHONE));
  report.check(`${what}: forms are answered with 503, in plain words with the phone number`, plain);
  const seen = await reads(visitor);
  report.check(
    `${what}: pages can still be read (${seen.join(", ")})`,
    seen.every((status) => status === 200),
  );
  const ready = await readiness(visitor);
  report.check(
    `${what}: /readyz says 503 and why (${ready.reasons})`,
    ready.status === 503 && ready.reasons.length > 0,
  );
}

/** All that must be true once it can be written again, by the same process. */
async function judgeBack(report, visitor, what) {
  const ready = await readiness(visitor);
  report.check(`${what}: /readyz says 200 again`, ready.status === 200);
  const { status, location } = await save(visitor);
  const page = await visitor.get(location);
  report.check(`${what}: places can be saved again without a restart`, status === 303 && page.status === 200);
}

async function judgeFile(report, borough, acknowledged, what) {
  const peek = await openPeek(borough.databaseUrl);
  const [{ n }] = await peek.all(
    "select count(*) as n from registrations where event_id = ?",
    borough.eventIds[0],
  );
  const [{ loose }] = await peek.all(
    "select count(*) as loose from participants where id not in (select participant_id from registrations) and name like 'Person %'",
  );
  const [{ integrity_check: integrity }] = await peek.all("pragma integrity_check");
  await peek.close();
  report.check(
    `${what}: ${n} registrations for ${acknowledged} acknowledged, nothing half written`,
    n === acknowledged && loose === 0,
  );
  report.check(`${what}: integrity ${integrity}`, integrity === "ok");
}

const openOn = (disk) => openBorough({ folder: disk, events: [{ slug: SLUG, capacity: 50_000 }] });

/** Saves places until the disk is really full: the files may have room left that they took before. */
async function saveUntilRefused(visitor) {
  for (let saved = 0; saved < 2000; saved++) if ((await save(visitor)).status !== 303) return saved;
  throw new Error("The disk never filled.");
}

async function fullDisk(report) {
  const disk = memoryDisk(path.join(folder, "full"), MEGABYTES);
  if (!disk) return report.skip("a full disk: it could not be mounted");
  try {
    const borough = await openOn(disk.folder);
    const site = await startSite(borough.databaseUrl);
    const visitor = newVisitor(site.url, { connections: 1 });
    const before = (await save(visitor)).status === 303 ? 1 : 0;
    disk.fill();
    const squeezed = await saveUntilRefused(visitor);
    report.figure("full disk", `${squeezed} more places were saved before the first 503`);
    await judgeUnwritable(report, visitor, "full disk");
    disk.free();
    await judgeBack(report, visitor, "full disk, freed");
    const { code } = await site.stop();
    visitor.close();
    report.check("full disk, freed: ends with code 0", code === 0);
    await judgeFile(report, borough, before + squeezed + 1, "full disk, freed");
    await readOnlyStart(report, disk, borough);
  } finally {
    disk.remove();
  }
}

/** Starts the site where it cannot work; it must end by itself. */
async function startInVain(databaseUrl) {
  const env = { ...SETTINGS, DATABASE_URL: databaseUrl, PORT: String(await sparePort()), HOST: "127.0.0.1" };
  const { code, output } = await run([process.execPath, "server.mjs"], { env });
  return { code, said: output.trim() };
}

/** One sentence: no stack, no second line. */
function judgeRefusal(report, what, { code, said }) {
  const isPlain = said.split("\n").length === 1 && /^[A-Z].* .* .*\.$/.test(said) && said.length < 300;
  report.check(`${what}: a start ends with a code other than 0 (${code})`, code !== 0);
  report.check(`${what}: it says why in one sentence: ${said}`, isPlain);
}

async function readOnlyStart(report, disk, borough) {
  if (!disk.readOnly()) return report.skip("a start on a disk that is read-only: it could not be remounted");
  judgeRefusal(report, "read-only disk", await startInVain(borough.databaseUrl));
  judgeRefusal(report, "new file on a read-only disk", await startInVain(`file:${disk.folder}/new/new.db`));
  disk.writable();
  const site = await startSite(borough.databaseUrl);
  const { code } = await site.stop();
  report.check("read-only disk, writable again: it starts", code === 0);
}

async function failedDisk(report) {
  const disk = failingDisk(path.join(folder, "failing"), 2 * MEGABYTES);
  if (!disk) return report.skip("a disk that turns read-only while in use: it could not be mounted");
  try {
    const borough = await openOn(disk.folder);
    const site = await startSite(borough.databaseUrl);
    const visitor = newVisitor(site.url, { connections: 1 });
    await save(visitor);
    if (!disk.fail())
      return report.skip("a disk that turns read-only while in use: this kernel cannot feign it");
    await judgeUnwritable(report, visitor, "disk turned read-only");
    visitor.close();
    const { code, signal } = await site.stop();
    report.check(`disk turned read-only: it ends when asked to (${signal ?? code})`, signal === null);
  } finally {
    disk.remove();
  }
}

async function missingData(report) {
  const home = path.join(folder, "here");
  const away = path.join(folder, "away");
  mkdirSync(home);
  const borough = await openOn(home);
  const site = await startSite(borough.databaseUrl);
  const visitor = newVisitor(site.url, { connections: 1 });
  await save(visitor);
  renameSync(home, away);
  await judgeUnwritable(report, visitor, "data moved away");
  report.check("data moved away: nothing new was made in its place", !existsSync(home));
  renameSync(away, home);
  await judgeBack(report, visitor, "data moved back");
  await site.stop();
  visitor.close();
  await judgeFile(report, borough, 2, "data moved back");
  writeFileSync(path.join(folder, "a-file"), "");
  judgeRefusal(report, "a folder that cannot be made", await startInVain(`file:${folder}/a-file/data.db`));
}

await plainly(async () => {
  await prepare();
  const report = newReport("Full disk, failing disk, missing data");
  try {
    const cannot = noSmallDisk();
    if (cannot) report.skip(`a full disk and a failing one: ${cannot}`);
    else {
      await fullDisk(report);
      await failedDisk(report);
    }
    await missingData(report);
  } finally {
    remove();
  }
  report.end();
});
