import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { clocksOf, leftAt } from "./choices";
import type { SessionSeen } from "./read-sessions.server";

type EventSessionsProps = { sessions: readonly SessionSeen[]; locale: Locale };

/** What is on at an event: what can be chosen or dropped in to, and below it who has a stall. */
export function EventSessions({ sessions, locale }: EventSessionsProps) {
  const { t } = useTranslation();
  const stalls = sessions.filter((one) => one.kind === "stall");
  const others = sessions.filter((one) => one.kind !== "stall");
  return (
    <>
      {others.length > 0 && (
        <>
          <h2 id="sessions">{t("sessions.title")}</h2>
          <ul className="rh-stalls rh-stalls--wide">
            {others.map((one) => (
              <Session key={one.id} session={one} locale={locale} />
            ))}
          </ul>
        </>
      )}
      {stalls.length > 0 && (
        <>
          <h2 id="stalls">{t("sessions.stalls", { count: stalls.length })}</h2>
          <ul className="rh-stalls">
            {stalls.map((one) => (
              <Session key={one.id} session={one} locale={locale} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Session({ session, locale }: { session: SessionSeen; locale: Locale }) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const clocks = clocksOf(session);
  const left = leftAt(session);
  const facts = [
    session.kind !== "stall" && t(`sessions.kind.${session.kind}`),
    clocks && t("events.fromTo", { from: clocks[0], to: clocks[1] }),
    session.tableNumber !== null && t("sessions.table", { number: session.tableNumber }),
  ].filter(Boolean);
  return (
    <li>
      <h3 {...foreign}>{session.title}</h3>
      <p className="rh-stalls__facts">
        {facts.join(", ")}
        {session.room && (
          <>
            {facts.length > 0 && ", "}
            <span {...foreign}>{session.room}</span>
          </>
        )}
      </p>
      {session.host && session.host !== session.title && <p {...foreign}>{session.host}</p>}
      {session.summary && <p {...foreign}>{session.summary}</p>}
      {session.accessNotes && (
        <p className="rh-stalls__access" {...foreign}>
          {session.accessNotes}
        </p>
      )}
      {left !== null && (
        <p>
          <strong>{left > 0 ? t("sessions.left", { count: left }) : t("sessions.full")}</strong>
        </p>
      )}
    </li>
  );
}
