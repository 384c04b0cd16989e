import { type Actor, holds, holdsAnywhere, type Role } from "~/platform/actor";

const PUBLISHERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "analyst"];
const READERS: readonly Role[] = [...PUBLISHERS, "neighbourhood_lead", "evaluator", "data_protection"];
const TYPISTS: readonly Role[] = [
  "admin",
  "programme_lead",
  "engagement_lead",
  "neighbourhood_lead",
  "team_member",
];
const DECIDERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "data_protection"];

/** Who may do what with answers about oneself, one line an act. Nobody may read them. */
export const may = {
  /** Anyone, whoever they are. */
  answer: (actor: Actor) => actor.kind !== "system",
  /** Typing what stands on a sheet, or what somebody says on the phone. */
  enter: (actor: Actor) => holdsAnywhere(actor, TYPISTS),
  /** What would be published, once it has passed the gate. */
  see: (actor: Actor) => holdsAnywhere(actor, READERS),
  publish: (actor: Actor) => holds(actor, PUBLISHERS),
  /** Who lives here, as the country's statistics say. */
  importPopulation: (actor: Actor) => holds(actor, PUBLISHERS),
  /** Whatever is asked has to be needed, so whoever answers for people's data may say so too. */
  setQuestions: (actor: Actor) => holds(actor, DECIDERS),
  settle: (actor: Actor) => actor.kind === "system",
};
