import { type Database, openDatabase } from "~/db/client.server";
import { afterThisFile, makeDatabase } from "./engine";

/**
 * A migrated, empty database for the calling test file, on the engine that the run is for. It is closed and
 * removed when the file's tests are done. Call it in `beforeAll`; each call makes another one.
 */
export async function freshDatabase(): Promise<Database> {
  const database = await openDatabase(await makeDatabase());
  afterThisFile(() => database.close());
  return database;
}
