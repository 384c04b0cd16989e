import { dayOf, startOfDay } from "~/platform/london";

/** Where a batch of sheets stands. */
export type BatchStanding = "printed" | "coming_in" | "typed" | "checked";

/** Of a hundred typed sheets, so many are typed a second time unless told otherwise; and never fewer than so many. */
export const USUAL_SHARE = 10;
export const USUAL_LEAST = 5;
/** A batch holds so many sheets at most. */
export const MOST_SHEETS = 400;
/** Sheets can be typed and put right for so many days after a survey has closed. */
const PAPER_DAYS = 28;

/** How many sheets of a batch stand where. */
export type BatchCounts = { typed: number; differs: number; checked: number };

type Batch = { sheets: number; share: number; least: number; complete: boolean };

/** Sheets that have come in and were typed at least once. */
export const cameIn = ({ typed, differs, checked }: BatchCounts) => typed + differs + checked;

/** How many of a batch's sheets have to be typed twice: the share, rounded up, and never fewer than the least. */
export function sampleOf({ share, least }: Pick<Batch, "share" | "least">, came: number): number {
  if (share === 0 && least === 0) return 0;
  return Math.min(came, Math.max(least, Math.ceil((came * share) / 100)));
}

/** How many sheets still have to be typed a second time. */
export const openSample = (batch: Batch, counts: BatchCounts) =>
  Math.max(0, sampleOf(batch, cameIn(counts)) - counts.differs - counts.checked);

/** Where a batch stands: checked once the sample is typed twice and no difference is open. */
export function batchStanding(batch: Batch, counts: BatchCounts): BatchStanding {
  const came = cameIn(counts);
  if (came === 0) return "printed";
  if (!batch.complete && came < batch.sheets) return "coming_in";
  return counts.differs === 0 && openSample(batch, counts) === 0 ? "checked" : "typed";
}

/** True once sheets are no longer typed or put right: four weeks after the end, or when results are out. */
export const isPaperOver = (survey: { closesAt: Date; resultsAt: Date | null }, now: Date) =>
  survey.resultsAt !== null || now >= startOfDay(survey.closesAt, PAPER_DAYS + 1);

/** True for a sheet that came back on a day after the one on which the survey closed. */
export const isLate = ({ closesAt }: { closesAt: Date }, day: string) => day > dayOf(closesAt);

/** How much of what two people typed is alike, in whole per cent; null before anything was compared. */
export const agreementOf = ({ compared, alike }: { compared: number; alike: number }) =>
  compared === 0 ? null : Math.floor((alike * 100) / compared);
