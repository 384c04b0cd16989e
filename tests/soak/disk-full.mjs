// A full disk: reads go on, writes say so in plain words, and all is well again once there is room.
//   node tests/soak/disk-full.mjs    (needs root, to mount a small disk in memory)
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough, startSites } from "../support/borough.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf } from "../support/visitor.mjs";

const SLUG = "full";
const report = newReport("A full disk");

/** Writes a file until nothing more goes on to the disk. */
function fill(file) {
  const ballast = openSync(file, "w");
  for (const piece of [1 << 20, 1 << 12, 512]) {
    try {
      for (;;) writeSync(ballast, Buffer.alloc(piece, 1));
    } catch {
      // That is what was wanted.
    }
  }
  closeSync(ballast);
}

if (process.getuid?.() !== 0) {
  report.skip("only root can mount a disk of its own");
  report.end();
} else {
  await prepare();
  const disk = mkdtempSync(path.join(tmpdir(), "round-here-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=96m", "tmpfs", disk]);
  try {
    await tryIt(disk);
  } finally {
    execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function tryIt(disk) {
  const borough = await openBorough({ folder: disk, events: [{ slug: SLUG, capacity: 1000 }] });
  const { urls, stop } = await startSites(borough.databaseUrl);
  const visitor = newVisitor(urls[0], { connections: 4 });
  const book = (name) => visitor.post(`/events/${SLUG}/register`, personOf(name));
  const before = await book("Before");
  fill(path.join(disk, "ballast"));
  const read = await visitor.get(`/events/${SLUG}/register`);
  let full = await book("While full 0");
  // What room is left in the log of the database may take a few more.
  for (let n = 1; n < 200 && full.status === 303; n += 1) full = await book(`While full ${n}`);
  // Readiness is asked of the database once a second at most.
  await wait(1500);
  const ready = await visitor.get("/readyz");
  const own = await visitor.get(before.location);
  unlinkSync(path.join(disk, "ballast"));
  const after = await book("After");
  visitor.close();
  await stop();
  const peek = await openPeek(borough.databaseUrl);
  const [integrity] = await peek.all("pragma integrity_check");
  await peek.close();
  report.figure(
    "answers: before, reading while full, writing while full, ready, after",
    [before, read, full, ready, after].map(({ status }) => status).join(", "),
  );
  report.check("a place could be saved before", before.status === 303);
  report.check("pages can still be read", read.status === 200 && own.status === 200);
  report.check(
    "writing says 503 in plain words with the number to ring",
    full.status === 503 && full.body.includes("020 7946 0123"),
  );
  report.check("the site says that it is not ready", ready.status === 503);
  report.check("a place can be saved again without a restart", after.status === 303);
  report.check("the database is whole", Object.values(integrity)[0] === "ok");
  report.end();
}
