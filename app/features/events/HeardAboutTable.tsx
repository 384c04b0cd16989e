import { useTranslation } from "react-i18next";
import { PeopleCount } from "~/features/figures/PeopleCount";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import type { HeardAbout } from "./read-heard-themes.server";

type HeardAboutTableProps = {
  heard: readonly HeardAbout[];
  locale: Locale;
  link: (path: string) => string;
};

const sum = (heard: HeardAbout, of: "worked" | "hard" | "next" | "notes") =>
  heard.themes.reduce((n, theme) => n + theme[of], 0);

/** What was said about one theme at each event, in notes, and how many people agreed, as it was published. */
export function HeardAboutTable({ heard, locale, link }: HeardAboutTableProps) {
  const { t } = useTranslation();
  return (
    <>
      <Table
        caption={t("themes.atEvents")}
        captionHidden
        cards
        rows={heard}
        rowKey={(one) => one.slug}
        columns={[
          {
            header: t("themes.event"),
            cell: (one) => (
              <>
                <a href={link(`/events/${one.slug}/heard`)} {...asEnglish(locale)}>
                  {one.title}
                </a>
                <span className="rh-note">
                  {plainDay(one.startsAt, locale)}
                  {one.neighbourhood && (
                    <>
                      , <bdi {...asEnglish(locale)}>{one.neighbourhood.name}</bdi>
                    </>
                  )}
                </span>
              </>
            ),
          },
          { header: t("heard.worked"), numeric: true, cell: (one) => sum(one, "worked") },
          { header: t("heard.hard"), numeric: true, cell: (one) => sum(one, "hard") },
          { header: t("heard.next"), numeric: true, cell: (one) => sum(one, "next") },
          { header: t("heard.all"), numeric: true, cell: (one) => sum(one, "notes") },
          {
            header: t("heard.agree"),
            numeric: true,
            // Published numbers are never added up: each stands for itself.
            cell: (one) =>
              one.themes.map(({ slug, agreeing }) => <PeopleCount key={slug} people={agreeing} />),
          },
        ]}
      />
      <p className="rh-note">{t("heard.agreeNote")}</p>
    </>
  );
}
