import { useTranslation } from "react-i18next";
import { PeopleCount } from "~/features/figures/PeopleCount";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";
import type { Leaning, Said, StatementSeen } from "./agreement-tables";

type AgreementTableProps = { caption: string; statements: readonly StatementSeen[]; locale: Locale };

const WORDS: Readonly<Record<Leaning, string>> = {
  agree: "agreement.mostAgree",
  disagree: "agreement.mostDisagree",
  mixed: "agreement.mixed",
  few: "agreement.tooFew",
};

/** What each group said to some statements: a word, and the published numbers behind it. */
export function AgreementTable({ caption, statements, locale }: AgreementTableProps) {
  const { t } = useTranslation();
  const codes = statements[0]?.groups.map(({ code }) => code) ?? [];
  const cell = (said: Said | undefined) =>
    said && (
      <>
        <b>{t(WORDS[said.leaning])}</b>
        <span className="rh-note">
          {t("agreement.agree")} <PeopleCount people={said.agree} />, {t("agreement.disagree")}{" "}
          <PeopleCount people={said.disagree} />
        </span>
      </>
    );
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={statements}
      rowKey={({ id }) => id}
      columns={[
        {
          header: t("agreement.said"),
          cell: ({ text }) => <span {...asEnglish(locale)}>{text}</span>,
        },
        ...(codes.length > 1
          ? codes.map((code, n) => ({
              header: t("agreement.group", { name: code.toUpperCase() }),
              cell: ({ groups }: StatementSeen) => cell(groups[n]),
            }))
          : []),
        { header: t("agreement.everybody"), cell: ({ all }: StatementSeen) => cell(all) },
      ]}
    />
  );
}
