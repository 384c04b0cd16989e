/** What staff are told after something was done, by the word in the address: a closed list. */
const DONE = {
  created: ["The draft is saved", "Only staff can see it. Add options and criteria next."],
  saved: ["Saved", ""],
  option: ["The option is saved", ""],
  removed: ["The option is taken out", ""],
  criteria: ["Criteria and weights are saved", ""],
  weights: ["The weights are changed", "What they were, and why, stands on the page."],
  open: ["People can score", "Put the sheet with the code on the wall."],
  close: ["Scoring is over", "Nothing lies beside the scores any more but the kind of appraiser."],
  decided: ["The decision is written down", ""],
  publish: ["The result is published", ""],
  corrected: ["The page is corrected", "Your note stands on it."],
  discard: ["The draft is deleted", ""],
  logged: ["It is in the log", "Everybody can read it."],
  date: ["The day is moved", "The first day and your reason stand on the page."],
  outcome: ["The decision is written down", "Everybody can read it."],
  withdraw: ["It is withdrawn", "It stays in the log, with your reason."],
  linked: ["The link is made", ""],
  unlinked: ["The link is taken away", ""],
} as const;

/** What the address says was done: a heading and, often, what follows; null for anything that is not on the list. */
export function doneIn(url: string): { title: string; text: string } | null {
  const asked = new URL(url).searchParams.get("done") ?? "";
  if (!Object.hasOwn(DONE, asked)) return null;
  const [title, text] = DONE[asked as keyof typeof DONE];
  return { title, text };
}
