import type { ActSeen } from "./read.server";
import type { Due } from "./shown";
import type { ActKind } from "./state";

/** One thing that happened to a commitment, as anyone may read it. */
export type ActShown = {
  position: number;
  act: ActKind;
  day: string;
  words: string | null;
  link: string | null;
  owner: { role: string; organisation: string } | null;
  due: Due | null;
  /** The date before this one; null for the first. */
  was: Due | null;
  met: boolean;
  /** What a correction changed: the words before. Null where they are not kept. */
  before: string[] | null;
};

/** A commitment's acts in order, each new date with the one that it replaces. */
export function shownActs(acts: readonly ActSeen[]): ActShown[] {
  let last: Due | null = null;
  return acts.map(({ act, role, organisation }) => {
    const due = act.dueDay && act.precision ? { day: act.dueDay, precision: act.precision } : null;
    const was = due ? last : null;
    last = due ?? last;
    return {
      position: act.position,
      act: act.act,
      day: act.day,
      words: act.words,
      link: act.link,
      owner: role && organisation ? { role, organisation } : null,
      due,
      was,
      met: act.conditionState === "met",
      before: act.before ? readable(act.before) : null,
    };
  });
}

/** Ids are not for reading. */
function readable(before: Record<string, string | null>): string[] {
  return Object.entries(before).flatMap(([name, value]) =>
    name === "neighbourhoodId" || !value ? [] : [value],
  );
}
