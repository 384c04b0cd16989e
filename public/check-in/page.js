import { apply, findPeople, judge, readCode } from "./list.js";
import { cameraTrouble, scan } from "./scan.js";
import { button, make, notedOf, part, personOf, say, showState } from "./show.js";
import { deviceName, forgetAll, forgetOld, note, readEvent, readNoted, readQueue } from "./store.js";
import { sync } from "./sync.js";

const EVERY = 30_000;
const SHOWN = 30;
const WORKER = "/check-in-worker.js";

const slug = part("main").dataset.slug;
const newId = () => crypto.randomUUID();
let trouble = null;
let stopScanning = null;
let isSafe = false;

async function show() {
  const event = await readEvent(slug);
  const unsent = (await readQueue(slug)).length;
  const signIn = make("a", { href: `/sign-in?then=${encodeURIComponent(location.pathname)}` }, "Sign in");
  showState({ event, unsent, trouble, safe: isSafe, sendNow: send, signIn });
  const words = part("words").value;
  const found = event ? findPeople(event, words) : [];
  const shown = found.slice(0, SHOWN).map((row) => personOf(row, { arrive, amend, undo }));
  part("people").replaceChildren(...shown);
  part("more").hidden = found.length <= SHOWN;
  part("more").textContent = `And ${found.length - SHOWN} more: type part of a name.`;
  const noted = await readNoted(slug);
  part("noted").replaceChildren(...noted.map((one) => notedOf(one, undo)));
  part("noted-none").hidden = noted.length > 0;
  part("forget-words").textContent =
    unsent > 0
      ? `${unsent} not sent yet will be lost. Send them first if you can.`
      : "The list and what was noted here will be gone from this device. The site keeps what was sent.";
}

async function send() {
  trouble = await sync(slug);
  await show();
}

/** Keeps it, shows it, and sends it when there is a network; never waits for one. */
async function keep(item, text) {
  await note(slug, { ...item, at: Date.now() }, text && { text }, (event) => apply(event, item));
  await show();
  send();
}

async function arrive(row, people) {
  await keep({ kind: "arrive", id: newId(), registration: row.id, people }, row.name || row.reference);
  const many = row.party > 1 ? `${people} of ${row.party}. ` : "";
  say("yes", `Checked in: ${row.name || row.reference}`, many);
  clearWords();
}

/** More of a party have come than before, or it was a slip. */
async function amend(row, people) {
  if (!row.item) return arrive(row, people);
  await keep({ kind: "amend", id: newId(), of: row.item, people }, null);
  say("yes", `Changed: ${row.name || row.reference}`, `${people} of ${row.party} are here.`);
}

async function undo(of) {
  await keep({ kind: "undo", id: newId(), of }, null);
  say("no", "Taken back", "");
}

async function walkIn({ name, people, neighbourhood, code }) {
  const text = [name || `${people} without a name`, code && `code ${code}`, "came without booking"]
    .filter(Boolean)
    .join(", ");
  await keep({ kind: "walk_in", id: newId(), name, people, neighbourhood, code }, text);
  say("yes", "Noted: came without booking", name || "");
  clearWords();
}

function clearWords() {
  part("words").value = "";
  show();
}

const UNKNOWN =
  "It is not on this device’s list. Ask the person: they may have booked since the list was taken, or for another day. Note them as somebody who came without booking.";

/** What somebody showed or read out. A booking of one that has a place is checked in at once. */
async function take(text) {
  const event = await readEvent(slug);
  if (!event) return say("no", "There is no list on this device", "Find a network once, or use paper.");
  const { kind, row, code } = judge(event, text);
  const letIn = row && button("Let them in", row.name, () => arrive(row, row.party), "");
  const asWalkIn = button(
    "Note as came without booking",
    "",
    () => walkIn({ people: 1, code: code || text }),
    "",
  );
  if (kind === "confirmed" && row.party === 1) return arrive(row, 1);
  if (kind === "confirmed") {
    part("words").value = row.reference;
    await show();
    return say("ask", row.name, `${row.party} people. How many have come?`);
  }
  if (kind === "here")
    return say(
      "ask",
      `Here already: ${row.name || row.reference}`,
      "They were checked in before, and count once.",
    );
  if (kind === "cancelled")
    return say(
      "ask",
      "Cancelled",
      `The booking ${row.reference} was cancelled before the list was taken.`,
      letIn,
    );
  if (kind === "waiting" || kind === "offered")
    return say("ask", `No place yet: ${row.name}`, "They are on the waiting list.", letIn);
  if (kind === "elsewhere")
    return say(
      "no",
      "This code is for another event",
      `The code ${code} is unknown here. ${UNKNOWN}`,
      asWalkIn,
    );
  return say("no", "Unknown", `The code ${code} is unknown. ${UNKNOWN}`, asWalkIn);
}

