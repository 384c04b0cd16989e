import { useTranslation } from "react-i18next";
import type { GatedTable, Shown } from "~/db/tables/figures";
import { HIDDEN_TO, type Rule } from "./rules";

/** What the marks in some published tables mean, and why they may not add up: beneath them. */
export function FigureNotes({ tables, rule }: { tables: readonly GatedTable[]; rule: Rule }) {
  const { t } = useTranslation();
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells, row.all]));
  const has = (shown: Shown) => cells.some(({ people }) => people.shown === shown);
  return (
    <p className="rh-note">
      {[
        t("figures.noteRounded"),
        has("exact") && t("figures.noteExact"),
        has("few") && t("figures.noteFew", { least: HIDDEN_TO[rule] + 1 }),
        has("kept") && t("figures.noteKept"),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
