import { type Actor, holds, holdsAnywhere, type Role } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member", "moderator"];
const READERS: readonly Role[] = [...TEAM, "analyst", "evaluator"];

type Where = { neighbourhoodId: string | null };
type Board = Where & { state: "draft" | "published" };

/** Who may do what with boards and ideas, one line an act. Scope: the board's neighbourhood, or the whole borough. */
export const may = {
  /** The staff pages of ideas. */
  work: (actor: Actor) => holdsAnywhere(actor, READERS),
  see: (actor: Actor, board: Board) => board.state === "published" || may.read(actor, board),
  /** Everything on a board, shown or not. */
  read: (actor: Actor, board: Where) => holds(actor, READERS, board.neighbourhoodId),
  editBoard: (actor: Actor, board: Where) => holds(actor, ORGANISERS, board.neighbourhoodId),
  /** Anyone, whoever they are. */
  post: (actor: Actor, board: Board) => may.see(actor, board),
  support: (actor: Actor, board: Board) => may.see(actor, board),
  /** Whoever has the link that we mailed confirms their own. */
  confirm: (actor: Actor, board: Board) => may.see(actor, board),
  /** Putting in what somebody said, and carrying notes here. */
  add: (actor: Actor, board: Where) => holds(actor, TEAM, board.neighbourhoodId),
  /** Neighbourhood and themes, joining and parting. */
  arrange: (actor: Actor, board: Where) => holds(actor, TEAM, board.neighbourhoodId),
  /** Letting ideas in, and taking them out. */
  judge: (actor: Actor, board: Where) => holds(actor, [...ORGANISERS, "moderator"], board.neighbourhoodId),
  /** What history is loaded with. */
  load: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
  forget: (actor: Actor) => actor.kind === "system",
};

/** Which boards an actor reaches: all, or those of these neighbourhoods. */
export function reachOf(actor: Actor): "all" | string[] {
  if (holds(actor, READERS)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && READERS.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}
