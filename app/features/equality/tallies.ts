import { type Answers, disabledBy } from "./code-lists";

/** How often something was said by people of a neighbourhood ("" for not stated). */
export type Counted = { place: string; question: string; answer: string; count: number };

/** The question under which everybody is counted who sent the block. */
export const SENT = "~sent";

/** What some people's answers add up to: by neighbourhood, question and answer. Disability is counted as derived. */
export function talliesOf(blocks: readonly { place: string | null; answers: Answers }[]): Counted[] {
  const counts = new Map<string, Counted>();
  const add = (place: string, question: string, answer: string) => {
    const name = JSON.stringify([place, question, answer]);
    const found = counts.get(name);
    if (found) found.count += 1;
    else counts.set(name, { place, question, answer, count: 1 });
  };
  for (const { place, answers } of blocks) {
    const { condition, effect, ...others } = answers;
    add(place ?? "", SENT, "");
    if (condition !== undefined) add(place ?? "", "disability", disabledBy(answers));
    for (const [question, answer] of Object.entries(others)) {
      if (answer !== undefined) add(place ?? "", question, answer);
    }
  }
  return [...counts.values()];
}
