import { index, moment, primaryKey, table, text } from "../columns";

/**
 * What caused what, across rooms: pairs of (kind, id), such as a note and the idea that came of it. Rooms know
 * only their own end; routes resolve both. Written by platform/links.server.ts alone.
 */
export const thingLinks = table(
  "thing_links",
  {
    causeKind: text("cause_kind").notNull(),
    causeId: text("cause_id").notNull(),
    effectKind: text("effect_kind").notNull(),
    effectId: text("effect_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.causeKind, t.causeId, t.effectKind, t.effectId] }),
    index("thing_links_effect_ix").on(t.effectKind, t.effectId),
  ],
);
