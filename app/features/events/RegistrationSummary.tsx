import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { clock, longDay } from "~/platform/london";
import type { Qr } from "~/platform/qr.server";
import { Aside } from "~/ui/Aside";
import { Columns } from "~/ui/Columns";
import type { Palette } from "~/ui/palettes";
import { SummaryList, type SummaryRow } from "~/ui/SummaryList";
import { clocksOf } from "./choices";
import type { Party } from "./messages";
import { type NeedTold, needLine } from "./need-words";
import type { SessionRow } from "./read-sessions.server";

type RegistrationSummaryProps = {
  data: {
    token: string;
    event: Party["event"];
    registration: Party["registration"];
    person: { name: string; contact: string };
    details: {
      venue: { name: string; address: string; postcode: string; travel: string; arrival: string } | null;
      neighbourhood: { palette: string; seed: number } | null;
      needs: NeedTold[];
      choices: readonly { session: SessionRow; state: string }[];
    };
    borough: { contacts: { phone: string } };
    qr: Qr;
    isOver: boolean;
  };
  locale: Locale;
  link: (path: string) => string;
};

/** Everything we hold about a registration, as its person sees it, and what to bring. */
export function RegistrationSummary({ data, locale, link }: RegistrationSummaryProps) {
  const { t } = useTranslation();
  const { event, registration, person, details, borough, qr, token } = data;
  const { venue, neighbourhood } = details;
  const foreign = asEnglish(locale);
  const has = registration.state === "confirmed";
  const hidden = event.registration === "invite_only";
  return (
    <Columns
      aside={
        <Aside
          label={t("registration.bring")}
          palette={(neighbourhood?.palette as Palette | undefined) ?? "green"}
          seed={neighbourhood?.seed ?? 5}
        >
          {has && (
            <>
              <h2>{t("registration.door")}</h2>
              <p>{t("registration.doorText")}</p>
              <svg
                className="rh-qr"
                viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
                role="img"
                aria-label={t("registration.qr", { reference: registration.reference })}
              >
                <path d={qr.path} />
              </svg>
            </>
          )}
          {registration.state !== "cancelled" && (
            <>
              <h2>{t("event.calendar")}</h2>
              <p>
                <a href={link(`/registrations/${token}/calendar.ics`)}>{t("event.calendarFile")}</a>
              </p>
            </>
          )}
          <h2>{t("registration.keep")}</h2>
          <p>{t("registration.keepText")}</p>
          <h2>{t("event.ring")}</h2>
          <p>
            {t("registration.ringText", { phone: borough.contacts.phone, reference: registration.reference })}
          </p>
        </Aside>
      }
    >
      <h2>{t("registration.details")}</h2>
      <SummaryList rows={rows()} />
      {has && (event.onlineLink || event.dialIn) && (
        <>
          <h2>{t("registration.joinOnline")}</h2>
          {event.onlineLink && (
            <p>
              <a href={event.onlineLink} rel="noopener noreferrer" dir="ltr">
                {event.onlineLink}
              </a>
            </p>
          )}
          {event.dialIn && <p {...foreign}>{event.dialIn}</p>}
        </>
      )}
      {venue && has && (
        <>
          <h2>{t("event.getting")}</h2>
          <div className="rh-prose" {...foreign}>
            <p>{venue.travel}</p>
            <p>{venue.arrival}</p>
          </div>
        </>
      )}
    </Columns>
  );

  function rows(): SummaryRow[] {
    const time = t("events.fromTo", { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) });
    const needs = [
      ...details.needs.map((one) => needLine(one, t)),
      registration.language,
      registration.needsDetail,
    ].filter(Boolean);
    const all: [string, ReactNode][] = [
      [
        t("mail.facts.event"),
        hidden ? (
          <span key="event" {...foreign}>
            {event.title}
          </span>
        ) : (
          <a key="event" href={link(`/events/${event.slug}`)} {...foreign}>
            {event.title}
          </a>
        ),
      ],
      [t("event.when"), `${longDay(event.startsAt, locale)}, ${time}`],
      [
        t("event.where"),
        venue ? (
          <span key="venue" {...foreign}>
            {venue.name}, {venue.address}, {venue.postcode}
          </span>
        ) : (
          t("events.mode.online")
        ),
      ],
      [
        t("registration.name"),
        <bdi key="name" className="rh-wrap-anywhere">
          {person.name}
        </bdi>,
      ],
      ...(event.mode === "hybrid"
        ? [[t("mail.facts.attending"), t(`attending.${registration.attending}`)] as [string, ReactNode]]
        : []),
      [t("mail.facts.people"), peopleWords()],
      ...(details.choices.length > 0 ? [[t("mail.facts.session"), chosen()] as [string, ReactNode]] : []),
      [t("registration.needs"), needsCell(needs)],
      [t("registration.told"), t(`registration.contact.${person.contact}`)],
    ];
    if (event.provided.includes("payment_for_time")) all.push([t("payment.title"), paymentCell()]);
    if (registration.helperName)
      all.push([t("registration.helper"), <bdi key="helper">{registration.helperName}</bdi>]);
    return all.map(([key, value]) => ({ key, value }));
  }

  function chosen() {
    return (
      <ul className="rh-list">
        {details.choices.map(({ session, state }) => (
          <li key={session.id}>
            <span {...foreign}>{session.title}</span>
            {clocksOf(session) && `, ${clocksOf(session)?.[0]}`}
            {state === "waiting" && ` (${t("sessions.waiting")})`}
          </li>
        ))}
      </ul>
    );
  }

  function needsCell(needs: readonly (string | null)[]) {
    return (
      <div key="needs">
        {needs.length === 0 ? (
          <p>{t("registration.none")}</p>
        ) : (
          <ul className="rh-list">
            {needs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <a href={link(`/registrations/${token}/needs`)}>{t("registration.needsLink")}</a>
      </div>
    );
  }

  function paymentCell() {
    return (
      <div key="payment">
        <p>{registration.wantsPayment ? t("payment.wanted") : t("payment.notWanted")}</p>
        {registration.state !== "cancelled" && !data.isOver && (
          <a href={link(`/registrations/${token}/change#payment`)}>{t("payment.change")}</a>
        )}
      </div>
    );
  }

  function peopleWords(): string {
    const people = t("registration.people", { count: registration.party });
    return registration.carers > 0
      ? `${people} ${t("registration.ofThem", { count: registration.carers })}`
      : people;
  }
}
