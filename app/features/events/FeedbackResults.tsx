import { useTranslation } from "react-i18next";
import { Table } from "~/ui/Table";
import type { FeedbackCounts } from "./read-feedback.server";
import { FORM_WORDS } from "./staff-words";

type Tally = FeedbackCounts["rating"];

/** What people answered, question by question, with how many answered it. True numbers: for staff alone. */
export function FeedbackResults({ counts }: { counts: FeedbackCounts }) {
  const { t } = useTranslation();
  const results: [string, Tally, (code: string) => string][] = [
    [t("how.rating"), counts.rating, (code) => t(`how.ratings.${code}`)],
    [t("how.hadSay"), counts.hadSay, (code) => t(`how.says.${code}`)],
    [t("how.feltHeard"), counts.feltHeard, (code) => t(`how.${code}`)],
    [t("how.accessOk"), counts.accessOk, (code) => t(`how.${code}`)],
    [t("how.wouldReturn"), counts.wouldReturn, (code) => t(`how.${code}`)],
    ["How the forms came in", counts.channel, (code) => FORM_WORDS[code] ?? code],
  ];
  return (
    <div className="rh-results-grid">
      {results.map(([title, tally, word]) => (
        <Table
          key={title}
          caption={`${title} (${tally.answered} of ${counts.forms} answered)`}
          captionSize="s"
          rows={[...tally.counts].sort((a, b) => Number(b.code) - Number(a.code) || 0)}
          rowKey={(row) => row.code}
          columns={[
            { header: "Answer", cell: (row) => word(row.code) },
            { header: "Forms", numeric: true, cell: (row) => row.n },
            {
              header: "Share",
              numeric: true,
              cell: (row) => (tally.answered > 0 ? `${Math.round((100 * row.n) / tally.answered)}%` : "–"),
            },
          ]}
        />
      ))}
    </div>
  );
}
