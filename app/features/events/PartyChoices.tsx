import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";
import { clocksOf, leftAt } from "./choices";
import { isSplit, leftIn, type Pool } from "./pools";
import type { SessionSeen } from "./read-sessions.server";
import { ATTENDING } from "./rules";

type Split = Parameters<typeof leftIn>[0];
type PartyChoicesProps = Refused & {
  event: Split;
  sessions: readonly SessionSeen[];
  /** Close together, for staff who fill it in while somebody speaks. */
  small?: boolean;
};

/** Room or online, and which sessions: asked of everybody on saving and on changing, where the event has them. */
export function PartyChoices({ typed, fields, event, sessions, small }: PartyChoicesProps) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  const bookable = sessions.filter((session) => session.capacity !== null);
  return (
    <>
      {event.mode === "hybrid" && (
        <Radios
          name="attending"
          legend={t("register.attending")}
          error={error("attending")}
          value={one(typed, "attending", "room")}
          small={small}
          items={ATTENDING.map((value) => ({
            value,
            label: t(`attending.${value}`),
            hint: isSplit(event) ? leftWords(value) : undefined,
          }))}
        />
      )}
      {bookable.length > 0 && (
        <>
          <input type="hidden" name="choosing" value="yes" />
          <Checkboxes
            name="sessions"
            legend={t("sessions.choose")}
            hint={t("sessions.chooseHint")}
            error={error("sessions")}
            values={[typed.sessions ?? []].flat()}
            small={small}
            items={bookable.map((session) => ({
              value: session.id,
              label: <span lang="en">{session.title}</span>,
              hint: sessionWords(session),
            }))}
          />
        </>
      )}
    </>
  );

  function leftWords(pool: Pool): string {
    const capacity = pool === "room" ? event.capacity : event.onlineCapacity;
    const left = leftIn(event, pool);
    if (left === 0) return t("event.full", { capacity });
    return t(pool === "room" ? "event.leftRoom" : "event.leftOnline", { left, capacity });
  }

  function sessionWords(session: SessionSeen): string {
    const clocks = clocksOf(session);
    const left = leftAt(session) ?? 0;
    const time = clocks && t("events.fromTo", { from: clocks[0], to: clocks[1] });
    const room = left > 0 ? t("sessions.left", { count: left }) : t("sessions.full");
    return [time, room].filter(Boolean).join(". ");
  }
}
