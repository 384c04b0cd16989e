import { useTranslation } from "react-i18next";
import { PeopleCount } from "~/features/figures/PeopleCount";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";
import type { Compared } from "./compare";

type CompareTableProps = {
  caption: string;
  captionHidden?: boolean;
  compared: readonly Compared[];
  locale: Locale;
};

/** Each group's share of those who answered, with its interval, beside its share of those who live here. */
export function CompareTable({ caption, captionHidden, compared, locale }: CompareTableProps) {
  const { t } = useTranslation();
  const percent = (value: number) => t("figures.percent", { percent: value });
  const verdicts = {
    over: t("figures.over"),
    under: t("figures.under"),
    not_clear: t("figures.noDifference"),
    not_enough: t("figures.notEnough"),
  };
  const isBeside = compared.some(({ against }) => against);
  const beside = [
    {
      header: t("figures.liveHere"),
      numeric: true,
      cell: ({ against }: Compared) => (against ? percent(against.populationPercent) : "–"),
    },
    {
      header: t("who.ratio"),
      numeric: true,
      cell: ({ against }: Compared) => against?.ratio?.toFixed(2) ?? "–",
    },
    {
      header: t("who.says"),
      cell: ({ against }: Compared) => (against ? verdicts[against.verdict] : "–"),
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      captionSize="s"
      cards
      rows={compared}
      rowKey={({ code }) => code}
      columns={[
        {
          header: t("who.group"),
          cell: ({ label }) => <span {...asEnglish(locale)}>{label}</span>,
        },
        {
          header: t("figures.tookPart"),
          numeric: true,
          cell: ({ share }) =>
            share.percent === null ? (
              <PeopleCount people={share.part} />
            ) : (
              <>
                {percent(share.percent)}
                {share.interval && (
                  <span className="rh-note">
                    {" "}
                    {t("figures.between", { low: share.interval[0], high: share.interval[1] })}
                  </span>
                )}
              </>
            ),
        },
        ...(isBeside ? beside : []),
      ]}
    />
  );
}
