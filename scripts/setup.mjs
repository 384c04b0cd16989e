// npm run setup -- <borough.yaml> <email> [name]: an empty database gets its borough and its first administrator.
import { loadCommands } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { setUp } = await loadCommands();
  const { ok, text } = await setUp(process.argv.slice(2));
  if (!ok) throw new Refusal(text);
  console.log(text);
});
