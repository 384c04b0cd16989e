import { classes } from "~/ui/classes";

type SheetLinesProps = { caption: string; headers: readonly string[]; count: number; className?: string };

/** A table on paper with nothing in it: so many lines for people who come without booking. */
export function SheetLines({ caption, headers, count, className }: SheetLinesProps) {
  return (
    <table className={classes("govuk-table rh-sheet__list", className)}>
      <caption className="govuk-table__caption">{caption}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, line) => line + 1).map((line) => (
          <tr key={line}>
            {headers.map((header, at) => (
              <td key={header}>{at === 0 && "\u00a0"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
