import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityAside } from "~/features/engagement/ActivityAside";
import { ActivityHead } from "~/features/engagement/ActivityHead";
import { ActivityNote } from "~/features/engagement/ActivityNote";
import { ActivityOutcome } from "~/features/engagement/ActivityOutcome";
import { ActivityStake } from "~/features/engagement/ActivityStake";
import { findActivity, findSaid } from "~/features/engagement/read.server";
import { canBeRated, nextMidnight } from "~/features/engagement/rules";
import { shownActivity } from "~/features/engagement/shown";
import { EventCards } from "~/features/events/EventCards";
import { listEventsOf } from "~/features/events/read.server";
import { getBorough } from "~/features/places/read.server";
import { listSurveysOf, nextTurn } from "~/features/surveys/read.server";
import { listedAs, standingOf } from "~/features/surveys/rules";
import { cardOf, SurveyCards } from "~/features/surveys/SurveyCards";
import { dayOf } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { Columns } from "~/ui/Columns";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.shown.activity.title),
  { name: "description", content: args.data?.shown.activity.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const seen = await findActivity(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const [midnight, turn] = [nextMidnight(ctx.now), await nextTurn(ctx)];
  args.context.page.until = turn && turn < midnight ? turn : midnight;
  const today = dayOf(ctx.now);
  return {
    shown: shownActivity(seen),
    today,
    canRate: canBeRated(seen.activity, today),
    theySay: await findSaid(ctx, seen.activity.id),
    events: (await listEventsOf(ctx, seen.activity.id)).map((one) => ({
      ...one,
      event: { ...one.event, onlineLink: null, dialIn: null },
    })),
    surveys: (await listSurveysOf(ctx, seen.activity.id)).map((one) => ({
      card: cardOf(one),
      standing: listedAs(standingOf(one.survey, ctx.now)),
    })),
    borough: await getBorough(ctx),
  };
}

export default function ActivityPage() {
  const { shown, today, canRate, theySay, events, surveys, borough } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { activity } = shown;
  return (
    <>
      <ActivityHead shown={shown} today={today} locale={locale} link={link} />
      <Section tight>
        <Columns aside={<ActivityAside shown={shown} contacts={borough.contacts} link={link} />}>
          <ActivityNote shown={shown} today={today} locale={locale} />
          <ActivityOutcome shown={shown} theySay={theySay} locale={locale} />
          <ActivityStake shown={shown} locale={locale} />
          {canRate && (
            <p>
              <ButtonLink href={link(`/engagement/${activity.slug}/rate`)} variant="secondary">
                {t("activity.rate")}
              </ButtonLink>
            </p>
          )}
        </Columns>
      </Section>
      {surveys.length > 0 && (
        <Section>
          <SectionHead title={t("surveys.title")} />
          {surveys.map(({ card, standing }) => (
            <SurveyCards key={card.slug} surveys={[card]} standing={standing} locale={locale} link={link} />
          ))}
        </Section>
      )}
      {events.length > 0 && (
        <Section tone="mint">
          <SectionHead title={t("activity.events")} />
          <EventCards events={events} locale={locale} link={link} />
        </Section>
      )}
    </>
  );
}
