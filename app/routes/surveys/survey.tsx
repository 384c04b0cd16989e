import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getBorough } from "~/features/places/read.server";
import { nextTurn } from "~/features/surveys/read.server";
import { findStep } from "~/features/surveys/read-step.server";
import { firstOpenPage } from "~/features/surveys/route";
import { cookieOf, GRACE_MINUTES } from "~/features/surveys/rules";
import { SurveyFacts } from "~/features/surveys/SurveyFacts";
import { SurveyParagraphs } from "~/features/surveys/SurveyWords";
import { cookieIn } from "~/platform/cookies.server";
import type { Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.said.title.text),
  { name: "description", content: args.data?.said.summary.text ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const slug = args.params.slug ?? "";
  const locale = args.context.locale as Locale;
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(slug));
  const step = await findStep(ctx, { slug, cookie, locale });
  if (!step) throw missing();
  const { survey, questionnaire, draft, standing, first, said, neighbourhood } = step;
  args.context.page.until = (await nextTurn(ctx)) ?? undefined;
  const carryOn = draft ? (firstOpenPage(questionnaire, draft.answers) ?? "check") : null;
  return {
    said,
    standing,
    slug,
    neighbourhood,
    minutes: survey.minutes,
    anonymity: survey.anonymity,
    opensAt: survey.opensAt,
    closesAt: survey.closesAt,
    begin: survey.anonymity === "linked" ? "about-you" : first,
    hasResults: survey.resultsAt !== null,
    carryOn: standing === "closed" ? null : carryOn,
    phone: (await getBorough(ctx)).contacts.phone,
  };
}

export default function SurveyStart() {
  const data = useLoaderData<typeof loader>();
  const { said, standing, slug, neighbourhood, anonymity, begin, carryOn, phone } = data;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const palette = neighbourhood?.palette ?? "";
  const at = (path: string) => link(`/surveys/${slug}/${path}`);
  const times = {
    opens: dayAndClock(data.opensAt, locale),
    closes: dayAndClock(data.closesAt, locale),
    minutes: GRACE_MINUTES,
  };
  const english = said.title.english ? { lang: "en", dir: "ltr" as const } : {};
  return (
    <>
      <PageHead
        title={said.title.text}
        lede={said.summary.text}
        {...english}
        back={{ href: link("/surveys"), text: t("surveys.all") }}
        palette={isPalette(palette) ? palette : "green"}
        seed={neighbourhood?.seed ?? slug.length}
      />
      <Section tight>
        <div className="rh-narrow">
          {standing !== "open" && <InsetText>{t(`surveys.standing.${standing}`, times)}</InsetText>}
          {data.hasResults && (
            <p>
              {t("surveys.results.found")}{" "}
              <ButtonLink href={at("results")} arrow>
                {t("surveys.results.link")}
              </ButtonLink>
            </p>
          )}
          <InsetText>
            <p>
              <strong>{t(`surveys.kept.${anonymity}.title`)}</strong>
            </p>
            <p>{t(`surveys.kept.${anonymity}.text`)}</p>
          </InsetText>
          <SurveyParagraphs of={said.intro} />
          <SurveyFacts said={said} minutes={data.minutes} closes={times.closes} />
          {carryOn && (
            <p>
              <ButtonLink href={at(carryOn)} arrow>
                {t("surveys.carryOn")}
              </ButtonLink>
            </p>
          )}
          {!carryOn && standing === "open" && (
            <p>
              <ButtonLink href={at(begin)} arrow>
                {t("surveys.start")}
              </ButtonLink>
            </p>
          )}
          {standing !== "closed" && standing !== "not_yet" && (
            <p>
              <a href={at("return")}>{t("surveys.return.link")}</a>
            </p>
          )}
          <p>{t("surveys.otherWays", { phone })}</p>
          {standing === "open" && (
            <p>
              <a href={at("paper")}>{t("surveys.paper.link")}</a>
            </p>
          )}
        </div>
      </Section>
    </>
  );
}
