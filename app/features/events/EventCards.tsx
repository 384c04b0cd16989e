import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { clock, shortDay, wallOf } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { DateCard } from "~/ui/DateCard";
import type { Palette } from "~/ui/palettes";
import type { TagItem } from "~/ui/Tags";
import type { EventSeen } from "./read.server";
import { bookingAt, placesLeft } from "./rules";

type EventCardsProps = {
  events: readonly EventSeen[];
  locale: Locale;
  link: (path: string) => string;
  now?: Date;
};

/** Events as cards with their day, time, place and what helps people come. */
export function EventCards({ events, locale, link, now = new Date() }: EventCardsProps) {
  return (
    <CardGrid size="fit">
      {events.map((seen) => (
        <EventCard key={seen.event.id} seen={seen} locale={locale} link={link} now={now} />
      ))}
    </CardGrid>
  );
}

function EventCard({
  seen,
  locale,
  link,
  now,
}: { seen: EventSeen } & Required<Omit<EventCardsProps, "events">>) {
  const { t } = useTranslation();
  const { event, venue, neighbourhood } = seen;
  const time = t("events.fromTo", { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) });
  const foreign = asEnglish(locale);
  return (
    <DateCard
      href={link(`/events/${event.slug}`)}
      title={event.title}
      dateTime={wallOf(event.startsAt)}
      {...shortDay(event.startsAt, locale)}
      palette={(neighbourhood?.palette as Palette | undefined) ?? "green"}
      lines={[time, where()]}
      tags={tagsOf(seen, t, now)}
      {...foreign}
    />
  );

  function where() {
    if (venue)
      return <span {...foreign}>{[venue.name, neighbourhood?.name].filter(Boolean).join(", ")}</span>;
    const online = t("events.mode.online");
    return neighbourhood ? t("events.placeIn", { place: online, neighbourhood: neighbourhood.name }) : online;
  }
}

type T = ReturnType<typeof useTranslation>["t"];
const WORTH_A_TAG = [
  "interpreter_bsl",
  "language_support",
  "creche",
  "hot_food",
  "payment_for_time",
  "step_free",
];

/** First whether there is room, then how to join, then two things provided. */
function tagsOf({ event }: EventSeen, t: T, now: Date): TagItem[] {
  const tags: TagItem[] = [];
  const booking = bookingAt(event, now);
  const left = placesLeft(event);
  if (booking === "cancelled") return [{ text: t("events.tag.cancelled"), colour: "red" }];
  if (booking === "past") return [{ text: t("events.tag.past"), colour: "grey" }];
  if (booking === "not_needed") tags.push({ text: t("events.tag.drop_in"), colour: "green" });
  if (booking === "closed") tags.push({ text: t("events.tag.closed"), colour: "grey" });
  if (booking === "open" && left === 0) tags.push({ text: t("events.tag.full"), colour: "orange" });
  if (booking === "open" && left > 0)
    tags.push({ text: t("events.tag.left", { count: left }), colour: "green" });
  if (event.mode !== "in_person") tags.push({ text: t(`events.mode.${event.mode}`), colour: "blue" });
  const helps = WORTH_A_TAG.filter((code) => event.provided.includes(code)).slice(0, 2);
  return [...tags, ...helps.map((code): TagItem => ({ text: t(`provided.${code}`), colour: "yellow" }))];
}
