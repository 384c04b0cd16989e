/** What the scripts of the same names in scripts/ do; they import the built server, so that nothing is written twice. */
import { env } from "~/db/env.server";
import { backupEngine } from "~/platform/backup.server";

export { backUp, restoreBackup } from "~/platform/backup.server";
export { checkAudit, compareRows, inspectDatabase } from "~/platform/backup-check.server";
export { moveToPostgres } from "~/platform/backup-move.server";

export { makeAdmin, rebuildSearch, setUp } from "./set-up.server";

/** The settings that commands show and use. */
export const settings = { databaseUrl: env.DATABASE_URL, backupFolder: env.BACKUP_DIR };

/** An empty place to restore a backup of this database to, and how to be rid of it. */
export const scratchFor = (databaseUrl: string, programs: string | null) =>
  backupEngine(databaseUrl, programs).scratch(databaseUrl);
