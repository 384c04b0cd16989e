import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { CompareTable } from "./CompareTable";
import type { CollectionRow } from "./read-who-answered.server";

type CollectionWhoProps = { row: CollectionRow; locale: Locale; link: (path: string) => string };

/** Who answered one survey, or came to one event, beside who lives here: its row of the year's published figures. */
export function CollectionWho({ row, locale, link }: CollectionWhoProps) {
  const { t } = useTranslation();
  const { year, compared, completeness } = row;
  const said = [
    [t("who.known"), completeness.known],
    [t("surveys.preferNot"), completeness.preferNot],
    [t("who.notAnswered"), completeness.none],
  ] as const;
  return (
    <section aria-labelledby="who-answered">
      <h2 id="who-answered">{t("who.row")}</h2>
      <CompareTable caption={t("who.row")} captionHidden compared={compared} locale={locale} />
      <p className="rh-note">
        {said.map(([words, { percent, part }]) => (
          <span key={words}>
            {words}: {percent === null ? part.text : t("figures.percent", { percent })}.{" "}
          </span>
        ))}
        {t("who.chosen")}
      </p>
      <p>
        <a href={link(`/who-we-heard-from/${year}`)}>{t("who.all")}</a>
      </p>
    </section>
  );
}
