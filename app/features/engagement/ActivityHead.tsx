import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FactList } from "~/ui/FactList";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Tags } from "~/ui/Tags";
import { standingOf } from "./rules";
import { type ActivityShown, dayIn, STANDING_COLOURS } from "./shown";

type ActivityHeadProps = {
  shown: ActivityShown;
  today: string;
  locale: Locale;
  link: (path: string) => string;
};

/** The top of an activity's page: what, when, for whom, and how much say people have. */
export function ActivityHead({ shown, today, locale, link }: ActivityHeadProps) {
  const { t } = useTranslation();
  const { activity, neighbourhood } = shown;
  const standing = standingOf(activity, today);
  const palette = neighbourhood?.palette ?? "";
  const colours = isPalette(palette) ? palette : "green";
  const foreign = asEnglish(locale);
  const { opensDay, closesDay } = activity;
  return (
    <PageHead
      title={activity.title}
      lede={activity.summary}
      back={{ href: link("/engagement"), text: t("engagement.title") }}
      palette={colours}
      seed={neighbourhood?.seed ?? 5}
      {...foreign}
    >
      <div className="rh-staff-state">
        <Tags
          items={[
            { text: t(`engagement.standing.${standing}`), colour: STANDING_COLOURS[standing] },
            { text: t(`engagement.kind.${activity.kind}`), colour: "blue" },
            {
              text: neighbourhood?.name ?? t("engagement.borough"),
              colour: "yellow",
              ...(neighbourhood ? asEnglish(locale) : {}),
            },
          ]}
        />
      </div>
      <FactList
        palette={colours}
        items={[
          {
            icon: "sun",
            term: t("activity.when"),
            detail:
              opensDay === closesDay
                ? dayIn(opensDay, locale)
                : t("engagement.dates", { from: dayIn(opensDay, locale), to: dayIn(closesDay, locale) }),
          },
          { icon: "people", term: t("activity.who"), detail: <span {...foreign}>{activity.audience}</span> },
          { icon: "talk", term: t("activity.how"), detail: t(`engagement.channel.${activity.channel}`) },
          { icon: "heart", term: t("activity.say"), detail: t(`engagement.level.${activity.plannedLevel}`) },
        ]}
      />
    </PageHead>
  );
}
