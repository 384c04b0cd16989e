/** What staff are told after something was done, by the word in the address: a closed list. */
const DONE = {
  created: ["The draft is saved", "Only staff can see it. Publish it when it is ready."],
  edited: ["The changes are saved", ""],
  edited_told: ["The changes are saved", "Everyone with a place or waiting for one is being told."],
  not_published: [
    "The event can’t be published",
    "Its time is over, or it is cancelled. Check the day and the year.",
  ],
  published: ["The event is published", "People can find it and save places when booking is open."],
  resized: ["The number of places is changed", "Places that came free have gone to people who waited."],
  overfull: [
    "The number of places is changed",
    "More places are taken than there are now. Nobody has lost a place.",
  ],
  edited_series: ["The changes are saved", "They hold for every event of the series that you chose."],
  duplicated: ["This is a copy", "Give it a title and a day of its own before you publish it."],
  repeated: ["The series is made", "The other dates are drafts. Look at them and publish them together."],
  published_series: ["The series is published", "People can find every date that is still to come."],
  session_added: ["It is added", ""],
  session_edited: ["It is changed", "Who chose it is told when its time, room or table changed."],
  session_cancelled: ["It is off", "Who chose it is being told, and keeps their place at the event."],
  invited: ["They are invited", ""],
  invitation_withdrawn: ["The invitation is taken back", "Its link does not work any more."],
  invitation_used: ["The invitation was used already", "Cancel the booking instead."],
  approved: ["They have a place", "They are being told."],
  approved_waiting: ["You said yes, and they wait", "There is no room for them now. They keep their turn."],
  not_approved: ["You said no", "They are being told why."],
  cancelled: ["The event is cancelled", "Everyone with a place or waiting for one is being told."],
  discarded: ["The draft is deleted", ""],
  changed: ["The booking is changed", ""],
  left: ["The booking is cancelled", "A place that came free has gone to whoever is next and fits."],
  accepted: ["The place is theirs", ""],
  declined: ["The offer is turned down", "The place has gone to whoever is next and fits."],
  rejoined: ["They are booked again", ""],
  offer_gone: ["That offer has ended", "The place has gone to someone else. They can join again."],
  ended_duplicate: ["One of the two bookings is ended", "The other one stays as it was."],
  came: ["Checked in", ""],
  came_cancelled: ["Checked in", "They had cancelled. Their place may have gone to someone else."],
  came_waiting: ["Checked in", "They were on the waiting list."],
  came_twice: ["They were checked in before", "They count once. See “Checked in twice” below."],
  walked_in: ["Noted: came without booking", ""],
  counted: ["The count of heads is noted", "It is added to nothing: it is there to compare."],
  undone: ["Taken back", ""],
  amended: ["The number of people is changed", ""],
  list_closed: ["The list is closed", "Whoever had a place and is not on it counts as not having come."],
  list_reopened: ["The list is open again", "Nobody counts as not having come until it is closed."],
  typed: ["The sheet is written down", "Its lines wait to be read. The boxes are empty for the next one."],
  typed_form: ["The form is written down", "The boxes are empty for the next one."],
  judged: ["Done", ""],
  judged_some: [
    "Done, but for notes with a flag",
    "Open each of those: they may name someone, or someone may be in danger.",
  ],
  note_judged: ["The note is decided on", ""],
  step_added: ["The next step is noted", "Now carry notes to it from the list of notes."],
  step_done: ["What came of it is noted", "It shows on the page once you publish a new version."],
  until_set: ["The time is changed", ""],
  heard_saved: ["The draft is saved", "Only staff can see it."],
  heard_published: ["The page is published", "It stands on the event, its neighbourhood and the start page."],
  quote_gone: ["The quote is gone", "It is taken out of the draft and out of every version."],
  offer_set: ["What the event pays for is saved", "People with a place see it on their booking page."],
  person_offered: ["It is offered", "It waits on their booking page."],
  claim_decided: ["Noted", ""],
  two_people: ["Noted: these are two people", ""],
} as const;

/** One of the things that can have been done. */
export type Done = keyof typeof DONE;

/** What the address says was done, or null for anything that is not on the list. */
export function doneIn(url: string): Done | null {
  const asked = new URL(url).searchParams.get("done") ?? "";
  return Object.hasOwn(DONE, asked) ? (asked as Done) : null;
}

const NOT_DONE: readonly Done[] = ["not_published", "offer_gone"];

/** The words for it: a heading and, often, what follows from it; and whether it went well. */
export function doneWords(done: Done): { title: string; text: string; went: boolean } {
  const [title, text] = DONE[done];
  return { title, text, went: !NOT_DONE.includes(done) };
}
