// npm run verify-audit: walks the whole chain of what was done, and says whether anything in it was changed.
import { loadCommands, shown } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { checkAudit, settings } = await loadCommands();
  const { sealed, unsealed, head, trouble } = await checkAudit(settings.databaseUrl);
  if (trouble)
    throw new Refusal(`The audit chain of ${shown(settings.databaseUrl)} does NOT hold: ${trouble}`);
  console.log(
    `The audit chain holds: ${sealed} sealed, ${unsealed} waiting for their seal. Its head is ${head}.`,
  );
});
