/** What staff are told after something was done, by the word in the address: a closed list. */
const DONE = {
  created: ["The draft is saved", "Only staff can see it. Say what is at stake, then announce it."],
  saved: ["Saved", ""],
  announced: ["It is announced", "It stands on the page of what is coming up."],
  opened: ["It is open", "Answers are taken until the end of its last day."],
  considered: ["Noted how answers were considered", "The decision can be written down now."],
  decided: ["The decision is written down", "Say what happened, so that the activity is done."],
  finished: ["The activity is done", "Its page says what happened and how much say people had."],
  cancelled: ["It is called off", "Its page says so, with your reason."],
  discarded: ["The draft is deleted", ""],
  rep_added: ["They can read it now", "They sign in and open its page."],
  rep_removed: ["They can’t read it any more", ""],
  plan_created: ["The plan is saved", "Add activities to it."],
  plan_changed: ["The plan is changed", "What it said before stays below."],
  settings_saved: ["Saved", "What is open already keeps what it opened with."],
  outreach_saved: ["The visit is in the log", ""],
  person_added: ["Noted", "They are not part of the head count."],
} as const;

/** One of the things that can have been done. */
export type Done = keyof typeof DONE;

/** What the address says was done, or null for anything that is not on the list. */
export function doneIn(url: string): Done | null {
  const asked = new URL(url).searchParams.get("done") ?? "";
  return Object.hasOwn(DONE, asked) ? (asked as Done) : null;
}

/** The words for it: a heading and, often, what follows from it. */
export function doneWords(done: Done): { title: string; text: string } {
  const [title, text] = DONE[done];
  return { title, text };
}
