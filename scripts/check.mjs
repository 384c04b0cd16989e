// npm run check: types, format, floors and rooms, dead code, structure.
import { plainly } from "./lib/plainly.mjs";
import { prepare } from "./lib/prepare.mjs";
import { closingLine } from "./lib/results.mjs";
import { runChecks } from "./lib/steps.mjs";

await plainly(async () => {
  await prepare();
  const total = await runChecks();
  console.log(closingLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
});
