import { z } from "zod";
import { instantOf } from "~/platform/london";
import { KINDS, MODES, PROVIDED, REGISTRATION_MODES, REMINDERS } from "./rules";
import { oneLine, optionalLine, several, typed, wholeNumber } from "./schema";

const yesNo = z
  .enum(["yes", "no"], "Choose yes or no")
  .optional()
  .transform((value) => value === "yes");

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const wall = (missing: string) => z.string(missing).regex(WALL, missing);

const maybeWall = (wrong: string) =>
  z
    .union([z.literal(""), wall(wrong)], wrong)
    .optional()
    .transform((value) => value || null);

const places = wholeNumber(
  "Enter the number of places as a whole number, such as 40",
  0,
  "Places can’t be below 0",
  100_000,
  "Enter a number of places below 100,000",
);

/** The same, where the answers that are compared are there at all. */
const given = (...names: string[]) => ({
  when: ({ value }: { value: unknown }) =>
    names.every((name) => typeof (value as Record<string, unknown>)?.[name] === "string"),
});

const CLOCKS_FORWARD = "There is no such time on that day: the clocks go forward in that hour";

const isInOrder = (first: string, then: string) => {
  const [a, b] = [instantOf(first), instantOf(then)];
  return !a || !b || a < b;
};

const exists = (at: string | null) => at === null || !WALL.test(at) || instantOf(at) !== null;

/** Ways of taking part that need a venue, and that need a link. */
const MEETS: readonly string[] = ["in_person", "hybrid"];

const JOINS: readonly string[] = ["online", "hybrid"];

function isSafeLink(link: string): boolean {
  return URL.canParse(link) && ["https:", "http:"].includes(new URL(link).protocol);
}

/** The staff form of an event. Staff pages are in English, so messages are sentences. */
export const eventForm = z
  .object({
    title: oneLine(200).pipe(z.string().min(3, "Enter a title that says what will happen")),
    summary: typed(400).pipe(z.string().min(10, "Enter one or two plain sentences about the event")),
    description: typed(20_000),
    kind: z.enum(KINDS, "Choose a kind of event"),
    mode: z.enum(MODES, "Choose how people take part"),
    audience: z
      .enum(["everyone", "staff"], "Choose who can see the event")
      .optional()
      .transform((value) => value ?? "everyone"),
    neighbourhood: optionalLine(80),
    activity: optionalLine(80),
    venue: optionalLine(80),
    host: optionalLine(80),
    onlineLink: optionalLine(500),
    dialIn: optionalLine(200),
    startsLocal: wall("Enter the day and time that it starts"),
    endsLocal: wall("Enter the day and time that it ends"),
    registration: z
      .enum(REGISTRATION_MODES, "Choose how people save a place")
      .optional()
      .transform((value) => value ?? "open"),
    opensLocal: maybeWall("Enter the day and time that booking opens, or leave it empty"),
    closesLocal: maybeWall("Enter the day and time that booking closes, or leave it empty"),
    capacity: places,
    onlineCapacity: z
      .union([z.literal(""), places])
      .optional()
      .transform((value) => (typeof value === "number" ? value : null)),
    adjustLocal: maybeWall("Enter the day and time until which people should ask, or leave it empty"),
    reminders: several(REMINDERS.map(String) as [string, ...string[]]).transform((days) =>
      days.map(Number).sort((a, b) => b - a),
    ),
    carersTakePlaces: yesNo,
    offerHours: wholeNumber(
      "Enter a number of hours, such as 24",
      1,
      "Hold an offer for at least 1 hour",
      96,
      "Hold an offer for 96 hours at most",
    ),
    provided: several(PROVIDED),
    thanks: optionalLine(200),
  })
  .refine((v) => exists(v.startsLocal), {
    path: ["startsLocal"],
    error: CLOCKS_FORWARD,
    ...given("startsLocal"),
  })
  .refine((v) => exists(v.endsLocal), { path: ["endsLocal"], error: CLOCKS_FORWARD, ...given("endsLocal") })
  .refine((v) => exists(v.opensLocal), {
    path: ["opensLocal"],
    error: CLOCKS_FORWARD,
    ...given("opensLocal"),
  })
  .refine((v) => exists(v.closesLocal), {
    path: ["closesLocal"],
    error: CLOCKS_FORWARD,
    ...given("closesLocal"),
  })
  .refine((v) => isInOrder(v.startsLocal, v.endsLocal), {
    path: ["endsLocal"],
    error: "The event must end after it starts",
    ...given("startsLocal", "endsLocal"),
  })
  .refine((v) => isInOrder(v.opensLocal ?? "", v.startsLocal), {
    path: ["opensLocal"],
    error: "Booking must open before the event starts",
    ...given("opensLocal", "startsLocal"),
  })
  .refine((v) => isInOrder(v.opensLocal ?? "", v.closesLocal ?? ""), {
    path: ["closesLocal"],
    error: "Booking must close after it opens",
    ...given("opensLocal", "closesLocal"),
  })
  .refine((v) => exists(v.adjustLocal), {
    path: ["adjustLocal"],
    error: CLOCKS_FORWARD,
    ...given("adjustLocal"),
  })
  .refine((v) => isInOrder(v.adjustLocal ?? "", v.startsLocal), {
    path: ["adjustLocal"],
    error: "Choose a day before the event, so that there is time to arrange it",
    ...given("adjustLocal", "startsLocal"),
  })
  .refine((v) => !MEETS.includes(v.mode) || v.venue !== null, {
    path: ["venue"],
    error: "Choose a venue, because people come in person",
    ...given("mode"),
  })
  .refine((v) => !JOINS.includes(v.mode) || v.onlineLink !== null, {
    path: ["onlineLink"],
    error: "Enter the link, because people can join online",
    ...given("mode"),
  })
  .refine((v) => !JOINS.includes(v.mode) || v.onlineLink === null || isSafeLink(v.onlineLink), {
    path: ["onlineLink"],
    error: "Enter the whole link, starting with https://",
    ...given("mode", "onlineLink"),
  });

/** The staff form, checked. */
export type EventForm = z.output<typeof eventForm>;

/** New number of places, in the room and, at a hybrid event, online. */
export const capacityForm = z.object({ capacity: places, onlineCapacity: places.optional() });
