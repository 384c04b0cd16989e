import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { env } from "./env.server";

/** True when DATABASE_URL names PostgreSQL. The engine is fixed when this module loads. */
export const isPostgres = env.isPostgres;

/** Everything is typed as SQLite; at run time the other engine's builder may stand in. */
const pick = <T>(sqlite: T, postgres: unknown): T => (isPostgres ? (postgres as T) : sqlite);

/** A table, in whichever engine runs. */
export const table = pick(lite.sqliteTable, pg.pgTable);
/** A plain index. */
export const index = pick(lite.index, pg.index);
/** A unique index; NULLs never clash on either engine. */
export const uniqueIndex = pick(lite.uniqueIndex, pg.uniqueIndex);
/** A check constraint. */
export const check = pick(lite.check, pg.check);
/** A primary key over several columns. */
export const primaryKey = pick(lite.primaryKey, pg.primaryKey);

/** Text from a closed list of codes. */
export const code = pick(
  <const E extends readonly [string, ...string[]]>(name: string, codes: E) =>
    lite.text(name, { enum: codes }),
  <const E extends readonly [string, ...string[]]>(name: string, codes: E) =>
    pg.text(name, { enum: codes as never }),
);
/** Free text, ids, slugs, and days as YYYY-MM-DD. */
export const text = pick((name: string) => lite.text(name), pg.text);
/** Whole numbers to 2^53: int8 in PostgreSQL. Money is pence. */
export const integer = pick(
  (name: string) => lite.integer(name),
  (name: string) => pg.bigint(name, { mode: "number" }),
);
/** A number that the engine gives to each new row. */
export const numbered = pick(
  (name: string) => lite.integer(name),
  (name: string) => pg.bigserial(name, { mode: "number" }),
);
/** Yes or no. */
export const boolean = pick((name: string) => lite.integer(name, { mode: "boolean" }), pg.boolean);
/** A moment in UTC, to the millisecond. */
export const moment = pick(
  (name: string) => lite.integer(name, { mode: "timestamp_ms" }),
  (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
);
/** A small document whose shape is `T`. */
export const json = pick(<T>(name: string) => lite.text(name, { mode: "json" }).$type<T>(), pg.jsonb);
