import type { Typed } from "~/ui/typed";
import type { MilestoneSeen } from "./read-milestones.server";

/** What staff can change about a milestone, by the last part of the address. */
const PARTS = ["about", "move", "paper"] as const;
/** One of them. */
export type MilestonePart = (typeof PARTS)[number];

/** True for the last part of such an address. */
export function isMilestonePart(part: string): part is MilestonePart {
  return (PARTS as readonly string[]).includes(part);
}

/** What a form about a milestone holds before anybody has typed: what is so now. */
export function milestoneTyped(
  part: MilestonePart,
  { milestone, neighbourhood, needs }: MilestoneSeen,
): Typed {
  if (part === "paper") return {};
  if (part === "move") {
    return {
      status: milestone.status,
      forecastFrom: milestone.forecastFrom ?? "",
      forecastTo: milestone.forecastTo ?? "",
      actualDay: milestone.actualDay ?? "",
    };
  }
  return {
    title: milestone.title,
    plan: milestone.plan,
    phase: milestone.phase,
    condition: milestone.condition ?? "",
    learningNeeded: milestone.learningNeeded ?? "",
    effectOnPartners: milestone.effectOnPartners ?? "",
    neighbourhood: neighbourhood?.slug ?? "",
    needs: needs.map(({ slug }) => slug),
  };
}
