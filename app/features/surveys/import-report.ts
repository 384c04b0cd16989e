/** What became of a piece of a file: taken as it is, taken with a change, or not taken. */
export type Outcome = "taken" | "changed" | "left";

/** A piece of a file: of a sheet, the cell under a heading; of other files, its place in words. */
export type Cell = { sheet: string; row: number; column: string; value: string };

/** A piece of a file, what became of it, and why. */
export type Finding = Cell & { outcome: Outcome; text: string };

const WEIGHT: Readonly<Record<Outcome, number>> = { taken: 0, changed: 1, left: 2 };

/** A sheet is read once, but a cell may serve several questions: what became of it is the worst of all. */
export type Report = {
  note: (cell: Cell | undefined, outcome: Outcome, text?: string) => void;
  findings: () => Finding[];
};

/**
 * Begins a report on these cells. Each of them is in the findings, once: a cell that nobody has said anything
 * of was not taken, for the reason that `otherwise` gives.
 */
export function reportOn(cells: readonly Cell[], otherwise: (cell: Cell) => string): Report {
  const notes = new Map<Cell, { outcome: Outcome; texts: Set<string> }>();
  return {
    note(cell, outcome, text = "") {
      if (!cell) return;
      const before = notes.get(cell);
      if (!before || WEIGHT[before.outcome] < WEIGHT[outcome]) {
        notes.set(cell, { outcome, texts: new Set(text ? [text] : []) });
      } else if (before.outcome === outcome && text) before.texts.add(text);
    },
    findings: () =>
      cells.map((cell): Finding => {
        const found = notes.get(cell);
        if (!found) return { ...cell, outcome: "left", text: otherwise(cell) };
        return { ...cell, outcome: found.outcome, text: [...found.texts].join(" ") };
      }),
  };
}

/** One line of a report that people read: what became of a row, or of some columns of it. */
export type ReportLine = { place: string; what: string; outcome: Outcome; text: string };

const shortly = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Findings as lines, the cells of a row together where the same became of them. */
export function linesOf(findings: readonly Finding[]): ReportLine[] {
  const lines = new Map<string, ReportLine>();
  for (const { sheet, row, column, value, outcome, text } of findings) {
    const place = row > 0 ? `${sheet}, row ${row}` : sheet;
    const name = [place, outcome, text].join("\n");
    const isHeading = column.toLowerCase() === value.toLowerCase();
    const what = isHeading ? `heading ${shortly(value)}` : `${column}: ${shortly(value)}`;
    const line = lines.get(name);
    if (line) line.what += `; ${what}`;
    else lines.set(name, { place, what, outcome, text });
  }
  return [...lines.values()];
}
