import { ROLE_FACTS } from "~/features/people/roles";
import type { Actor } from "~/platform/actor";
import { may } from "./may";

/** Who speaks for the programme, as it stands beside what they say. */
export type Badge = { accountId: string; name: string; role: string };

/** The badge of somebody who works on a board, or null for everybody else. Their first role that lets them says what they are. */
export function badgeOf(actor: Actor, board: { neighbourhoodId: string | null }): Badge | null {
  if (actor.kind !== "account" || !may.add(actor, board)) return null;
  const grant = actor.grants.find((one) => may.add({ ...actor, grants: [one] }, board));
  return grant ? { accountId: actor.id, name: actor.name, role: ROLE_FACTS[grant.role].label } : null;
}
