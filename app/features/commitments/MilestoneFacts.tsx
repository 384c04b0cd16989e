import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { SummaryList } from "~/ui/SummaryList";
import { Tag } from "~/ui/Tag";
import {
  actualWords,
  forecastWords,
  type MilestoneShown,
  STATUS_COLOURS,
  slipOfWords,
  spanWords,
} from "./milestone-shown";

type Titled = { slug: string; title: string };
type MilestoneFactsProps = {
  shown: MilestoneShown;
  neededBy: readonly Titled[];
  locale: Locale;
  link: (path: string) => string;
};

/** How a milestone stands: planned, expected, reached; what it hangs on, and what hangs on it. */
export function MilestoneFacts({ shown, neededBy, locale, link }: MilestoneFactsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const list = (items: readonly Titled[]) => (
    <ul className="rh-list">
      {items.map(({ slug, title }) => (
        <li key={slug}>
          <a href={link(`/milestones/${slug}`)} {...foreign}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
  const said = (key: string, words: string | null): [string, ReactNode][] =>
    words
      ? [
          [
            key,
            <span key={key} {...foreign}>
              {words}
            </span>,
          ],
        ]
      : [];
  const rows: [string, ReactNode][] = [
    [
      t("milestones.status"),
      <Tag key="status" colour={STATUS_COLOURS[shown.status]}>
        {t(`milestones.statuses.${shown.status}`)}
      </Tag>,
    ],
    [t("milestones.planned"), spanWords(t, shown.planned, locale)],
    [t("milestones.forecast"), forecastWords(t, shown, locale)],
    [t("milestones.actual"), actualWords(t, shown, locale)],
    [t("milestones.slip"), slipOfWords(t, shown)],
    ...said(t("milestones.condition"), shown.condition),
    ...said(t("milestones.learning"), shown.learningNeeded),
    ...said(t("milestones.effect"), shown.effectOnPartners),
    ...said(t("milestones.place"), shown.neighbourhood?.name ?? null),
    ...(shown.needs.length > 0 ? [[t("milestones.needs"), list(shown.needs)] as [string, ReactNode]] : []),
    ...(neededBy.length > 0 ? [[t("milestones.neededBy"), list(neededBy)] as [string, ReactNode]] : []),
  ];
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />;
}
