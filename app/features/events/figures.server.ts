import type { Dimension } from "~/db/tables/figures";
import type { FigureInput, FigureSubject } from "~/features/figures/compose";
import type { EventRow } from "./read.server";
import type { FeedbackCounts } from "./read-feedback.server";

/** What the figures of an event's feedback are kept under. */
export const feedbackSubject = (eventId: string): FigureSubject => ({ kind: "event_feedback", id: eventId });

/** A question of the feedback form by what is published of it: the two best answers, the others, and none. */
function answers(key: string, label: string, high: string, low: string): Dimension {
  return {
    key,
    label,
    headings: [
      { code: "high", label: high },
      { code: "low", label: low },
      { code: "answered", label: "Answered", of: ["high", "low"] },
      { code: "none", label: "Did not answer" },
    ],
  };
}

const RATING = answers("rating", "How it was", "Good or very good", "Less than good");
const HAD_SAY = answers("say", "Whether they had a say", "A good deal or a lot", "Less than that");

/** What those who came said of an event, in true counts: the definition of its published feedback. */
export function feedbackFigures(event: EventRow, counts: FeedbackCounts, asAt: Date): FigureInput {
  const people = `feedback/${event.id}`;
  const table = (down: Dimension, { counts: given, answered }: FeedbackCounts["rating"]) => {
    const high = given.filter(({ code }) => code >= "4").reduce((sum, { n }) => sum + n, 0);
    const none = counts.forms - answered;
    const trueCounts = [[high], [answered - high], [none]];
    return {
      id: down.key,
      title: down.label,
      people,
      down,
      across: null,
      counts: trueCounts,
      isTopline: true,
    };
  };
  return {
    subject: feedbackSubject(event.id),
    title: `Feedback: ${event.title}`,
    definition: {
      counts: "Everyone who came and filled a feedback form, on paper, by phone or online",
      source: "Feedback forms of this event; forms of people who could not come are left out",
      period: "From the event until its feedback closed",
    },
    asAt,
    tables: [table(RATING, counts.rating), table(HAD_SAY, counts.hadSay)],
  };
}
