import type { Actor } from "~/platform/actor";

/** Who may do what with people, one line an act. */
export const may = {
  /** Taking part needs no account, so anybody may be recorded as taking part. */
  recordParticipant: (_actor: Actor) => true,
};