async function find(text) {
  const event = await readEvent(slug);
  if (!text.trim()) return;
  if (readCode(text).reference) {
    const byName = event
      ? findPeople(event, text).some((row) => row.reference !== readCode(text).reference)
      : false;
    if (!byName) return take(text);
  }
  await show();
  if (event && findPeople(event, text).length === 0) {
    say(
      "no",
      "Nobody fits",
      `“${text.trim()}” is no name or reference on this device’s list. ${UNKNOWN}`,
      button("Note as came without booking", "", () => walkIn({ people: 1, name: text.trim() }), ""),
    );
  }
}

function numberIn(form) {
  const people = Number(form.elements.people.value);
  const isRight = Number.isInteger(people) && people >= 1 && people <= Number(form.dataset.most);
  if (!isRight) say("no", "Enter the number of people", `A whole number from 1 to ${form.dataset.most}.`);
  return isRight ? people : null;
}

/** A form that is done here and never leaves the device by itself. */
function onSubmit(id, act) {
  part(id).addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.currentTarget);
  });
}

function listen() {
  onSubmit("find", () => find(part("words").value));
  part("words").addEventListener("input", show);
  part("walk-in").dataset.most = "20";
  part("heads").dataset.most = "99999";
  onSubmit("walk-in", async (form) => {
    const people = numberIn(form);
    if (people === null) return;
    await walkIn({
      people,
      name: form.elements.name.value.trim(),
      neighbourhood: form.elements.neighbourhood.value,
    });
    form.reset();
  });
  onSubmit("heads", async (form) => {
    const people = numberIn(form);
    if (people === null) return;
    await keep({ kind: "heads", id: newId(), people }, `${people} heads in the room`);
    say("yes", `Noted: ${people} heads`, "");
    form.reset();
  });
  part("forget").addEventListener("click", () => sure(true));
  part("forget-no").addEventListener("click", () => sure(false));
  part("forget-yes").addEventListener("click", async () => {
    await forgetAll();
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    for (const worker of workers) await worker.unregister();
    if (globalThis.caches) for (const name of await caches.keys()) await caches.delete(name);
    location.assign(`/manage/events/${slug}/door`);
  });
  addEventListener("online", send);
  addEventListener("offline", () => {
    trouble = "network";
    show();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  setInterval(send, EVERY);
}

function sure(asked) {
  part("forget-ask").hidden = asked;
  part("forget-sure").hidden = !asked;
  part(asked ? "forget-no" : "forget").focus();
}

/** The camera where there is one, else in words why not. */
async function offerCamera() {
  const wrong = await cameraTrouble();
  part("camera-said").hidden = wrong === null;
  part("camera-said").textContent = wrong ?? "";
  part("scan").hidden = wrong !== null;
  part("scan").addEventListener("click", async () => {
    const isOn = stopScanning !== null;
    stopScanning?.();
    stopScanning = isOn ? null : await scan(part("camera"), take).catch(() => null);
    part("camera").hidden = stopScanning === null;
    part("scan").textContent = stopScanning ? "Stop scanning" : "Scan a code";
    part("camera-said").hidden = isOn || stopScanning !== null;
    part("camera-said").textContent =
      "The camera did not start: it may be in use, or not allowed for this site. Type the reference or the name instead.";
  });
}

/** Keeps this page and its parts on the device, so that it opens without a network. */
async function keepPage() {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: "/manage/events/" });
  await navigator.serviceWorker.ready;
  isSafe = await new Promise((resolve) => {
    const line = new MessageChannel();
    line.port1.onmessage = ({ data }) => resolve(data === "kept");
    registration.active.postMessage({ keep: location.pathname }, [line.port2]);
  });
}

async function start() {
  part("unscripted").hidden = true;
  part("app").hidden = false;
  await forgetOld(Date.now());
  part("device").textContent = await deviceName();
  listen();
  offerCamera();
  navigator.storage?.persist?.();
  await show();
  await Promise.all([keepPage().catch(() => {}), send()]);
  await show();
}

start();
