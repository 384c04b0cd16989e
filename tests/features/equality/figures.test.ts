import { describe, expect, test } from "vitest";
import { whoAnsweredFigures } from "~/features/equality/figures.server";
import type { Tally } from "~/features/equality/read.server";
import { publishTables } from "~/features/figures/gate";
import { representationOf } from "~/features/figures/share";
import { larkmereYear } from "../../support/equality";
import { numbersOf } from "../../support/figures";

describe("who answered in a year", () => {
  const input = whoAnsweredFigures(larkmereYear());
  test("x", () => {
    const t0 = performance.now();
    const { tables, withheld } = publishTables(input.tables);
    console.log(performance.now() - t0, withheld);
    for (const table of tables) {
      console.log(table.id);
      for (const { heading, cells, all } of table.rows)
        console.log(
          `${heading?.label ?? "All"}: ${[...cells, all].map((c) => c.people.text + (c.people.shown === "exact" ? "!" : "")).join(" | ")}`,
        );
    }
  });
});
