import { longDay } from "~/platform/london";
import type { Qr } from "~/platform/qr.server";
import type { SessionSeen } from "./read-sessions.server";
import { SESSION_WORDS } from "./staff-words";

/** A stall with the way to leave a note for it; null where its event is not for everybody. */
export type StallCard = { stall: SessionSeen; square: Qr | null };

type StallCardsProps = {
  event: { title: string; startsAt: Date };
  cards: readonly StallCard[];
};

/** A card to stand on each stall: what it is called, who runs it, what people can ask, and a square for a note. */
export function StallCards({ event, cards }: StallCardsProps) {
  return cards.map(({ stall, square }) => (
    <article key={stall.id} className="rh-table-sheet rh-stall-card">
      <header>
        <p>
          {event.title}, {longDay(event.startsAt)}
        </p>
        {stall.tableNumber !== null && (
          <p>
            <strong>
              {SESSION_WORDS[stall.kind]} {stall.tableNumber}
            </strong>
          </p>
        )}
        <h1>{stall.title}</h1>
        {stall.host && <p>{stall.host}</p>}
      </header>
      {stall.summary && (
        <section>
          <h2>Ask us about</h2>
          <p>{stall.summary}</p>
        </section>
      )}
      {stall.accessNotes && <p>{stall.accessNotes}</p>}
      {square && (
        <div className="rh-letter__link">
          <svg className="rh-qr" viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`} aria-hidden="true">
            <path d={square.path} />
          </svg>
          <p>
            <strong>Tell us what worked, what is still hard, and what to do next.</strong>
            <br />
            Point your phone’s camera here, or ask for a paper sheet. No name is needed.
          </p>
        </div>
      )}
    </article>
  ));
}
