import { type Actor, holds, holdsAnywhere, type Role, STAFF_ROLES } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member"];
const PUBLISHERS: readonly Role[] = [...ORGANISERS, "analyst"];
const READERS: readonly Role[] = [...TEAM, "analyst", "evaluator", "moderator", "data_protection"];
/** Who finds somebody's answers when that person asks for them, or for their deletion. */
const NAMED: readonly Role[] = [...ORGANISERS, "data_protection"];

/** Who reads what people wrote. Those who only weigh up results see counts and quotes. */
const WORD_READERS: readonly Role[] = [...TEAM, "analyst", "moderator"];

type Where = { neighbourhoodId: string | null };
type Seen = Where & { state: "draft" | "published" };

/** Who may do what with surveys, one line an act. Scope: the survey's neighbourhood, or the whole borough. */
export const may = {
  /** The staff pages of surveys. */
  work: (actor: Actor) => holdsAnywhere(actor, STAFF_ROLES),
  see: (actor: Actor, survey: Seen) => survey.state === "published" || may.read(actor, survey),
  read: (actor: Actor, survey: Where) => holds(actor, READERS, survey.neighbourhoodId),
  edit: (actor: Actor, survey: Where) => holds(actor, ORGANISERS, survey.neighbourhoodId),
  /** A shorter time is agreed by somebody else than who asked for it. */
  decideClosing: (actor: Actor, survey: Where, askedBy: string | null) =>
    may.edit(actor, survey) && (actor.kind !== "account" || actor.id !== askedBy),
  /** Anyone, whoever they are. */
  answer: (actor: Actor, survey: Seen) => may.see(actor, survey),
  /** Typing sheets, and writing down what somebody says. */
  enter: (actor: Actor, survey: Where) => holds(actor, TEAM, survey.neighbourhoodId),
  /** Printing sheets that have codes, and saying which share is typed twice. */
  orderSheets: (actor: Actor, survey: Where) => holds(actor, TEAM, survey.neighbourhoodId),
  /** A sheet is typed a second time by somebody else than who typed it first. */
  typeAgain: (actor: Actor, survey: Where, typedBy: string | null) =>
    may.enter(actor, survey) && (actor.kind !== "account" || actor.id !== typedBy),
  /** Responses as a file. What people wrote in their own words may name somebody: not for evaluators. */
  exportAnswers: (actor: Actor, survey: Where) =>
    holds(actor, [...ORGANISERS, "analyst", "evaluator"], survey.neighbourhoodId),
  exportWords: (actor: Actor, survey: Where) =>
    holds(actor, [...ORGANISERS, "analyst"], survey.neighbourhoodId),
  /** Who gave which answers to a linked survey: nobody who only works with numbers. */
  seeNames: (actor: Actor, survey: Where) => holds(actor, NAMED, survey.neighbourhoodId),
  /** Deleting somebody's answers to a linked survey, because they asked for it or they are not theirs. */
  withdraw: (actor: Actor, survey: Where) => holds(actor, NAMED, survey.neighbourhoodId),
  /** Whoever has the link that we mailed to somebody takes their own answers back. */
  withdrawOwn: (actor: Actor, survey: Seen) => may.answer(actor, survey),
  /** Whoever has the codes can answer with them. */
  vouchers: (actor: Actor, survey: Where) => may.edit(actor, survey),
  /** Reading what people wrote, saying what it is about, and proposing, checking and withdrawing quotes. */
  readWords: (actor: Actor, survey: Where) => holds(actor, WORD_READERS, survey.neighbourhoodId),
  publishResults: (actor: Actor, survey: Where) => holds(actor, PUBLISHERS, survey.neighbourhoodId),
  settle: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

/** Why somebody can't change a survey, or null: what they may not see answers like a missing one. */
export function refusalOf(actor: Actor, survey: Where | null): "missing" | "not_allowed" | null {
  if (!survey || !may.read(actor, survey)) return "missing";
  return may.edit(actor, survey) ? null : "not_allowed";
}

/** Which surveys an actor reaches: all, or those of these neighbourhoods. */
export function reachOf(actor: Actor, to: "read" | "edit" | "words"): "all" | string[] {
  const roles = { read: READERS, edit: ORGANISERS, words: WORD_READERS }[to];
  if (holds(actor, roles)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && roles.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}
