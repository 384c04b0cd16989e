/** What went wrong with a backup, in a sentence for the person who runs the command. */
export class BackupTrouble extends Error {
  override name = "BackupTrouble";
}

/** What to say of a database that lacks a table or column of this version. */
export const OLDER = "The database is older than this version. Start the site on it once, then try again.";

/** Rows by table, and what an engine's own checks complain about. */
export type Inspection = { rows: Record<string, number>; problems: string[] };

/** How one engine copies a database and puts a copy back. Addresses are `file:` or `postgres://`. */
export type BackupEngine = {
  /** How its files end, without the dot. */
  ending: "db" | "dump";
  /** Copies a database that may be in use, as it stands at one moment, into a file that is not there yet. */
  copyTo(url: string, file: string): Promise<void>;
  /**
   * Puts a copy back. Refuses a database that holds anything, unless `force`, and one in use always. What was
   * replaced is kept where the engine can (SQLite).
   */
  restore(file: string, url: string, force: boolean): Promise<void>;
  /** Counts the rows of these tables and runs the engine's own checks. Changes nothing. */
  inspect(url: string, tables: readonly string[]): Promise<Inspection>;
  /** Removes copies that lie beside the database since before that time (ms), and returns their names. */
  removeOldCopies(url: string, before: number): string[];
  /** An empty place to restore a copy to, near the database, and how to be rid of it. */
  scratch(url: string): Promise<{ url: string; remove(): Promise<void> }>;
};
