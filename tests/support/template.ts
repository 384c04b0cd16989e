/** Migrates an empty database so that it can be copied. The engine is fixed when app/db loads, hence the late import. */
export async function makeTemplate(url: string): Promise<void> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = url;
  process.env.SECRET ??= "only-for-tests-only-for-tests-only-for-tests";
  try {
    const { openDatabase } = await import("~/db/client.server");
    const database = await openDatabase(url);
    await database.migrate();
    await database.close();
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
}
