// npm run verify-audit [-- <head>]: walks the whole chain of what was done, and says whether anything in it was
// changed. With a head that was written down earlier (position:hash), also whether the chain was made anew.
import { loadCommands, shown } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { checkAudit, settings } = await loadCommands();
  const { sealed, unsealed, head, trouble } = await checkAudit(settings.databaseUrl, process.argv[2]);
  if (trouble)
    throw new Refusal(`The audit chain of ${shown(settings.databaseUrl)} does NOT hold: ${trouble}`);
  console.log(
    `The audit chain holds: ${sealed} sealed, ${unsealed} waiting for their seal. Its head is ${head}.`,
  );
});
