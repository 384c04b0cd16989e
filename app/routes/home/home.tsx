import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EventCards } from "~/features/events/EventCards";
import { HeardCards } from "~/features/events/HeardCards";
import { countUpcoming, listNextEvents } from "~/features/events/read.server";
import { listHeard } from "~/features/events/read-heard.server";
import { BoardCards } from "~/features/ideas/BoardCards";
import { listBoards } from "~/features/ideas/read-boards.server";
import { NeighbourhoodCards } from "~/features/places/NeighbourhoodCards";
import { getBorough, listNeighbourhoods } from "~/features/places/read.server";
import { listStanding } from "~/features/responses/read.server";
import { listOpenSurveys, nextTurn } from "~/features/surveys/read.server";
import { cardOf, SurveyCards } from "~/features/surveys/SurveyCards";
import { translator } from "~/platform/i18n.server";
import { asEnglish, type Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { Exchange } from "~/ui/Exchange";
import { Hero } from "~/ui/Hero";
import { IconLinks } from "~/ui/IconLinks";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = (await nextTurn(ctx)) ?? undefined;
  const [borough, neighbourhoods, upcoming, next, surveys, heard, newest, boards] = await Promise.all([
    getBorough(ctx),
    listNeighbourhoods(ctx),
    countUpcoming(ctx),
    listNextEvents(ctx, { limit: 3 }),
    listOpenSurveys(ctx, { limit: 3 }),
    listHeard(ctx, { limit: 3 }),
    listStanding(ctx, {}, 1),
    listBoards(ctx, "open"),
  ]);
  const total = [...upcoming.values()].reduce((sum, n) => sum + n, 0);
  const cards = neighbourhoods.map((one) => ({ ...one, upcoming: upcoming.get(one.id) ?? 0 }));
  const title = translator(args.context.locale as Locale)("home.title");
  return {
    borough,
    cards,
    next,
    surveys: surveys.map(cardOf),
    heard,
    newest: newest.responses,
    boards,
    total,
    title,
  };
}

export default function Home() {
  const { borough, cards, next, surveys, heard, newest, boards, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <>
      <Hero title={t("home.title")} text={t("home.lede", { borough: borough.name })}>
        <ButtonLink href={link("/events")} arrow>
          {t("home.findEvent")}
        </ButtonLink>
        <ButtonLink href={link("/neighbourhoods")} variant="secondary">
          {t("home.findNeighbourhood")}
        </ButtonLink>
      </Hero>
      <IconLinks
        title={t("home.ways")}
        items={[
          {
            href: link("/events"),
            text: t("home.come"),
            note: t("home.comeNote", { count: total }),
            icon: "people",
          },
          {
            href: link("/neighbourhoods"),
            text: t("home.near"),
            note: t("home.nearNote", { count: cards.length }),
            icon: "house",
            palette: "blue",
          },
          {
            href: link("/help"),
            text: t("home.ring"),
            note: <span dir="ltr">{borough.contacts.phone}</span>,
            icon: "talk",
            palette: "brick",
          },
        ]}
      />
      <Section>
        <SectionHead
          title={t("home.next")}
          link={{ href: link("/events"), text: t("home.allEvents", { count: total }) }}
        />
        <EventCards events={next} locale={locale} link={link} />
      </Section>
      {surveys.length > 0 && (
        <Section>
          <SectionHead title={t("home.surveys")} link={{ href: link("/surveys"), text: t("surveys.all") }} />
          <SurveyCards surveys={surveys} standing="open" locale={locale} link={link} />
        </Section>
      )}
      {boards.length > 0 && (
        <Section>
          <SectionHead title={t("ideas.title")} link={{ href: link("/ideas"), text: t("ideas.all") }} />
          <BoardCards boards={boards} standing="open" locale={locale} link={link} />
        </Section>
      )}
      <Section tone="mint">
        <SectionHead
          title={t("home.neighbourhoods")}
          link={{ href: link("/neighbourhoods"), text: t("home.onMap") }}
        />
        <NeighbourhoodCards neighbourhoods={cards} locale={locale} link={link} />
      </Section>
      {newest.map(({ response }) => (
        <Section key={response.id}>
          <SectionHead
            title={t("responses.title")}
            link={{ href: link("/you-said-we-did"), text: t("responses.newestAll") }}
          />
          <Exchange
            said={{ title: t("responses.youSaid"), big: `“${response.said}”`, ...asEnglish(locale) }}
            answer={{
              title: t(`responses.kind.${response.kind}`),
              big: response.text,
              text: <a href={link(`/you-said-we-did/${response.id}`)}>{t("responses.mail.link")}</a>,
              ...asEnglish(locale),
            }}
          />
        </Section>
      ))}
      {heard.length > 0 && (
        <Section>
          <SectionHead title={t("home.heard")} link={{ href: link("/heard"), text: t("home.allHeard") }} />
          <HeardCards pages={heard} locale={locale} link={link} />
        </Section>
      )}
    </>
  );
}
