import { getTableName, is, Table } from "drizzle-orm";
import { openDatabase } from "~/db/client.server";
import * as schema from "~/db/schema";
import { type AuditCheck, verifyAudit } from "./audit.server";
import { backupEngine } from "./backup.server";
import type { Inspection } from "./backup-engine.server";

/** Rows that come and go by themselves while the site runs: counted, but never compared. */
const PASSING = ["sessions", "audit_unsealed", "messages", "jobs", "rate_limits", "facts", "sign_in_links"];

/** Every table of ours, as Drizzle knows it. */
export const ourTables: Table[] = Object.values(schema).filter((value) => is(value, Table));

/** Counts every table's rows and runs the engine's own checks. Changes nothing. */
export function inspectDatabase(databaseUrl: string, programs: string | null): Promise<Inspection> {
  return backupEngine(databaseUrl, programs).inspect(databaseUrl, ourTables.map(getTableName));
}

/** Walks the whole audit chain of a database; `kept` is a head, `position:hash`, that was written down before. */
export async function checkAudit(databaseUrl: string, kept?: string): Promise<AuditCheck> {
  const database = await openDatabase(databaseUrl);
  try {
    return await verifyAudit(database.db, kept);
  } finally {
    await database.close();
  }
}

/**
 * Tables whose restored rows are neither what stood before the backup, nor what stood after it, nor between.
 * Each is a sentence; none means that nothing was lost.
 */
export function compareRows(
  before: Inspection["rows"],
  after: Inspection["rows"],
  restored: Inspection["rows"],
): string[] {
  return Object.keys(before).flatMap((table) => {
    const [had, has, found] = [before[table] ?? 0, after[table] ?? 0, restored[table] ?? 0];
    if (PASSING.includes(table)) return [];
    if (found >= Math.min(had, has) && found <= Math.max(had, has)) return [];
    return [`${table}: ${found} rows restored of ${had}${has === had ? "" : ` to ${has}`}.`];
  });
}
