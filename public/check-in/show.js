import { ago, clockWords, tally } from "./list.js";

/** A part of the page by its id. */
export const part = (id) => document.getElementById(id);

/** An element with its properties and what stands in it. Text is only ever text. */
export function make(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return element;
}

/** A button that does something here. */
export const button = (text, about, act, look = "govuk-button--secondary") => {
  const element = make(
    "button",
    { type: "button", className: `govuk-button rh-button--small ${look}` },
    text,
  );
  if (about) element.append(make("span", { className: "govuk-visually-hidden" }, ` ${about}`));
  element.addEventListener("click", act);
  return element;
};

const tag = (text, colour) => make("strong", { className: `govuk-tag govuk-tag--${colour}` }, text);
const people = (n) => `${n} ${n === 1 ? "person" : "people"}`;

const TROUBLES = {
  network: "Go on: what you note is kept here and sent later.",
  "sign-in": "You are signed out. Go on: what you note is kept here. Sign in to send it.",
  "not-allowed": "The site does not let you see this event any more. Nothing can be sent.",
  cancelled: "This event is cancelled. Nothing can be sent.",
  not_yet: "People can be checked in from the day before the event. Nothing is sent before.",
  busy: "The site is busy. It will be tried again.",
  over: "This event is over, and its list is not kept on devices any more. Use the page of the door.",
};

const clock = (ms) =>
  new Date(ms).toLocaleTimeString("en-GB", { timeStyle: "short", timeZone: "Europe/London" });

/** Network or none, how many are not sent, how old the list is, and whether the clock is wrong. */
export function showState({ event, unsent, trouble, safe, sendNow, signIn }) {
  const state = part("state");
  const lines = [];
  if (event) {
    const { here, all } = tally(event);
    lines.push(
      make("p", { className: "rh-check-in__tally" }, make("strong", {}, `${here} of ${all}`), " here"),
    );
  }
  if (trouble)
    lines.push(
      make(
        "p",
        {},
        tag(trouble === "network" ? "No network" : "Not sent", "orange"),
        ` ${TROUBLES[trouble] ?? TROUBLES.busy}`,
      ),
    );
  const sent = unsent === 0 ? "Everything is sent." : `${unsent} not sent yet.`;
  lines.push(make("p", { id: "unsent" }, make("strong", {}, sent), " "));
  if (event) {
    const at = Date.now() + event.offset;
    lines.push(
      make(
        "p",
        {},
        `The list is from ${clock(event.takenAt)}, ${ago(at - event.takenAt)}. Who booked or cancelled since then is not on it.`,
      ),
    );
    const wrong = clockWords(event.offset);
    if (wrong) lines.push(make("p", {}, wrong));
  } else if (trouble) lines.push(make("p", {}, "There is no list of this event on this device."));
  if (!safe)
    lines.push(make("p", {}, "This browser can’t open this page again without a network. Leave it open."));
  const acts = make("p", { className: "govuk-button-group" });
  if (trouble === "sign-in") acts.append(signIn);
  acts.append(button(unsent === 0 ? "Take the list anew" : "Send now", "", sendNow));
  // The same words again would be read out again.
  const next = make("div", {}, ...lines, acts);
  if (state.firstElementChild?.textContent !== next.textContent) state.replaceChildren(next);
}

/** One person of the list, with the button that checks them in, or that they are here. */
export function personOf(row, { arrive, amend, undo }) {
  const who = make("span", { className: "rh-check-in__who" }, make("bdi", {}, row.name || row.reference));
  who.append(
    make(
      "span",
      { className: "rh-parties__more" },
      [row.name && row.reference, row.party > 1 && people(row.party)].filter(Boolean).join(", "),
    ),
  );
  if (row.state === "waiting") who.append(tag("Waiting list", "blue"));
  if (row.state === "offered") who.append(tag("Offered a place", "yellow"));
  if (row.state === "cancelled") who.append(tag("Cancelled", "grey"));
  const item = make("li", {}, who);
  if (row.here === 0) {
    const size = row.party > 1 ? sizeOf(row) : null;
    const go = () => arrive(row, size ? Number(size.value) : 1);
    item.append(
      make(
        "span",
        { className: "rh-check-in__do" },
        size,
        button(row.state === "confirmed" ? "Check in" : "Let in", row.name, go, ""),
      ),
    );
  } else {
    const here = tag(row.party > 1 ? `${row.here} of ${row.party} here` : "Here", "green");
    const back = row.item ? button("Undo", `the check-in of ${row.name}`, () => undo(row.item)) : null;
    const size = row.here < row.party ? sizeOf(row) : null;
    const more = size && button("Change", `how many of ${row.name}`, () => amend(row, Number(size.value)));
    item.append(make("span", { className: "rh-check-in__do" }, here, size, more, back));
  }
  return item;
}

function sizeOf(row) {
  const select = make("select", {
    className: "govuk-select rh-door__size",
    ariaLabel: `How many of ${row.name}’s party`,
  });
  for (let n = row.party; n > 0; n -= 1)
    select.append(make("option", { value: String(n) }, `${n} of ${row.party}`));
  return select;
}

const RESULTS = {
  recorded: "sent",
  again: "sent",
  clash: "sent; another device had checked them in before, and they count once",
  unknown: "not taken: the site knows no such booking",
  refused: "not taken: the site could not read it",
};
const NOTES = {
  cancelled: "they had cancelled",
  waiting: "they were on the waiting list",
  offered: "they had not answered an offer",
  booked_since: "it is a booking made since the list was taken",
  unknown_code: "the site does not know this code either",
};

/** One thing that was noted here, and what became of it. */
export function notedOf(one, undo) {
  const became = one.undone ? "taken back" : (RESULTS[one.result] ?? "not sent yet");
  const words = [became, NOTES[one.note]].filter(Boolean).join("; ");
  const item = make(
    "li",
    {},
    make(
      "span",
      { className: "rh-check-in__who" },
      make("bdi", {}, one.text),
      make("span", { className: "rh-parties__more" }, `${clock(one.at)}, ${words}`),
    ),
  );
  if (!one.undone && one.result !== "unknown" && one.result !== "refused")
    item.append(
      make(
        "span",
        { className: "rh-check-in__do" },
        button("Undo", one.text, () => undo(one.id)),
      ),
    );
  return item;
}

/** Says something big about the last person or code, with what can be done about it. */
export function say(kind, title, text, ...acts) {
  const panel = make(
    "div",
    { className: `rh-check-in__said rh-check-in__said--${kind}` },
    make("h2", {}, title),
  );
  if (text) panel.append(make("p", {}, text));
  if (acts.length > 0) panel.append(make("div", { className: "govuk-button-group" }, ...acts));
  part("answer").replaceChildren(panel);
}
