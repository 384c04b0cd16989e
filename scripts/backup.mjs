// npm run backup [-- --keep N]: copies the database to BACKUP_DIR while the site goes on.
import { parseArgs } from "node:util";
import { loadCommands, megabytes, secondsSince, shown } from "./lib/commands.mjs";
import { plainly } from "./lib/plainly.mjs";

await plainly(async () => {
  const { values } = parseArgs({ options: { keep: { type: "string", default: "35" } } });
  const { backUp, programs, settings } = await loadCommands();
  const { databaseUrl, backupFolder } = settings;
  const began = performance.now();
  const { file, manifest, removed } = await backUp({
    databaseUrl,
    folder: backupFolder,
    keep: Number(values.keep),
    programs,
  });
  console.log(
    `${shown(databaseUrl)} is backed up to ${file}: ${megabytes(manifest.bytes)}, ${secondsSince(began)}.`,
  );
  if (removed.length > 0) console.log(`Removed the oldest: ${removed.join(", ")}.`);
});
