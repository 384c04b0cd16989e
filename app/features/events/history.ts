import type { allocationNotes } from "~/db/tables/events";
import { counted } from "./staff-words";

/** A decision about places, with the reference of whoever went past. */
export type HistoryNote = Pick<
  typeof allocationNotes.$inferSelect,
  "id" | "at" | "what" | "places" | "free"
> & {
  passedBy: { reference: string; places: number } | null;
};

const places = (n: number) => counted(n, "place", "places");
const wereFree = (n: number) => (n <= 0 ? "none was free" : n === 1 ? "1 was free" : `${n} were free`);

/** One decision in a plain sentence or two: what happened, and why. */
export function sentenceOf(note: HistoryNote): { title: string; text: string } {
  const needed = places(note.places);
  switch (note.what) {
    case "joined":
      return { title: "Joined the waiting list", text: `Asked for ${needed}; ${wereFree(note.free)}.` };
    case "confirmed":
      return { title: "Got a place", text: `Took ${needed}; ${wereFree(note.free)}.` };
    case "offered":
      return { title: "Was offered a place", text: `${needed} held, because they asked to be asked first.` };
    case "accepted":
      return { title: "Said yes to the offer", text: `The ${needed} held became theirs.` };
    case "skipped":
      return { title: "Someone else went past", text: passed(note) };
    case "kept":
      return {
        title: "Places are kept for this party",
        text: `It was passed three times, so ${places(note.free)} that came free ${note.free === 1 ? "is" : "are"} kept until it fits, or until 48 hours before the start.`,
      };
    case "declined":
      return { title: "Said no to the offer", text: "The place went to whoever was next and fitted." };
    case "lapsed":
      return {
        title: "Did not answer the offer in time",
        text: "The place went to whoever was next and fitted.",
      };
    case "left":
      return { title: "Left", text: `${needed} came free or no longer waited for.` };
    case "asked":
      return { title: "Asked to come", text: `Asked for ${needed}, which nobody has until staff say yes.` };
    case "approved":
      return { title: "Staff said yes", text: `Asked for ${needed}; ${wereFree(note.free)}.` };
    case "not_approved":
      return { title: "Staff said no", text: "The reason was sent to them." };
    case "changed":
      return { title: "Changed the booking", text: `It now takes ${needed}.` };
    case "resized":
      return {
        title: "The number of places changed",
        text: `There are now ${needed}; ${wereFree(note.free)}.`,
      };
  }
}

function passed({ passedBy, places: needs, free }: HistoryNote): string {
  const who = passedBy
    ? `Booking ${passedBy.reference}, which needed ${places(passedBy.places)},`
    : "A smaller booking";
  return `${who} went past: ${free === 1 ? "1 place was" : `${free} places were`} free, and this party needs ${needs}.`;
}
