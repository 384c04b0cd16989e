import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EventCards } from "~/features/events/EventCards";
import { HeardCards } from "~/features/events/HeardCards";
import { listNextEvents } from "~/features/events/read.server";
import { listHeard } from "~/features/events/read-heard.server";
import { drawMap } from "~/features/places/map";
import { NeighbourhoodAside } from "~/features/places/NeighbourhoodAside";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { asEnglish } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Columns } from "~/ui/Columns";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.neighbourhood.name),
  { name: "description", content: args.data?.neighbourhood.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const neighbourhood = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!neighbourhood) throw missing();
  const events = await listNextEvents(ctx, { limit: 6, neighbourhoodId: neighbourhood.id });
  const heard = await listHeard(ctx, { limit: 3, neighbourhoodId: neighbourhood.id });
  return { neighbourhood, events, heard, map: drawMap(await listNeighbourhoods(ctx)) };
}

export default function NeighbourhoodPage() {
  const { neighbourhood, events, heard, map } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
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
      {heard.length > 0 && (
        <Section tight>
          <SectionHead title={t("places.heard")} link={{ href: link("/heard"), text: t("home.allHeard") }} />
          <HeardCards pages={heard} locale={locale} link={link} />
        </Section>
      )}
      <Section tone="mint">
        <Columns
          aside={<NeighbourhoodAside neighbourhood={neighbourhood} map={map} locale={locale} link={link} />}
        >
          <h2>{t("places.happening")}</h2>
          <ul className="rh-list" {...foreign}>
            {neighbourhood.happening.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Columns>
      </Section>
    </>
  );
}
