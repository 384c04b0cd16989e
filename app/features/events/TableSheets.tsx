import { longDay } from "~/platform/london";
import { QUESTIONS, type SheetTable } from "./sheets";

type TableSheetsProps = {
  event: { title: string; startsAt: Date };
  tables: readonly SheetTable[];
};

/** A sheet a table, with the three questions and room to write. */
export function TableSheets({ event, tables }: TableSheetsProps) {
  return tables.map(({ key, title, host }) => (
    <article key={key} className="rh-table-sheet">
      <header>
        <p>
          {event.title}, {longDay(event.startsAt)}
        </p>
        <h1>{title}</h1>
        {host && <p>{host}</p>}
        <p>
          How many of you are at this table? <span className="rh-table-sheet__number" />
        </p>
      </header>
      {QUESTIONS.map(([question, help]) => (
        <section key={question} className="rh-table-sheet__question">
          <h2>{question}</h2>
          <p>{help}</p>
        </section>
      ))}
      <p>
        Please write no names. Somebody from the team types this in, and what comes of it is told on the
        event’s page.
      </p>
    </article>
  ));
}
