import type { Db } from "./database.server";

type Values = Record<string, unknown>;

/**
 * A query that is built once for each connection and from then on only asked, with values for its
 * placeholders. Drizzle takes several times longer to build a query than SQLite to answer it, so this is
 * for what every saved place asks; anywhere else a plain query reads better.
 */
export function prepared<Rows>(build: (db: Db) => { execute(values: Values): Promise<Rows> }) {
  const built = new WeakMap<Db, ReturnType<typeof build>>();
  return (db: Db, values: Values): Promise<Rows> => {
    const query = built.get(db) ?? build(db);
    built.set(db, query);
    return query.execute(values);
  };
}
