/** What this device keeps, in its own database: lists by event, what is not sent yet, and its name. */
const NAME = "check-in";
const STORES = ["events", "queue", "noted", "device"];

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("events", { keyPath: "slug" });
      request.result.createObjectStore("queue", { keyPath: "turn", autoIncrement: true });
      request.result.createObjectStore("noted", { keyPath: "id" });
      request.result.createObjectStore("device", { keyPath: "key" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

const answerTo = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Does something with all stores at once: whole, or not at all. Returns when it is on the disk. */
async function transact(work) {
  const database = await open();
  const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const result = await work((store) => transaction.objectStore(store));
  await done;
  return result;
}

const all = async (store) => {
  const database = await open();
  return answerTo(database.transaction(store).objectStore(store).getAll());
};

/** The list of an event as it was last taken, with what was noted here since; undefined when there is none. */
export async function readEvent(slug) {
  const database = await open();
  return answerTo(database.transaction("events").objectStore("events").get(slug));
}

/** What is not sent yet of one event, or of all, in the order in which it was noted. */
export const readQueue = async (slug) => (await all("queue")).filter((one) => !slug || one.slug === slug);

/** What was noted here, the newest first, with what became of it. */
export const readNoted = async (slug) =>
  (await all("noted")).filter((one) => one.slug === slug).sort((a, b) => b.at - a.at);

/** Keeps an item to send, what is shown for it, and what it changes in the list: all three or nothing. */
export function note(slug, item, shown, change) {
  return transact(async (store) => {
    const event = await answerTo(store("events").get(slug));
    if (event) {
      change(event);
      store("events").put(event);
    }
    store("queue").add({ slug, item });
    if (shown) store("noted").put({ ...shown, id: item.id, slug, at: Date.now() });
    if (item.kind === "undo") await mark(store, item.of, { undone: true });
  });
}

/** Takes over a newer list; what is still to be sent is laid over it again. */
export function keepList(event, apply) {
  return transact(async (store) => {
    const before = await answerTo(store("events").get(event.slug));
    const items = new Map(before?.rows.map((row) => [row.id, row.item]));
    for (const row of event.rows) if (row.here > 0) row.item = items.get(row.id);
    const queue = await answerTo(store("queue").getAll());
    for (const one of queue) if (one.slug === event.slug) apply(event, one.item);
    store("events").put(event);
  });
}

async function mark(store, id, change) {
  const noted = await answerTo(store("noted").get(id));
  if (noted) store("noted").put({ ...noted, ...change });
}

/** Notes what became of what was sent, and lets go of it. */
export function settle(sent, answers) {
  return transact(async (store) => {
    for (const { turn, item } of sent) {
      const answer = answers.find((one) => one.id === item.id);
      if (!answer) continue;
      store("queue").delete(turn);
      await mark(store, item.id, { result: answer.result, note: answer.note });
    }
  });
}

/** The name that this device gave itself: the same until it is cleared. */
export function deviceName() {
  return transact(async (store) => {
    const known = await answerTo(store("device").get("name"));
    if (known) return known.value;
    const letters = "ABCDEFGHJKLMNPRSTUVWXY23456789";
    const picks = crypto.getRandomValues(new Uint8Array(4));
    const value = `Phone ${[...picks].map((n) => letters[n % letters.length]).join("")}`;
    store("device").put({ key: "name", value });
    return value;
  });
}

/** Forgets lists and what was noted of events whose time is over. What is not sent yet stays until it is. */
export async function forgetOld(now) {
  const old = (await all("events")).filter((event) => event.forgetAt <= now).map((event) => event.slug);
  if (old.length === 0) return;
  await transact(async (store) => {
    const unsent = new Set((await answerTo(store("queue").getAll())).map((one) => one.item.id));
    for (const slug of old) store("events").delete(slug);
    for (const one of await answerTo(store("noted").getAll()))
      if (old.includes(one.slug) && !unsent.has(one.id)) store("noted").delete(one.id);
  });
}

/** Forgets everything, what is not sent yet too. */
export const forgetAll = () =>
  transact((store) => {
    for (const name of STORES) store(name).clear();
  });
