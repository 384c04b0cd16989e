import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FactList } from "~/ui/FactList";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Tags } from "~/ui/Tags";
import { dayIn, STATE_COLOURS, seedOf } from "./appraisal-words";
import type { AppraisalShown } from "./shown";

type AppraisalHeadProps = {
  shown: AppraisalShown;
  /** Of the result, where there is one. */
  people: number | null;
  locale: Locale;
  link: (path: string) => string;
  children?: ReactNode;
};

/** The top of an appraisal's page: the question, where it stands, when and where it was scored, who decides. */
export function AppraisalHead({ shown, people, locale, link, children }: AppraisalHeadProps) {
  const { t } = useTranslation();
  const { neighbourhood, state } = shown;
  const palette = neighbourhood?.palette ?? "";
  const colours = isPalette(palette) ? palette : "blue";
  const foreign = asEnglish(locale);
  const day = (one: string) => dayIn(one, locale);
  return (
    <PageHead
      title={shown.question}
      lede={shown.summary}
      back={{ href: link("/options"), text: t("options.title") }}
      palette={colours}
      seed={neighbourhood?.seed ?? seedOf(shown.slug)}
      {...foreign}
    >
      <div className="rh-staff-state">
        <Tags
          items={[
            { text: t(`options.state.${state}`), colour: STATE_COLOURS[state] },
            { text: t(`options.stage.${shown.stage}`), colour: "grey" },
            { text: neighbourhood?.name ?? t("engagement.borough"), colour: "yellow" },
          ]}
        />
      </div>
      <FactList
        palette={colours}
        items={[
          {
            icon: "sun",
            term: t("options.when"),
            detail: (
              <>
                {day(shown.heldDay)}, <span {...foreign}>{shown.place}</span>
              </>
            ),
          },
          ...(people === null
            ? []
            : [{ icon: "people" as const, term: t("options.who"), detail: t("options.people", { people }) }]),
          {
            icon: "talk",
            term: t("options.decides"),
            detail: (
              <>
                <span {...foreign}>{shown.decider}</span>,{" "}
                {t("options.by", { day: day(shown.decisionDueDay) })}
              </>
            ),
          },
        ]}
      />
      {children}
    </PageHead>
  );
}
