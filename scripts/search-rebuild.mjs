// npm run search:rebuild: writes everything that can be found by words anew.
import { loadCommands } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { rebuildSearch } = await loadCommands();
  const { ok, text } = await rebuildSearch();
  if (!ok) throw new Refusal(text);
  console.log(text);
});
