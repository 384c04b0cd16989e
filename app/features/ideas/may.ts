import { type Actor, holds, holdsAnywhere, type Role } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member", "moderator"];
const JUDGES: readonly Role[] = [...ORGANISERS, "moderator"];
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
  /** Boards of one place at least. */
  editBoards: (actor: Actor) => holdsAnywhere(actor, ORGANISERS),
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
  judge: (actor: Actor, board: Where) => holds(actor, JUDGES, board.neighbourhoodId),
  /** Anyone says something about an idea, and says that words should be looked at. */
  comment: (actor: Actor, board: Board) => may.see(actor, board),
  report: (actor: Actor, board: Board) => may.see(actor, board),
  mark: (actor: Actor, board: Board) => may.see(actor, board),
  /** Whoever has the link to words of their own asks for them to be looked at again. */
  appeal: (_actor: Actor) => true,
  /** A removal is judged again by somebody else than who removed it. */
  judgeAppeal: (actor: Actor, board: Where, removedBy: string | null) =>
    may.judge(actor, board) && (actor.kind !== "account" || actor.id !== removedBy),
  /** Who looks when somebody may be in danger, and when. */
  arrangeRota: (actor: Actor) => holds(actor, ["admin", "programme_lead", "engagement_lead"]),
  /** That something was passed on to a service is for those alone whose turn it is. */
  passOn: (actor: Actor, onTurn: readonly { accountId: string }[]) =>
    actor.kind === "account" && onTurn.some(({ accountId }) => accountId === actor.id),
  /** A statement is let through by somebody else than who wrote it. */
  checkStatement: (actor: Actor, board: Where, writtenBy: string | null) =>
    may.judge(actor, board) && (actor.kind !== "account" || actor.id !== writtenBy),
  refreshAgreement: (actor: Actor) => actor.kind === "system",
  /** What history is loaded with. */
  load: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
  forget: (actor: Actor) => actor.kind === "system",
};

/** Which boards an actor reaches, or may judge words on: all, or those of these neighbourhoods. */
export function reachOf(actor: Actor, to: "read" | "judge" = "read"): "all" | string[] {
  const roles = to === "judge" ? JUDGES : READERS;
  if (holds(actor, roles)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && roles.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}
