import { code, index, json, table, text, uniqueIndex } from "../columns";
import { appraisals } from "./appraisals";

/** Scores from 0 to 5, by option and criterion; what somebody left out is not there. */
export type Scores = Record<string, Record<string, number>>;

/**
 * What one appraiser gave: their kind and nothing else about them, no moment either. The id is random, and when
 * scoring closes the rows are laid down anew in an order of chance.
 */
export const appraiserScores = table(
  "appraiser_scores",
  {
    id: text("id").primaryKey(),
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    kind: code("kind", ["resident", "voluntary", "staff"]).notNull(),
    scores: json<Scores>("scores").notNull(),
    /** The option that they would choose first, and those that they could live with. */
    first: text("first"),
    could: json<string[]>("could").notNull(),
    /** An HMAC of the phone or of the number on the sheet of paper, to change it by; gone when scoring closes. */
    key: text("key"),
  },
  (t) => [
    uniqueIndex("appraiser_scores_key_uq").on(t.key),
    index("appraiser_scores_appraisal_ix").on(t.appraisalId, t.kind),
  ],
);
