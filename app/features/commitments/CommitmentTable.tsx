import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";
import { CommitmentDue } from "./CommitmentDue";
import { CommitmentState } from "./CommitmentState";
import { type CommitmentShown, inShort } from "./shown";

type CommitmentTableProps = {
  caption: string;
  captionHidden?: boolean;
  commitments: readonly CommitmentShown[];
  locale: Locale;
  link: (path: string) => string;
};

/** Commitments as anyone reads them: what was said, who owns it, by when, how it stands. */
export function CommitmentTable({ caption, captionHidden, commitments, locale, link }: CommitmentTableProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      cards
      rows={commitments}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          header: t("commitments.said"),
          cell: ({ number, said }) => (
            <>
              <a href={link(`/commitments/${number}`)} {...foreign}>
                {inShort(said)}
              </a>
              <span className="rh-note">{t("commitments.one", { number })}</span>
            </>
          ),
        },
        {
          header: t("commitments.owner"),
          cell: ({ owner }) =>
            owner ? (
              <span {...foreign}>
                {owner.role}, {owner.organisation}
              </span>
            ) : (
              t("commitments.noOwner")
            ),
        },
        { header: t("commitments.due"), cell: (shown) => <CommitmentDue shown={shown} locale={locale} /> },
        {
          header: t("commitments.state"),
          cell: ({ state, kind }) => <CommitmentState state={state} kind={kind} />,
        },
      ]}
    />
  );
}
