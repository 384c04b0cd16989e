// Every journey in all four pairs: scripts off and on, on a phone and at a desk (docs/decisions/0015).
//   node tests/soak/journeys.mjs
import { ensureBrowser, NO_BROWSER } from "../../scripts/lib/find-browser.mjs";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { closingLine } from "../../scripts/lib/results.mjs";
import { runJourneys } from "../../scripts/lib/steps.mjs";

await plainly(async () => {
  await prepare();
  const browser = await ensureBrowser();
  if (!browser) return console.log(`  not tried: ${NO_BROWSER}`);
  Object.assign(process.env, { CHROMIUM: browser, JOURNEYS: "every" });
  const count = await runJourneys("Journeys in all four pairs");
  console.log(`RESULT journeys in all four pairs: ${closingLine(count)}`);
  if (count.failed > 0) process.exitCode = 1;
});
