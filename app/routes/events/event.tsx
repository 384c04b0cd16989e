import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findActivityLink } from "~/features/engagement/read.server";
import { tellingAt, tellingChangesAt } from "~/features/events/after";
import { EventAfterwards } from "~/features/events/EventAfterwards";
import { EventAside } from "~/features/events/EventAside";
import { EventBooking } from "~/features/events/EventBooking";
import { EventDates } from "~/features/events/EventDates";
import { EventHead } from "~/features/events/EventHead";
import { EventHidden } from "~/features/events/EventHidden";
import { EventSessions } from "~/features/events/EventSessions";
import { eventJsonLd } from "~/features/events/export-json-ld.server";
import { findEvent, listSeries } from "~/features/events/read.server";
import { findAfter } from "~/features/events/read-after.server";
import { isHeard } from "~/features/events/read-heard.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { bookingAt, changesAt, isLateToAsk, placesLeft } from "~/features/events/rules";
import { getBorough } from "~/features/places/read.server";
import { asEnglish } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Columns } from "~/ui/Columns";
import { Prose } from "~/ui/Prose";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.seen.event.title),
  { name: "description", content: args.data?.seen.event.summary ?? "" },
  ...(args.data ? [{ "script:ld+json": args.data.jsonLd }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const seen = await findEvent(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { until } = await findAfter(ctx, seen.event);
  const changes = changesAt(seen.event, ctx.now) ?? tellingChangesAt(seen.event, until, ctx.now);
  args.context.page.until = changes ?? undefined;
  const { onlineLink: _link, dialIn: _dial, description: _source, ...event } = seen.event;
  const dates = event.seriesId ? await listSeries(ctx, event.seriesId) : [];
  return {
    seen: { ...seen, event },
    sessions: await listSessions(ctx, event.id),
    dates: dates
      .filter((one) => one.id !== event.id && one.endsAt > ctx.now)
      .map(({ slug, startsAt, state }) => ({ slug, startsAt, state })),
    isLate: isLateToAsk(event, ctx.now),
    partOf: await findActivityLink(ctx, event.activityId),
    borough: await getBorough(ctx),
    booking: bookingAt(event, ctx.now),
    left: placesLeft(event),
    afterwards: {
      isHeard: await isHeard(ctx, event.id),
      isOpen: tellingAt(event, until, ctx.now) === "open",
    },
    jsonLd: eventJsonLd(ctx, seen),
  };
}

export default function EventPage() {
  const { seen, sessions, dates, isLate, partOf, borough, booking, left, afterwards } =
    useLoaderData<typeof loader>();
  const { locale } = useFacts();
  const { t } = useTranslation();
  const link = useLink();
  const foreign = asEnglish(locale);
  return (
    <>
      <EventHidden event={seen.event} />
      <EventHead seen={seen} left={left} booking={booking} locale={locale} link={link} />
      <Section tight>
        <Columns aside={<EventAside seen={seen} contacts={borough.contacts} locale={locale} link={link} />}>
          <EventBooking
            event={seen.event}
            booking={booking}
            left={left}
            isLate={isLate}
            locale={locale}
            link={link}
          />
          <EventAfterwards slug={seen.event.slug} {...afterwards} link={link} />
          <div {...foreign}>
            <Prose html={seen.event.descriptionHtml} />
          </div>
          <EventDates dates={dates} locale={locale} link={link} />
          <EventSessions sessions={sessions} locale={locale} />
          {partOf && (
            <p>
              {t("activity.partOf")}:{" "}
              <a href={link(`/engagement/${partOf.slug}`)} {...foreign}>
                {partOf.title}
              </a>
            </p>
          )}
        </Columns>
      </Section>
    </>
  );
}
