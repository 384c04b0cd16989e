import { z } from "zod";
import { addNextStep } from "~/features/events/add-next-step.server";
import { linesOf } from "~/features/events/after";
import { finishNextStep } from "~/features/events/finish-next-step.server";
import { judgeNote, judgeNotes } from "~/features/events/judge-notes.server";
import { leaveNote } from "~/features/events/leave-note.server";
import { publishHeard } from "~/features/events/publish-heard.server";
import { findEventRow } from "~/features/events/read.server";
import { listQuotable } from "~/features/events/read-heard.server";
import { listNotes } from "~/features/events/read-notes.server";
import { saveHeard } from "~/features/events/save-heard.server";
import { writeNotes } from "~/features/events/write-notes.server";
import type { Ctx } from "~/platform/context.server";
import { readDemo } from "./content.server";
import { type Act, accepted, as, hoursAfter, london, nextWorkday } from "./timeline";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const number = z.number().int().min(0);
const day = z.iso.date();
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const boxes = { worked: z.string().default(""), hard: z.string().default(""), next: z.string().default("") };

const step = z.strictObject({
  kind: z.enum(["will", "done", "cannot"]),
  text: z.string(),
  ownerRole: z.string().optional(),
  dueDay: day.optional(),
  doneDay: day.optional(),
  outcome: z.string().optional(),
  reason: z.string().optional(),
  themes: z.array(slug).min(1),
});

const said = z.strictObject({
  event: slug,
  sheets: z.array(z.strictObject({ place: z.string(), ...boxes })),
  online: z.strictObject(boxes).optional(),
  steps: z.array(step),
  heard: z.strictObject({ published: wall, quotes: number, update: z.string(), summary: z.string() }),
});

const sheet = z.strictObject({
  totals: z.strictObject({ notes: number, feedback: number, paidPounds: number, paidPeople: number }),
  events: z.array(said),
  feedback: z.strictObject({
    forms: z.record(slug, z.strictObject({ paper: number, link: number, online: number })),
    ratings: z.array(number).length(5),
    hadSay: z.array(number).length(5),
    good: z.array(z.string()).min(1),
    better: z.array(z.string()).min(1),
  }),
  payments: z.array(
    z.strictObject({
      event: slug,
      words: z.string(),
      most: number,
      paid: z.record(z.string(), number),
      declined: number,
    }),
  ),
});

/** What was said, how it was and who was paid. */
export type AfterSheet = z.output<typeof sheet>;
type Said = AfterSheet["events"][number];

/** Reads and checks it. */
export function readAfter(): AfterSheet {
  return readDemo("after.yaml", sheet);
}

/** When an event of the sheet was, and who runs it. */
export type Held = { date: string; as: (ctx: Ctx) => Ctx };

const THEME = /\s#([a-z-]+)/g;

/** A line of the file: the words as typed, its themes, and whether it may be printed. */
function lineOf(line: string) {
  const mayPrint = line.startsWith("+");
  const themes = [...line.matchAll(THEME)].map(([, theme = ""]) => theme);
  return {
    typed: line
      .replace(/^\+\s*/, "")
      .replace(THEME, "")
      .trim(),
    themes,
    mayPrint,
  };
}

const linesIn = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineOf(line.trim()));

type Line = ReturnType<typeof lineOf> & { box: "worked" | "hard" | "next" };
const allLines = (one: { worked: string; hard: string; next: string }): Line[] =>
  (["worked", "hard", "next"] as const).flatMap((box) => linesIn(one[box]).map((line) => ({ ...line, box })));

/** From the sheets on the tables to the page that says what came of them. */
export function saidActs(told: Said, held: Held): Act[] {
  const typing = nextWorkday(held.date);
  const online = told.online ? allLines(told.online) : [];
  const opens = hoursAfter(london(`${held.date}T15:00`), 1);
  const steps = told.steps.map((one) => ({ ...one, id: "" }));
  const published = london(told.heard.published);
  const lastDone = steps
    .flatMap((one) => one.doneDay ?? [])
    .sort()
    .at(-1);
  const again = (ctx: Ctx) => publish(held.as(ctx), told, told.heard.update);
  return [
    ...online.map((line, at) => ({
      at: hoursAfter(opens, 3 * at),
      run: (ctx: Ctx) => leave(as(ctx, { kind: "anyone" }), told, line),
    })),
    { at: typing, run: (ctx) => typeSheets(held.as(ctx), told) },
    { at: hoursAfter(published, -96), run: (ctx) => sort(held.as(ctx), told) },
    ...steps.map((one) => ({
      at: hoursAfter(published, -72),
      run: async (ctx: Ctx) => {
        const { themes: _themes, id: _id, doneDay, outcome: _outcome, ...rest } = one;
        const typed = { ...rest, kind: doneDay ? "will" : one.kind };
        one.id = accepted(one.text, await addNextStep(held.as(ctx), { slug: told.event, typed })).id;
      },
    })),
    { at: hoursAfter(published, -48), run: (ctx) => carry(held.as(ctx), told, steps) },
    { at: hoursAfter(published, -24), run: (ctx) => write(held.as(ctx), told) },
    { at: published, run: (ctx) => publish(held.as(ctx), told, "") },
    ...steps.flatMap((one) =>
      one.doneDay
        ? [
            {
              at: london(`${one.doneDay}T11:00`),
              run: async (ctx: Ctx) =>
                accepted(
                  one.text,
                  await finishNextStep(held.as(ctx), { id: one.id, typed: { outcome: one.outcome } }),
                ),
            },
          ]
        : [],
    ),
    ...(lastDone ? [{ at: hoursAfter(london(`${lastDone}T11:00`), 72), run: again }] : []),
  ];
}

