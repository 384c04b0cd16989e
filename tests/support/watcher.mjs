// A thread that looks at one event in the database as fast as it can; see watchEvent.
import { parentPort, Worker, workerData } from "node:worker_threads";
import { openPeek } from "./peek.mjs";

/** All that must agree at any instant, in one statement and so in one snapshot. */
function lookSql(peek) {
  const sum = (state) =>
    `(select coalesce(sum(places), 0) from registrations r where r.event_id = e.id and r.state = '${state}')`;
  const cuts =
    peek.engine === "sqlite"
      ? "(select group_concat(places) from (select places from allocation_notes n where n.event_id = e.id and what = 'resized' order by rowid))"
      : "(select string_agg(places::text, ',' order by xmin::text::bigint) from allocation_notes n where n.event_id = e.id and what = 'resized')";
  return `select e.capacity, e.confirmed_places, e.held_places, e.waiting_count,
    ${sum("confirmed")} as confirmed, ${sum("offered")} as held,
    (select count(*) from registrations r where r.event_id = e.id and r.state = 'waiting') as waiting,
    ${cuts} as resized from events e where e.id = ?`;
}

async function watch({ databaseUrl, eventId }) {
  const peek = await openPeek(databaseUrl);
  const sql = lookSql(peek);
  const found = { looks: 0, different: 0, most: 0, above: [], unequal: [] };
  let before = null;
  let goOn = true;
  parentPort.once("message", () => {
    goOn = false;
  });
  while (goOn) {
    const [row] = await peek.all(sql, eventId);
    note(found, row, before);
    before = row;
    // Lets the word to stop come in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await peek.close();
  parentPort.postMessage(found);
}

function note(found, row, before) {
  found.looks += 1;
  const [taken, counted] = [Number(row.confirmed) + Number(row.held), row.confirmed_places + row.held_places];
  if (before && JSON.stringify(before) !== JSON.stringify(row)) found.different += 1;
  found.most = Math.max(found.most, taken);
  const isEqual =
    Number(row.confirmed) === row.confirmed_places &&
    Number(row.held) === row.held_places &&
    Number(row.waiting) === row.waiting_count;
  if (!isEqual) found.unequal.push({ ...row, counted });
  if (taken > mostAllowed(row, before)) found.above.push({ row, before });
}

/** The room there was at any time since the last look; what was taken before may stay after a cut. */
function mostAllowed(row, before) {
  const resizes = (row.resized ?? "").split(",").filter(Boolean).map(Number);
  const known = (before?.resized ?? "").split(",").filter(Boolean).length;
  const takenBefore = before ? Number(before.confirmed) + Number(before.held) : 0;
  return Math.max(row.capacity, takenBefore, ...resizes.slice(known));
}

if (workerData?.watches) await watch(workerData);

/**
 * Watches an event on a connection of its own, in a thread of its own.
 * @param {string} databaseUrl
 * @param {string} eventId
 * @returns how to stop; then what was seen: `looks`, how many of them saw something new, `above` capacity without a
 *   cut, and `unequal`: the event's counts against its rows
 */
export function watchEvent(databaseUrl, eventId) {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { watches: true, databaseUrl, eventId },
  });
  const found = new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  return {
    stop() {
      worker.postMessage("stop");
      return found;
    },
  };
}
