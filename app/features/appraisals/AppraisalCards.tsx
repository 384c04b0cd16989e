import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import { isPalette } from "~/ui/palettes";
import { dayIn, STATE_COLOURS, seedOf } from "./appraisal-words";
import type { AppraisalShown } from "./shown";

type AppraisalCardsProps = {
  appraisals: readonly AppraisalShown[];
  locale: Locale;
  link: (path: string) => string;
};

/** Appraisals as cards: the question, where it stands, when it was scored. */
export function AppraisalCards({ appraisals, locale, link }: AppraisalCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {appraisals.map(({ slug, question, summary, state, heldDay, neighbourhood }) => {
        const palette = neighbourhood?.palette ?? "";
        return (
          <LinkCard
            key={slug}
            href={link(`/options/${slug}`)}
            title={question}
            text={summary}
            palette={isPalette(palette) ? palette : "blue"}
            seed={neighbourhood?.seed ?? seedOf(slug)}
            headingLevel={2}
            tags={[
              { text: t(`options.state.${state}`), colour: STATE_COLOURS[state] },
              { text: dayIn(heldDay, locale), colour: "grey" },
              { text: neighbourhood?.name ?? t("engagement.borough"), colour: "yellow" },
            ]}
            {...asEnglish(locale)}
          />
        );
      })}
    </CardGrid>
  );
}
