import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** A server of our own, for tests. */
const SERVER = ["initdb", "postgres"];
/** What backup and restore use. */
export const CLIENT = ["pg_dump", "pg_restore", "psql"];

/** Folders that may hold PostgreSQL's programs: PG_BIN first, then PATH, then where Debian and Homebrew put them. */
function candidates() {
  const found = [process.env.PG_BIN, ...(process.env.PATH ?? "").split(path.delimiter)];
  for (const base of ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"]) {
    if (!existsSync(base)) continue;
    const versions = readdirSync(base).filter((name) => /^(postgresql@)?\d+$/.test(name));
    versions.sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")));
    found.push(...versions.map((version) => path.join(base, version, "bin")));
  }
  return found.filter((folder) => folder);
}

/**
 * Finds the folder with PostgreSQL's programs.
 * @param {string[]} [needed] programs that must be there: those of the server unless told otherwise
 * @returns {string | null} the folder, newest version first, or null when this machine has none
 */
export function findPostgres(needed = SERVER) {
  return candidates().find((folder) => needed.every((name) => existsSync(path.join(folder, name)))) ?? null;
}

/** What to tell a person whose machine has no PostgreSQL. */
export const NO_POSTGRES =
  "PostgreSQL's programs (initdb, postgres) were not found, so nothing was tried on PostgreSQL. On Debian: apt-get install postgresql.";
