import { and, eq } from "drizzle-orm";
import { surveyBatches, surveySheets } from "~/db/tables/surveys-paper";
import { recordParticipant } from "~/features/people/record-participant.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf, instantOf } from "~/platform/london";
import { isLate, isPaperOver } from "./batch";
import { keepResponse } from "./keep-response.server";
import { may } from "./may";
import { sheetForm } from "./paper-forms";
import { findSurvey, findSurveyRow, getVersion, type SurveyRow } from "./read.server";
import { type BatchRow, findSheet } from "./read-paper.server";
import { fieldsOf } from "./schema";
import { answersOf, saysMayQuote } from "./sheet-answers";
import { batchName, readSheetCode } from "./sheet-codes";

/** A form as it was posted. */
type Posted = Record<string, string | string[] | undefined>;

/**
 * Typed; or why not. `twice`: this sheet was typed before, and which one it is. `off`: the questions off the route
 * that wait for somebody to say that they are left out.
 */
export type TypedIn =
  | { ok: true; code: string }
  | { ok: false; reason: "invalid"; fields: Record<string, string[]>; off: string[]; twice: string | null }
  | Refusal<"missing" | "not_allowed" | "over">;

type Facts = ReturnType<typeof sheetForm.parse>;

/**
 * Takes a sheet of paper in as somebody types it: its code, the day on which it came back, and all its answers,
 * on the version that was printed.
 *
 * Daily totals: a sheet of an anonymous survey leaves no trace with a moment, like every other response.
 */
export async function typeSheet(
  ctx: Ctx,
  { slug, batch, typed }: { slug: string; batch: number | null; typed: Posted },
): Promise<TypedIn> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const parsed = sheetForm.safeParse(typed);
  if (!parsed.success) return invalid(fieldsOf(parsed.error));
  const code = readSheetCode(parsed.data.sheet, batch);
  if (!code.ok) return invalid({ sheet: [WRONG_CODE[code.why]] });
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx): Promise<TypedIn> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey || !may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    const found = await findSheet(ctx, id, code.code);
    if (!found) return invalid({ sheet: ["No sheet of this survey has that code"] });
    if (found.sheet.state !== "printed") {
      return { ...invalid({ sheet: [`Sheet ${code.code} is typed already`] }), twice: code.code };
    }
    const wrongDay = dayProblem(ctx, survey, found.batch, parsed.data);
    const { questionnaire } = await getVersion(ctx, id, found.batch.version);
    const read = answersOf(questionnaire, typed, parsed.data.leaveOut);
    if (!read.ok) return { ...invalid({ ...wrongDay, ...read.fields }), off: read.off };
    if (Object.keys(wrongDay).length > 0) return invalid(wrongDay);
    await keepResponse(onDay(ctx, parsed.data.receivedDay), survey, {
      version: found.batch.version,
      channel: "paper",
      answers: read.answers,
      enteredBy: accountOf(ctx),
      sheet: code.code,
      batch: batchName(found.batch.number),
      mayQuote: saysMayQuote(typed),
      participantId: await participantOf(ctx, survey, parsed.data, found.batch.locale),
    });
    await ctx.db
      .update(surveySheets)
      .set({ state: "typed", typedBy: accountOf(ctx) })
      .where(and(eq(surveySheets.surveyId, id), eq(surveySheets.code, code.code)));
    if (isLate(survey, parsed.data.receivedDay)) await noteLate(ctx, found.batch, parsed.data.lateReason);
    return { ok: true, code: code.code };
  });
}

const WRONG_CODE = {
  shape: "Type the code as it stands on the sheet, such as B3-472-K",
  letter: "The letter at the end does not fit the number: look at the code again",
} as const;

const invalid = (fields: Record<string, string[]>) => ({
  ok: false as const,
  reason: "invalid" as const,
  fields,
  off: [],
  twice: null,
});

const accountOf = (ctx: Ctx) => (ctx.actor.kind === "account" ? ctx.actor.id : null);

/** What is wrong with the day on which a sheet came back. */
function dayProblem(
  ctx: Ctx,
  survey: SurveyRow,
  batch: BatchRow,
  { receivedDay, lateReason }: Facts,
): Record<string, string[]> {
  if (receivedDay > dayOf(ctx.now)) return { receivedDay: ["That day is still to come"] };
  if (receivedDay < dayOf(batch.orderedAt)) {
    return { receivedDay: ["These sheets were printed after that day"] };
  }
  if (isLate(survey, receivedDay) && lateReason === "") {
    return { lateReason: ["It came back after the survey had closed: say why it still counts"] };
  }
  return {};
}

/** The same ctx at noon of the day on which a sheet came back: responses keep its month, and days count it. */
function onDay(ctx: Ctx, day: string): Ctx {
  if (day === dayOf(ctx.now)) return ctx;
  return { ...ctx, now: instantOf(`${day}T12:00`) ?? ctx.now };
}

/** Of a linked survey, the person whose name stands on the sheet; nobody where none does. */
async function participantOf(ctx: Ctx, survey: SurveyRow, { name, email }: Facts, locale: string) {
  if (survey.anonymity !== "linked" || name === "") return null;
  const person = await recordParticipant(ctx, {
    name,
    preferredContact: email ? "email" : "none",
    email: email || null,
    kind: "resident",
    locale,
  });
  return person.id;
}

/** Reasons stand with their batch, each with how many sheets it let in. */
async function noteLate(ctx: Ctx, batch: BatchRow, reason: string): Promise<void> {
  const others = batch.late.filter((one) => one.reason !== reason);
  const before = batch.late.find((one) => one.reason === reason)?.sheets ?? 0;
  const late = [...others, { reason, sheets: before + 1 }];
  await ctx.db.update(surveyBatches).set({ late }).where(eq(surveyBatches.id, batch.id));
}