async function publish(ctx: Ctx, { event: slug }: Said, changes: string): Promise<void> {
  accepted(`what was heard at ${slug}`, await publishHeard(ctx, { slug, typed: { changes } }));
}

async function leave(ctx: Ctx, { event }: Said, line: Line): Promise<void> {
  const [one] = linesOf(line.typed);
  const typed = {
    [line.box]: one?.text,
    agreeing: String(one?.agreeing ?? 1),
    mayPrint: line.mayPrint ? "yes" : undefined,
  };
  accepted(line.typed, await leaveNote(ctx, { slug: event, typed, limitBy: null }));
}

/** Printed and not printed lines of a table are two sheets, as a sheet says it for all of its lines. */
async function typeSheets(ctx: Ctx, told: Said): Promise<void> {
  for (const one of told.sheets) {
    for (const mayPrint of [true, false]) {
      const lines = allLines(one).filter((line) => line.mayPrint === mayPrint);
      if (lines.length === 0) continue;
      const of = (box: Line["box"]) =>
        lines
          .filter((line) => line.box === box)
          .map((line) => line.typed)
          .join("\n");
      const typed = {
        place: one.place,
        worked: of("worked"),
        hard: of("hard"),
        next: of("next"),
        mayPrint: mayPrint ? "yes" : undefined,
      };
      accepted(`${one.place} at ${told.event}`, await writeNotes(ctx, { slug: told.event, typed }));
    }
  }
}

/** Reads every note: lets it through, one by one where it has a flag, and gives it its themes. */
async function sort(ctx: Ctx, told: Said): Promise<void> {
  const { event: slug } = told;
  const lines = [...told.sheets, ...(told.online ? [told.online] : [])].flatMap(allLines);
  const themesOf = new Map(lines.map((line) => [linesOf(line.typed)[0]?.text ?? "", line.themes]));
  const notes = await allNotes(ctx, slug);
  const ids = notes.map((note) => note.id);
  accepted(`notes of ${slug}`, await judgeNotes(ctx, { slug, typed: { act: "clear", notes: ids } }));
  for (const note of notes.filter((one) => one.flags.length > 0)) {
    const typed = { state: "clear", publicText: note.text, agreeing: String(note.agreeing) };
    const mayPrint = note.mayPrint ? "yes" : undefined;
    accepted(note.text, await judgeNote(ctx, { id: note.id, typed: { ...typed, mayPrint } }));
  }
  for (const theme of new Set([...themesOf.values()].flat())) {
    const about = notes.filter((note) => themesOf.get(note.text)?.includes(theme)).map((note) => note.id);
    accepted(theme, await judgeNotes(ctx, { slug, typed: { act: "theme", notes: about, theme } }));
  }
}

async function allNotes(ctx: Ctx, slug: string) {
  const event = await findEventRow(ctx, { slug });
  const found = [];
  for (let after: string | undefined; ; ) {
    const { notes, next } = await listNotes(ctx, event?.id ?? "", { view: "all", after });
    found.push(...notes);
    if (!next) return found;
    after = next;
  }
}

/** Notes lead to the first step that is about one of their themes. */
async function carry(ctx: Ctx, told: Said, steps: readonly (Said["steps"][number] & { id: string })[]) {
  const lines = [...told.sheets, ...(told.online ? [told.online] : [])].flatMap(allLines);
  const themesOf = new Map(lines.map((line) => [linesOf(line.typed)[0]?.text ?? "", line.themes]));
  const left = new Set((await allNotes(ctx, told.event)).filter((note) => note.question !== "worked_well"));
  for (const step of steps) {
    const led = [...left].filter((note) =>
      themesOf.get(note.text)?.some((theme) => step.themes.includes(theme)),
    );
    for (const note of led) left.delete(note);
    if (led.length === 0) continue;
    const typed = { act: "carry", notes: led.map((note) => note.id), step: step.id };
    accepted(step.text, await judgeNotes(ctx, { slug: told.event, typed }));
  }
}

async function write(ctx: Ctx, { event: slug, heard }: Said): Promise<void> {
  const event = await findEventRow(ctx, { slug });
  // What people wrote on cards, and not on feedback forms, so that each stands under its theme.
  const cards = await listQuotable(ctx, event?.id ?? "");
  const quotable = cards.filter((one) => one.source.startsWith("note:"));
  const every = Math.max(1, Math.floor(quotable.length / Math.max(1, heard.quotes)));
  const quotes = quotable.filter((_, at) => at % every === 0).slice(0, heard.quotes);
  const typed = { summary: heard.summary, quotes: quotes.map((one) => one.source) };
  accepted(`the page of ${slug}`, await saveHeard(ctx, { slug, typed }));
}
