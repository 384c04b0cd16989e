// npm run restore -- FILE [--to file:… | postgres://…] [--force]: puts a backup back.
import { parseArgs } from "node:util";
import { loadCommands, secondsSince, shown } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

const USAGE = `npm run restore -- FILE [--to ADDRESS] [--force]

FILE     a backup made by npm run backup; its .json must lie beside it
--to     file:… or postgres://…; DATABASE_URL unless given
--force  replaces what is there (a SQLite file is kept under another name)`;

await plainly(async () => {
  const options = { to: { type: "string" }, force: { type: "boolean", default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw new Refusal(USAGE);
  if (values.to) process.env.DATABASE_URL = values.to;
  const { restoreBackup, programs, settings } = await loadCommands();
  const began = performance.now();
  const { databaseUrl } = settings;
  const { madeAt } = await restoreBackup({ file, databaseUrl, force: values.force, programs });
  console.log(
    `${shown(databaseUrl)} is as it was at ${madeAt} (${secondsSince(began)}). Start the site on it now.`,
  );
});
