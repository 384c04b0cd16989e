/** The list without the page: finding people in it, and what may be said about a code. */

/** A name as it is looked for: no case, accents, spaces or marks. */
export const fold = (name) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** A code as it was typed or scanned: its reference if it has the form of one, and the event it names. */
export function readCode(text) {
  const address = /\/manage\/events\/([^/]+)\/door\?code=([^&#]+)/.exec(text);
  const plain = (address?.[2] ?? text).toUpperCase().replace(/[\s-]/g, "");
  const reference = /^[A-Z0-9]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null;
  return { reference, slug: address?.[1] ?? null };
}

/** What the list says about a code: the party, that it is for another event, or that it is unknown. */
export function judge(event, text) {
  const { reference, slug } = readCode(text);
  const row = reference && event.rows.find((one) => one.reference === reference);
  if (row) return { kind: row.here > 0 ? "here" : row.state, row };
  return { kind: slug && slug !== event.slug ? "elsewhere" : "unknown", code: reference ?? text.trim() };
}

/** People whose name holds the words, or whose reference begins with them; not those who cancelled. */
export function findPeople(event, words) {
  const folded = fold(words);
  const typed = words.toUpperCase().replace(/[\s-]/g, "");
  const fits = (row) =>
    fold(row.name).includes(folded) || (typed.length > 2 && row.reference.replace("-", "").startsWith(typed));
  return event.rows.filter((row) => row.state !== "cancelled" && (!words.trim() || fits(row)));
}

/** Lays something noted here over the list, as the site will when it hears of it. */
export function apply(event, item) {
  const row = event.rows.find((one) => one.id === item.registration || one.item === (item.of ?? ""));
  if (item.kind === "arrive" && row) {
    row.here = Math.max(row.here, item.people);
    row.item = item.id;
  } else if (item.kind === "amend" && row) row.here = item.people;
  else if (item.kind === "undo" && row) {
    row.here = 0;
    row.item = undefined;
  }
}

/** How many people with a place are here, and how many there are. */
export function tally(event) {
  const withPlace = event.rows.filter((row) => row.state === "confirmed" || row.here > 0);
  const sum = (of) => withPlace.reduce((n, row) => n + of(row), 0);
  return { here: sum((row) => Math.min(row.here, row.party)), all: sum((row) => row.party) };
}

/** How long ago, in words. */
export function ago(ms) {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.round(minutes / 60);
  return `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
}

/** What is wrong with this device's clock, in words; nothing for less than two minutes. */
export function clockWords(offset) {
  const minutes = Math.round(offset / 60_000);
  if (Math.abs(minutes) < 2) return "";
  const amount =
    Math.abs(minutes) < 90 ? `${Math.abs(minutes)} minutes` : `${Math.round(Math.abs(minutes) / 60)} hours`;
  return `This device’s clock is ${amount} ${minutes < 0 ? "ahead" : "behind"}. Times are put right when they are sent.`;
}
