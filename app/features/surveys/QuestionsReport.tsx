import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { Table } from "~/ui/Table";
import type { ReportLine } from "./import-report";
import type { QuestionsRead } from "./import-summary";

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What became of a file of questions: what is not taken first, then what is changed, then the rest. */
export function QuestionsReport({ read }: { read: QuestionsRead }) {
  const of = (outcome: ReportLine["outcome"]) => read.lines.filter((line) => line.outcome === outcome);
  const [left, changed, taken] = [of("left"), of("changed"), of("taken")];
  return (
    <>
      <p>
        The file gives {plural(read.questions, "question", "questions")}
        {read.sections > 0 && ` in ${plural(read.sections, "part", "parts")}`}
        {read.languages > 0 &&
          `, with words in ${plural(read.languages, "other language", "other languages")}`}
        .{" "}
        {left.length + changed.length === 0
          ? "All of it is taken as it is."
          : "Below stands what became of every row."}
      </p>
      {[...read.remarks, ...read.faults].length > 0 && (
        <InsetText>
          {read.remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
          {read.faults.length > 0 && (
            <p>
              <strong>Before it can be published:</strong> {read.faults.join(" ")}
            </p>
          )}
        </InsetText>
      )}
      {left.length > 0 && <Lines caption="Not taken" lines={left} why="Why" />}
      {changed.length > 0 && <Lines caption="Taken with a change" lines={changed} why="What is different" />}
      {taken.length > 0 && (
        <Details summary={`Taken as it is: ${plural(taken.length, "row", "rows")}`}>
          <ul className="rh-list">
            {taken.map(({ place, what }) => (
              <li key={`${place} ${what}`}>
                {place} – {what}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Lines({ caption, lines, why }: { caption: string; lines: readonly ReportLine[]; why: string }) {
  return (
    <Table
      caption={`${caption} (${lines.length})`}
      captionSize="m"
      cards
      rows={lines}
      rowKey={({ place, what, text }) => `${place} ${what} ${text}`}
      columns={[
        { header: "Where", cell: ({ place }) => place },
        { header: "What", cell: ({ what }) => what },
        { header: why, cell: ({ text }) => text },
      ]}
    />
  );
}
