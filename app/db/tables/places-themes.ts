import { code, index, json, table, text, uniqueIndex } from "../columns";

/** What something is about: the official word and the residents' own, side by side. */
export const themes = table(
  "themes",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    /** As plans and papers say it; and as residents say it. */
    label: text("label").notNull(),
    plainLabel: text("plain_label").notNull(),
    /** Whose word came first. */
    origin: code("origin", ["official", "resident"]).notNull(),
    parentId: text("parent_id"),
    aliases: json<string[]>("aliases").notNull(),
    /** The theme that it is part of now. What was about it is about that one. */
    mergedIntoId: text("merged_into_id"),
    retiredDay: text("retired_day"),
  },
  (t) => [
    uniqueIndex("themes_slug_uq").on(t.slug),
    index("themes_parent_ix").on(t.parentId),
    index("themes_merged_ix").on(t.mergedIntoId),
  ],
);
