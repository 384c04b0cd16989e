import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tellingAt, tellingChangesAt } from "~/features/events/after";
import { EventAfterwards } from "~/features/events/EventAfterwards";
import { EventAside } from "~/features/events/EventAside";
import { EventBooking } from "~/features/events/EventBooking";
import { EventHead } from "~/features/events/EventHead";
import { eventJsonLd } from "~/features/events/export-json-ld.server";
import { findEvent } from "~/features/events/read.server";
import { findAfter } from "~/features/events/read-after.server";
import { isHeard } from "~/features/events/read-heard.server";
import { bookingAt, changesAt, placesLeft } from "~/features/events/rules";
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
  return {
    seen: { ...seen, event },
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
  const { seen, borough, booking, left, afterwards } = useLoaderData<typeof loader>();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  return (
    <>
      <EventHead seen={seen} left={left} booking={booking} locale={locale} link={link} />
      <Section tight>
        <Columns aside={<EventAside seen={seen} contacts={borough.contacts} locale={locale} link={link} />}>
          <EventBooking event={seen.event} booking={booking} left={left} locale={locale} link={link} />
          <EventAfterwards slug={seen.event.slug} {...afterwards} link={link} />
          <div {...foreign}>
            <Prose html={seen.event.descriptionHtml} />
          </div>
        </Columns>
      </Section>
    </>
  );
}
