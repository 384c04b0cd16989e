import type { ConditionState, Kind, Precision, State } from "./rules";

/** The acts that can happen to a commitment. */
export const ACTS = [
  "made",
  "owned",
  "dated",
  "condition",
  "evidence",
  "done",
  "reopened",
  "corrected",
  "withdrawn",
] as const;
/** One of them. */
export type ActKind = (typeof ACTS)[number];

/** What an act says of itself. */
export type Act = {
  act: ActKind;
  day: string;
  dueDay?: string | null;
  precision?: Precision | null;
  officeId?: string | null;
  conditionState?: ConditionState | null;
};

/** What a commitment's acts add up to. */
export type Standing = {
  kind: Kind;
  officeId: string | null;
  firstDueDay: string | null;
  firstPrecision: Precision | null;
  dueDay: string | null;
  precision: Precision | null;
  redated: number;
  conditionState: ConditionState | null;
  doneDay: string | null;
  withdrawnDay: string | null;
};

/** What nothing has happened to yet. */
export function newStanding(kind: Kind, conditionState: ConditionState | null): Standing {
  return {
    kind,
    conditionState,
    officeId: null,
    firstDueDay: null,
    firstPrecision: null,
    dueDay: null,
    precision: null,
    redated: 0,
    doneDay: null,
    withdrawnDay: null,
  };
}

/** Why an act can't happen now. */
export type Hindrance =
  | "withdrawn"
  | "done"
  | "not_done"
  | "no_owner"
  | "standing"
  | "undated"
  | "no_condition"
  | "same_date";

/**
 * Why an act can't happen to a commitment that stands so, or null. A withdrawn one is over for good. A done
 * one takes no other date or owner until it is opened again. Nothing is done that nobody owns, and what holds
 * from now on is never done.
 */
export function hindranceOf(standing: Standing, act: Act): Hindrance | null {
  if (standing.withdrawnDay && act.act !== "corrected") return "withdrawn";
  const isDone = standing.doneDay !== null;
  if (act.act === "reopened") return isDone ? null : "not_done";
  if (isDone && !["evidence", "corrected"].includes(act.act)) return "done";
  if (act.act === "done" && standing.kind === "standing") return "standing";
  if (act.act === "done" && !standing.officeId) return "no_owner";
  if (act.act === "condition" && !standing.conditionState) return "no_condition";
  if (act.act !== "dated") return null;
  if (standing.kind !== "dated") return "undated";
  return act.dueDay === standing.dueDay && act.precision === standing.precision ? "same_date" : null;
}

/** How a commitment stands after an act. The first date stays what it was; of the others the latest decides. */
export function standingAfter(standing: Standing, act: Act): Standing {
  switch (act.act) {
    case "made":
      return withDate({ ...standing, officeId: act.officeId ?? null }, act);
    case "owned":
      return { ...standing, officeId: act.officeId ?? null };
    case "dated":
      return withDate(standing, act);
    case "condition":
      return { ...standing, conditionState: act.conditionState ?? standing.conditionState };
    case "done":
      return { ...standing, doneDay: act.day };
    case "reopened":
      return { ...standing, doneDay: null };
    case "withdrawn":
      return { ...standing, withdrawnDay: act.day };
    default:
      return standing;
  }
}

function withDate(standing: Standing, { dueDay, precision }: Act): Standing {
  if (!dueDay || !precision) return standing;
  const isFirst = standing.firstDueDay === null;
  return {
    ...standing,
    firstDueDay: standing.firstDueDay ?? dueDay,
    firstPrecision: standing.firstPrecision ?? precision,
    dueDay,
    precision,
    redated: standing.redated + (isFirst ? 0 : 1),
  };
}

/** How the acts add up, from the first. */
export function standingOf(
  kind: Kind,
  conditionState: ConditionState | null,
  acts: readonly Act[],
): Standing {
  return acts.reduce(standingAfter, newStanding(kind, conditionState));
}

/**
 * The state that everyone reads, on a London day. Late is measured against the latest date that was agreed;
 * the first stands beside it. What is overdue says so, whether or not somebody owns it.
 */
export function stateOf(
  standing: Pick<Standing, "officeId" | "dueDay" | "doneDay" | "withdrawnDay">,
  today: string,
): State {
  const { officeId, dueDay, doneDay, withdrawnDay } = standing;
  if (withdrawnDay) return "withdrawn";
  if (doneDay) return dueDay !== null && doneDay > dueDay ? "done_late" : "done";
  if (dueDay !== null && dueDay < today) return "overdue";
  return officeId ? "open" : "needs_owner";
}
