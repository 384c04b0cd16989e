// npm run admin -- <email> [name]: a one-time code for the first or a locked-out administrator.
import { loadCommands } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { makeAdmin } = await loadCommands();
  const { ok, text } = await makeAdmin(process.argv.slice(2));
  if (!ok) throw new Refusal(text);
  console.log(text);
});
