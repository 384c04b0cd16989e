import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { startServer } from "../../scripts/lib/server-process.mjs";
import { type Came, momentsWhile, NOT_CHANCE, orderInBytes, type Row, surprise } from "../support/joiner";
import { demoBorough, SETTINGS, temporaryFolder } from "../support/live-site.mjs";

test.skip(
  ({ javaScriptEnabled, viewport }) => javaScriptEnabled !== false || viewport?.width !== 375,
  "No page is opened: once is enough.",
);

const SURVEY = "/surveys/getting-to-appointments";
const PEOPLE = 50;
/** So many are stored together at least. */
const BATCH = 10;

/** Answers the survey as a browser without scripts would, with things on the way that could give somebody away. */
async function answer(url: string, n: number): Promise<Came & { code: string; form: string }> {
  const words = `canary-words-${n}-${randomUUID()}`;
  const browser = { "user-agent": `canary-browser-${n}`, origin: url };
  let cookie = "";
  const send = async (page: string, fields: Record<string, string>) => {
    const answer = await fetch(`${url}${SURVEY}/${page}`, {
      method: "POST",
      headers: { ...browser, cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ action: "next", ...fields }).toString(),
      redirect: "manual",
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return answer.headers.get("location") ?? `${answer.status}`;
  };
  let next = await send("last_time", { last_time: "never" });
  const code = cookie.split("=")[1] ?? "";
  for (let pages = 0; !next.endsWith("/check") && pages < 12; pages += 1) {
    const page = next.split("/").at(-1) ?? "";
    next = await send(page, page === "one_thing" ? { one_thing: words } : {});
  }
  const check = await fetch(`${url}${SURVEY}/check`, { headers: { ...browser, cookie } });
  const form = (await check.text()).match(/name="submissionId" value="([^"]+)"/)?.[1] ?? "";
  const sent = await send("check", { action: "submit", submissionId: form });
  expect(sent).toContain("/sent");
  return { words, at: Date.now(), code, form };
}

function rowsOf(file: string): Row[] {
  const database = new Database(file, { readonly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const rows = tables.flatMap((table) =>
    (database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).map((values) => ({
      table,
      values,
    })),
  );
  database.close();
  return rows;
}

/** How many responses of the survey wait to be stored: those of the next batch who came before. */
function waitingIn(rows: readonly Row[]): number {
  const survey = rows.find(({ table, values }) => table === "surveys" && SURVEY.endsWith(`/${values.slug}`));
  const stored = rows.filter(
    ({ table, values }) => table === "survey_responses" && values.survey_id === survey?.values.id,
  );
  return Number(survey?.values.received) - stored.length;
}

test("from a full copy of database and log nobody finds who answered what, when or in which order", async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const address = await demoBorough(folder);
  const file = address.replace("file:", "");
  const logFile = path.join(folder, "site.log");
  const site = await startServer(
    { ...SETTINGS, DATABASE_URL: address, LIMITS: "normal", LOG_LEVEL: "info" },
    logFile,
  );
  await fetch(`${site.url}/surveys`);
  const waiting = waitingIn(rowsOf(file));
  const from = Date.now();
  const people: Awaited<ReturnType<typeof answer>>[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await answer(site.url, n));
  const to = Date.now();
  // The copy: the file, what is not yet in it, and everything that the site said.
  const copy = path.join(folder, "copy.db");
  for (const end of ["", "-wal"]) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
  const wal = existsSync(`${copy}-wal`) ? readFileSync(`${copy}-wal`) : Buffer.alloc(0);
  const log = readFileSync(logFile);
  await site.stop();
  const rows = rowsOf(copy);
  const whole = new Database(copy);
  whole.pragma("wal_checkpoint(TRUNCATE)");
  whole.close();
  const bytes = readFileSync(copy);
  remove();

  // Each response is there once, in one row, and what is not stored yet can't be read anywhere.
  const theirs = rows.filter(({ values }) => JSON.stringify(values).includes("canary-words"));
  expect(new Set(theirs.map(({ table }) => table))).toEqual(new Set(["survey_responses"]));
  expect(theirs.length).toBeGreaterThanOrEqual(PEOPLE - 9);
  const came = ({ values }: Row) => people.findIndex(({ words }) => JSON.stringify(values).includes(words));
  expect(new Set(theirs.map(came)).size).toBe(theirs.length);
  for (const [n, { words }] of people.entries()) {
    const isStored = theirs.some((row) => came(row) === n);
    expect([bytes.includes(words), wal.includes(words) && !isStored]).toEqual([isStored, false]);
  }

  // Nothing that a browser brought is kept: no code, no form, no name of a browser. The log says nothing of it.
  for (const [n, { code, form, words }] of people.entries()) {
    for (const kept of [bytes, wal, log]) {
      expect([code, form, `canary-browser-${n}`].map((one) => kept.includes(one))).toEqual([
        false,
        false,
        false,
      ]);
    }
    expect(log.includes(words)).toBe(false);
  }
  const lines = log.toString().split("\n");
  expect(lines.filter((line) => line.includes('"route":"/surveys"'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(SURVEY))).toEqual([]);

  // No moment while they answered stands in any row, as a date, a number or inside an id, but for whole ten minutes.
  const finer = momentsWhile(rows, from, to).filter(({ moment }) => moment % 600_000 !== 0);
  expect(finer).toEqual([]);

  // Neither ids, nor where rows lie, nor bytes of the file tell the order in which people came. What is not yet in
  // the file tells which ten came together, and within the ten nothing.
  const byId = [...theirs].sort((a, b) => Number(a.values.id) - Number(b.values.id));
  expect(surprise([theirs.map(came)])).toBeLessThan(NOT_CHANCE);
  expect(surprise([byId.map(came)])).toBeLessThan(NOT_CHANCE);
  expect(surprise([orderInBytes(bytes, people)])).toBeLessThan(NOT_CHANCE);
  expect(surprise([orderInBytes(wal, people)], BATCH, BATCH - waiting)).toBeLessThan(NOT_CHANCE);
  // The program is no paper tiger: it does see the order in which forms were sent, were it kept.
  expect(surprise([people.map((_, n) => n)])).toBeGreaterThan(NOT_CHANCE);
});
