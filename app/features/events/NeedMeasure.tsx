import { useTranslation } from "react-i18next";
import { Table } from "~/ui/Table";
import { STEPS } from "./need-words";
import type { NeedsMeasure as Measure } from "./read-needs.server";

/** Needs met out of needs asked for, by need, with the total: true numbers, for staff. */
export function NeedMeasure({ measure }: { measure: readonly Measure[] }) {
  const { t } = useTranslation();
  const total = measure.reduce(
    (sum, one) => ({
      need: "",
      requested: sum.requested + one.requested,
      met: sum.met + one.met,
      partly: sum.partly + one.partly,
      notMet: sum.notMet + one.notMet,
    }),
    { need: "", requested: 0, met: 0, partly: 0, notMet: 0 },
  );
  const number = (header: string, of: (row: Measure) => number) => ({ header, numeric: true, cell: of });
  return (
    <Table
      caption="Needs asked for at events that are over, and what came of them"
      rows={[...measure, total]}
      rowKey={({ need }) => need || "all"}
      columns={[
        { header: "Need", cell: ({ need }) => (need ? t(`needs.${need}`) : <strong>All</strong>) },
        number("Asked for", (row) => row.requested),
        number("Met", (row) => row.met),
        number("In part", (row) => row.partly),
        number("Not met", (row) => row.notMet),
        number("Not marked yet", (row) => row.requested - row.met - row.partly - row.notMet),
      ]}
    />
  );
}

/** The six steps of the accessible information standard and how each is taken here. */
export function NeedSteps() {
  return (
    <ol className="rh-list rh-list--wide">
      {STEPS.map(({ step, title, text }) => (
        <li key={step}>
          <strong>{title}.</strong> {text}
        </li>
      ))}
    </ol>
  );
}
