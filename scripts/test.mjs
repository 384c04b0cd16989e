// npm test: everything that says whether the product is sound, from a fresh clone.
import { ensureBrowser, NO_BROWSER } from "./lib/find-browser.mjs";
import { findPostgres, NO_POSTGRES } from "./lib/find-postgres.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";
import { prepare } from "./lib/prepare.mjs";
import { closingLine, ONE_FAILED, ONE_SKIPPED, sum } from "./lib/results.mjs";
import { runChecks, runJourneys, runVitest } from "./lib/steps.mjs";

const HELP = `npm test                  everything
npm test -- PART …        only these parts:
  checks     types, format, floors and rooms, dead code, structure
  unit       tests that need no database
  sqlite     tests of the features on SQLite
  postgres   the same tests on PostgreSQL
  journeys   a browser goes through the built site, with and without scripts

Settings: CHROMIUM (path of a browser), PG_BIN (folder of PostgreSQL's programs),
CI=true (a missing browser or PostgreSQL is a failure instead of a skip).`;

/** What this machine cannot run: skipped, with the reason, unless everything has to run. */
function cannot(reason) {
  console.log(reason);
  return process.env.CI === "true" ? ONE_FAILED : ONE_SKIPPED;
}

const PARTS = {
  checks: runChecks,
  unit: () => runVitest("Tests that need no database", "unit"),
  sqlite: () => runVitest("Features on SQLite", "sqlite"),
  postgres: async () =>
    findPostgres() ? runVitest("Features on PostgreSQL", "postgres") : cannot(NO_POSTGRES),
  async journeys() {
    const browser = await ensureBrowser();
    if (!browser) return cannot(NO_BROWSER);
    process.env.CHROMIUM = browser;
    return runJourneys("Journeys in a browser");
  },
};

await plainly(async () => {
  const asked = process.argv.slice(2);
  if (asked.includes("--help")) return console.log(HELP);
  const unknown = asked.find((part) => !(part in PARTS));
  if (unknown) throw new Refusal(`There is no part "${unknown}".\n\n${HELP}`);
  await prepare();
  const counts = [];
  for (const part of Object.keys(PARTS)) {
    if (asked.length === 0 || asked.includes(part)) counts.push(await PARTS[part]());
  }
  const total = sum(counts);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
