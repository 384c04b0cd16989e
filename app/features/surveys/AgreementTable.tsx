import { Table } from "~/ui/Table";
import { type Agreement, kappaWords, LEAST_TO_MEASURE } from "./agreement";

type Measured = Agreement & { label: string };

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** How alike two people read a sample, theme by theme, those with the least agreement first. */
export function AgreementTable({ measured }: { measured: readonly Measured[] }) {
  return (
    <>
      <Table
        caption="How alike two people read the sample"
        captionHidden
        cards
        rows={measured}
        rowKey={(one) => one.theme}
        columns={[
          { header: "Theme", cell: (one) => one.label },
          { header: "Both", numeric: true, cell: (one) => one.both },
          { header: "Only the first", numeric: true, cell: (one) => one.onlyFirst },
          { header: "Only the second", numeric: true, cell: (one) => one.onlySecond },
          { header: "Neither", numeric: true, cell: (one) => one.neither },
          { header: "Alike", numeric: true, cell: (one) => (one.alike === null ? "–" : percent(one.alike)) },
          {
            header: "Kappa",
            numeric: true,
            cell: (one) => (one.kappa === null ? "–" : one.kappa.toFixed(2)),
          },
          { header: "In words", cell: inWords },
        ]}
      />
      <p className="rh-note">
        Kappa is Cohen’s: (alike − chance) ÷ (1 − chance), where chance is how alike they would be if each had
        spread as many ticks at random. 1 is entirely alike, 0 no better than chance. Not said of fewer than{" "}
        {LEAST_TO_MEASURE} answers. The words follow Landis and Koch (1977), which is a custom and no law.
        What is settled afterwards changes none of this.
      </p>
    </>
  );
}

function inWords({ enough, kappa }: Measured) {
  if (!enough) return "Not enough to say";
  return kappa === null ? "Can’t be told: both chose it always" : kappaWords(kappa);
}
