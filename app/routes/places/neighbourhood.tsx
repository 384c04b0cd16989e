import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EventCards } from "~/features/events/EventCards";
import { HeardCards } from "~/features/events/HeardCards";
import { listNextEvents } from "~/features/events/read.server";
import { listHeard } from "~/features/events/read-heard.server";
import { drawMap } from "~/features/places/map";
import { NeighbourhoodAside } from "~/features/places/NeighbourhoodAside";
import { NeighbourhoodHubs } from "~/features/places/NeighbourhoodHubs";
import { NeighbourhoodPast, PlaceLinks } from "~/features/places/NeighbourhoodPast";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { getHistory } from "~/features/places/read-history.server";
import { listServicesFor, listVenuesIn } from "~/features/places/read-services.server";
import { atNoon } from "~/features/places/staff-words";
import { ResponseCards } from "~/features/responses/ResponseCards";
import { listStanding } from "~/features/responses/read.server";
import { listOpenSurveys, nextTurn } from "~/features/surveys/read.server";
import { cardOf, SurveyCards } from "~/features/surveys/SurveyCards";
import { asEnglish } from "~/platform/locales";
import { plainDay, startOfDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Columns } from "~/ui/Columns";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.neighbourhood.name),
  { name: "description", content: args.data?.neighbourhood.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  // Services begin and end with the day.
  const ctx = await anyone(args, { until: startOfDay(new Date(), 1) });
  const turn = await nextTurn(ctx);
  if (turn && turn < startOfDay(new Date(), 1)) args.context.page.until = turn;
  const neighbourhood = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!neighbourhood) throw missing();
  const events = await listNextEvents(ctx, { limit: 6, neighbourhoodId: neighbourhood.id });
  return {
    neighbourhood,
    events,
    surveys: (await listOpenSurveys(ctx, { limit: 3, neighbourhoodId: neighbourhood.id })).map(cardOf),
    heard: await listHeard(ctx, { limit: 3, neighbourhoodId: neighbourhood.id }),
    answers: (await listStanding(ctx, { neighbourhoodId: neighbourhood.id }, 3)).responses,
    map: drawMap(await listNeighbourhoods(ctx)),
    history: await getHistory(ctx, neighbourhood.id),
    services: neighbourhood.retiredDay ? [] : await listServicesFor(ctx, neighbourhood.id),
    venues: await listVenuesIn(ctx, neighbourhood.id),
  };
}

export default function NeighbourhoodPage() {
  const { neighbourhood, events, surveys, heard, answers, map, history, services, venues } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  const { retiredDay } = neighbourhood;
  return (
    <>
      <PageHead
        title={neighbourhood.name}
        lede={neighbourhood.description}
        back={{ href: link("/neighbourhoods"), text: t("places.back") }}
        palette={neighbourhood.palette}
        seed={neighbourhood.seed}
        {...foreign}
      />
      {retiredDay && (
        <Section>
          <InsetText>
            <p>{t("places.retired", { date: plainDay(atNoon(retiredDay), locale) })}</p>
            {history.after.length > 0 && (
              <p>
                {t("places.after")} <PlaceLinks places={history.after} locale={locale} link={link} />
              </p>
            )}
          </InsetText>
        </Section>
      )}
      {(!retiredDay || events.length > 0) && (
        <Section>
          <SectionHead
            title={t("places.events")}
            link={{ href: link(`/events?neighbourhood=${neighbourhood.slug}`), text: t("places.allEvents") }}
          />
          {events.length > 0 ? (
            <EventCards events={events} locale={locale} link={link} />
          ) : (
            <EmptyState title={t("places.noEvents")} headingLevel={3}>
              <p>
                <a href={link("/events")}>{t("errors.events")}</a>
              </p>
            </EmptyState>
          )}
        </Section>
      )}
      {surveys.length > 0 && !retiredDay && (
        <Section tight>
          <SectionHead title={t("home.surveys")} link={{ href: link("/surveys"), text: t("surveys.all") }} />
          <SurveyCards surveys={surveys} standing="open" locale={locale} link={link} />
        </Section>
      )}
      {heard.length > 0 && (
        <Section tight>
          <SectionHead title={t("places.heard")} link={{ href: link("/heard"), text: t("home.allHeard") }} />
          <HeardCards pages={heard} locale={locale} link={link} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section tight>
          <SectionHead
            title={t("responses.title")}
            link={{
              href: link(`/you-said-we-did?neighbourhood=${neighbourhood.slug}`),
              text: t("responses.newestAll"),
            }}
          />
          <ResponseCards responses={answers} locale={locale} link={link} headingLevel={3} />
        </Section>
      )}
      <Section tone="mint">
        <Columns
          aside={<NeighbourhoodAside neighbourhood={neighbourhood} map={map} locale={locale} link={link} />}
        >
          {neighbourhood.happening.length > 0 && (
            <>
              <h2>{t("places.happening")}</h2>
              <ul className="rh-list" {...foreign}>
                {neighbourhood.happening.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          <NeighbourhoodHubs venues={venues} services={services} locale={locale} link={link} />
          <NeighbourhoodPast history={history} locale={locale} link={link} />
        </Columns>
      </Section>
    </>
  );
}
