// npm run drill: would a backup bring everything back? Makes one, restores it elsewhere, checks it, serves pages from it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadCommands, megabytes, secondsSince, shown } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";
import { startServer } from "./lib/server-process.mjs";

const PAGES = 10;

/** Does one part of the drill, and says what came of it and how long it took. */
async function part(what, work) {
  const began = performance.now();
  const { said, value } = await work();
  console.log(`  ${what.padEnd(22)} ${secondsSince(began).padStart(7)}  ${said}`);
  return value;
}

/** Throws the troubles, if there are any. */
function refuse(troubles) {
  if (troubles.length > 0) throw new Refusal(`\nThe drill FAILED:\n  ${troubles.join("\n  ")}`);
}

/** Paths of the site's own list of pages. */
async function pathsOf(url) {
  const listed = await (await fetch(`${url}/sitemap.xml`)).text();
  const paths = [...listed.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  return [...new Set(["/", ...paths])].slice(0, PAGES);
}

async function openPages(url) {
  const paths = await pathsOf(url);
  const answers = await Promise.all(
    paths.map(async (each) => {
      const answer = await fetch(url + each, { redirect: "manual" });
      return answer.status === 200 && (await answer.text()).includes("</html>")
        ? null
        : `${each} answered ${answer.status}.`;
    }),
  );
  refuse(answers.filter((trouble) => trouble !== null));
  return paths.length;
}

/** Serves the copy: no mail leaves, since it has no mail server. */
async function serveFrom(copy, folder) {
  const settings = {
    ...process.env,
    DATABASE_URL: copy,
    SMTP_URL: "",
    DATABASE_REPLICA_URLS: "",
    LOG_LEVEL: "warn",
  };
  const site = await part("Site on the copy", async () => {
    const value = await startServer(settings, path.join(folder, "site.log"));
    return { value, said: "answers /readyz" };
  });
  try {
    await part("Pages", async () => ({ said: `${await openPages(site.url)} opened` }));
  } finally {
    await site.stop();
  }
}

async function check(commands, copy, before, after) {
  const { inspectDatabase, checkAudit, compareRows, programs } = commands;
  const restored = await inspectDatabase(copy, programs);
  const { trouble } = await checkAudit(copy);
  refuse([...restored.problems, ...compareRows(before, after, restored.rows), ...(trouble ? [trouble] : [])]);
  const rows = Object.values(restored.rows).reduce((sum, n) => sum + n, 0);
  return {
    said: `integrity, keys and audit chain hold; ${rows} rows of ${Object.keys(before).length} tables`,
  };
}

await plainly(async () => {
  const commands = await loadCommands();
  const { backUp, restoreBackup, scratchFor, inspectDatabase, programs, settings } = commands;
  const { databaseUrl, backupFolder } = settings;
  const began = performance.now();
  console.log(`Drill on ${shown(databaseUrl)}`);
  const before = await inspectDatabase(databaseUrl, programs);
  const file = await part("Backup", async () => {
    const made = await backUp({ databaseUrl, folder: backupFolder, keep: 35, programs });
    return { value: made.file, said: `${made.file}, ${megabytes(made.manifest.bytes)}` };
  });
  const after = await inspectDatabase(databaseUrl, programs);
  const copy = await scratchFor(databaseUrl, programs);
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-drill-"));
  try {
    const lost = performance.now();
    await part("Restore elsewhere", async () => {
      await restoreBackup({ file, databaseUrl: copy.url, force: false, programs });
      return { said: "the backup is what was written" };
    });
    await part("Check of the copy", () => check(commands, copy.url, before.rows, after.rows));
    await serveFrom(copy.url, folder);
    console.log(
      `The drill passed in ${secondsSince(began)}. Had the database been lost, pages were back after ${secondsSince(lost)},`,
    );
    console.log("with everything up to the moment of the backup.");
  } finally {
    await copy.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
