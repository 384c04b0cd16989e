// npm run move-to-postgres -- --to postgres://… [--from file:…]: copies a SQLite database into an empty PostgreSQL one.
import { parseArgs } from "node:util";
import { loadCommands, secondsSince, shown } from "./lib/commands.mjs";
import { plainly, Refusal } from "./lib/plainly.mjs";

await plainly(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" }, from: { type: "string" } } });
  const from = values.from ?? process.env.DATABASE_URL ?? "file:./data/roundhere.db";
  if (!values.to?.startsWith("postgres") || !from.startsWith("file:")) {
    throw new Refusal(
      "npm run move-to-postgres -- --to postgres://USER:PASSWORD@HOST/DATABASE [--from file:./data/roundhere.db]",
    );
  }
  // The engine is fixed when the server is loaded: it is that of the target.
  process.env.DATABASE_URL = values.to;
  const { moveToPostgres } = await loadCommands();
  const began = performance.now();
  const moved = Object.values(await moveToPostgres(from.slice("file:".length), values.to));
  const rows = moved.reduce((sum, n) => sum + n, 0);
  console.log(`${rows} rows of ${moved.length} tables are in ${shown(values.to)} (${secondsSince(began)}).`);
  console.log(
    "Rows were counted and the audit chain checked on both sides. Now set DATABASE_URL to it and start the site.",
  );
});
