import type { Typed } from "~/ui/typed";
import type { AppraisalRow, AppraisalSeen, CriterionRow, OptionRow, SettledRow } from "./read.server";
import type { DecisionSeen } from "./read-decisions.server";

const asTyped = (values: object): Typed =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value == null ? "" : Array.isArray(value) ? value.join("\n") : String(value),
    ]),
  );
const pounds = (pence: number | null) => (pence === null ? "" : (pence / 100).toLocaleString("en-GB"));

/** An appraisal as its form shows it. */
export function typedOfAppraisal({ appraisal, neighbourhood }: AppraisalSeen): Typed {
  const { question, summary, stage, method, place, heldDay, decider, decisionDueDay } = appraisal;
  const { nextStep, nextStepDay } = appraisal;
  const said = { question, summary, stage, method, place, heldDay, decider, decisionDueDay };
  return asTyped({ ...said, nextStep, nextStepDay, neighbourhood: neighbourhood?.slug });
}

/** An option as its form shows it. */
export function typedOfOption(option: OptionRow): Typed {
  const { title, summary, pros, cons, risks, costLow, costHigh, costNote, costExpectedDay } = option;
  return {
    ...asTyped({ title, summary, pros, cons, risks, costNote, costExpectedDay }),
    cost: costLow === null ? "not_yet" : "known",
    costLow: pounds(costLow),
    costHigh: pounds(costHigh),
  };
}

/** Criteria, weights and who agreed them, as their form shows them. */
export function typedOfCriteria(
  { agreedBy, agreedDay, agreedHow }: Pick<AppraisalRow, "agreedBy" | "agreedDay" | "agreedHow">,
  criteria: readonly CriterionRow[],
  kinds: readonly { kind: string; weights: readonly number[] }[],
): Typed {
  const rows = criteria.flatMap(({ position, label, description, weight }, at) => [
    [`label-${position}`, label],
    [`description-${position}`, description],
    [`weight-${position}`, String(weight)],
    ...kinds.map(({ kind, weights }) => [`${kind}-${position}`, String(weights[at] ?? "")]),
  ]);
  return { ...Object.fromEntries(rows), ...asTyped({ agreedBy, agreedDay, agreedHow }) };
}

/** A decision after an appraisal as its form shows it; empty before it is written down. */
export function typedOfSettled(settled: SettledRow | null): Typed {
  if (!settled) return {};
  const { optionId, appraisalId: _appraisal, ...rest } = settled;
  return asTyped({ ...rest, option: optionId });
}

/** A decision of the log as its form shows it. */
export function typedOfDecision({ decision, neighbourhood }: DecisionSeen): Typed {
  const { question, background, options, decider } = decision;
  return asTyped({ question, background, options, decider, neighbourhood: neighbourhood?.slug });
}
