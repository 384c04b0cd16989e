import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import { isPalette } from "~/ui/palettes";
import { isForStaff, standingOf } from "./rules";
import { type ActivityShown, dayIn, STANDING_COLOURS } from "./shown";

type ActivityCardsProps = {
  activities: readonly ActivityShown[];
  today: string;
  locale: Locale;
  link: (path: string) => string;
};

/** Activities as cards: what, where it stands, when and where. */
export function ActivityCards({ activities, today, locale, link }: ActivityCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {activities.map(({ activity, neighbourhood }) => {
        const standing = standingOf(activity, today);
        const palette = neighbourhood?.palette ?? "";
        const { opensDay, closesDay } = activity;
        const dates =
          opensDay === closesDay
            ? dayIn(opensDay, locale)
            : t("engagement.dates", { from: dayIn(opensDay, locale), to: dayIn(closesDay, locale) });
        return (
          <LinkCard
            key={activity.id}
            href={link(`/engagement/${activity.slug}`)}
            title={activity.title}
            text={activity.summary}
            palette={isPalette(palette) ? palette : "green"}
            seed={neighbourhood?.seed ?? seedOf(activity.slug)}
            tags={[
              { text: t(`engagement.standing.${standing}`), colour: STANDING_COLOURS[standing] },
              { text: dates, colour: "grey" },
              {
                text: neighbourhood?.name ?? t("engagement.borough"),
                colour: "yellow",
                ...(neighbourhood ? asEnglish(locale) : {}),
              },
              ...(isForStaff(activity)
                ? [{ text: t("engagement.forStaff"), colour: "purple" as const }]
                : []),
            ]}
            {...asEnglish(locale)}
          />
        );
      })}
    </CardGrid>
  );
}

/** Tiles of its own for each activity of the whole borough. */
function seedOf(slug: string): number {
  return [...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
