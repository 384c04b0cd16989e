import { apply } from "./list.js";
import { deviceName, keepList, readQueue, settle } from "./store.js";

const MOST = 100;
const PATIENCE = 20_000;

/** Why nothing could be sent or taken: no network, not signed in, not allowed, event off or long over, or busy. */
class Trouble extends Error {}

async function ask(slug, options) {
  const gaveUp = AbortSignal.timeout(PATIENCE);
  const request = { ...options, signal: gaveUp, cache: "no-store", headers: { accept: "application/json" } };
  const answer = await fetch(`/manage/events/${slug}/check-in/list`, request).catch(() => {
    throw new Trouble("network");
  });
  if (answer.redirected || answer.status === 401) throw new Trouble("sign-in");
  if (answer.status === 403 || answer.status === 404) throw new Trouble("not-allowed");
  if (answer.status === 409) throw new Trouble((await answer.json()).reason);
  if (!answer.ok) throw new Trouble("busy");
  return answer.json().catch(() => {
    throw new Trouble("network");
  });
}

/** Sends what is waiting, in order, some at a time. An item leaves the queue only when the site answered for it. */
async function sendQueue(slug) {
  const device = await deviceName();
  for (;;) {
    const some = (await readQueue(slug)).slice(0, MOST);
    if (some.length === 0) return;
    const items = JSON.stringify(some.map((one) => one.item));
    const body = new URLSearchParams({ items, device, sentAt: String(Date.now()) });
    const { answers } = await ask(slug, { method: "POST", body });
    await settle(some, answers);
    if (!some.some(({ item }) => answers.some((answer) => answer.id === item.id))) throw new Trouble("busy");
  }
}

/** What is left from other events goes as well; where it can't, it waits for their own pages. */
async function sendOthers(slug) {
  const others = new Set((await readQueue()).map((one) => one.slug));
  others.delete(slug);
  for (const other of others) await sendQueue(other).catch(() => {});
}

async function takeList(slug) {
  const asked = Date.now();
  const { event, rows, now } = await ask(slug, {});
  if (event.forgetAt <= now) throw new Trouble("over");
  // Half of the way there and back is the best guess of when the site looked at its clock.
  const offset = now - (asked + Date.now()) / 2;
  await keepList({ ...event, rows, takenAt: now, offset }, apply);
}

let running;

/** Sends everything and takes the list anew; returns null, or the word for what is in the way. One at a time. */
export function sync(slug) {
  running ??= sendQueue(slug)
    .then(() => takeList(slug))
    .then(() => sendOthers(slug))
    .then(
      () => null,
      (error) => {
        if (error instanceof Trouble) return error.message;
        throw error;
      },
    )
    .finally(() => {
      running = undefined;
    });
  return running;
}
