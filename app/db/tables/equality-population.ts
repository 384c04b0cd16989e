import { code, index, integer, moment, table, text } from "../columns";
import { accounts } from "./people";

/** One file of population figures that was taken in. */
export const populationImports = table(
  "population_imports",
  {
    id: text("id").primaryKey(),
    importedAt: moment("imported_at").notNull(),
    /** Null: the house itself. */
    importedBy: text("imported_by").references(() => accounts.id),
    /** How many figures it brought. */
    figures: integer("figures").notNull(),
  },
  (t) => [index("population_imports_at_ix").on(t.importedAt)],
);

/**
 * How many people of a kind live in an area, by somebody else's count (a census, an estimate). What a later file
 * replaced stays, with the moment.
 */
export const populationFigures = table(
  "population_figures",
  {
    id: text("id").primaryKey(),
    importId: text("import_id")
      .notNull()
      .references(() => populationImports.id),
    /** The national code of the borough or of a neighbourhood. */
    areaCode: text("area_code").notNull(),
    areaKind: code("area_kind", ["borough", "neighbourhood"]).notNull(),
    /** A question of the block, and one of its codes. */
    topic: text("topic").notNull(),
    categoryCode: text("category_code").notNull(),
    count: integer("count").notNull(),
    /** Everybody who is counted in this area and topic. */
    base: integer("base").notNull(),
    source: text("source").notNull(),
    sourceDate: text("source_date").notNull(),
    licence: text("licence").notNull(),
    replacedAt: moment("replaced_at"),
  },
  (t) => [index("population_figures_now_ix").on(t.replacedAt, t.areaCode, t.topic)],
);
