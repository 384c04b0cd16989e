import type { Questionnaire } from "~/db/tables/surveys-documents";
import { dayOf } from "~/platform/london";

/** By which way an answer came: typed by the person, from a sheet, with somebody's help, or on the phone. */
export const CHANNELS = ["online", "paper", "assisted", "phone"] as const;
/** One of them. */
export type Channel = (typeof CHANNELS)[number];

/** Ways on which staff put the answers in, for somebody who says them. */
export const HELPED_CHANNELS = ["phone", "assisted"] as const;
/** One of them. */
export type HelpedChannel = (typeof HELPED_CHANNELS)[number];

/** So many anonymous responses are stored together at least, shuffled. */
export const BATCH = 10;
/** Whoever has begun when a survey closes has so long to finish. */
export const GRACE_MINUTES = 30;
/** How long answers on the way wait for their return code. */
export const DRAFT_DAYS = 30;
/** Results may be told apart by so many questions at most. */
export const MOST_BREAKDOWNS = 3;

/** Responses that a workbook may hold: it is made whole in memory before it is sent. */
export const LARGEST_WORKBOOK = 5000;

/** Where a survey stands: `finishing` takes answers only of those who had begun. */
export type Standing = "draft" | "not_yet" | "open" | "full" | "finishing" | "closed";

type Timed = {
  state: "draft" | "published";
  opensAt: Date;
  closesAt: Date;
  most: number | null;
  received: number;
};

/** Where a survey stands at a moment, to the minute that was announced. */
export function standingOf(survey: Timed, now: Date): Standing {
  if (survey.state === "draft") return "draft";
  if (now < survey.opensAt) return "not_yet";
  if (now >= endOf(survey)) return "closed";
  if (now >= survey.closesAt) return "finishing";
  return survey.most !== null && survey.received >= survey.most ? "full" : "open";
}

/** In which list of surveys one of this standing is found. */
export function listedAs(standing: Standing): "open" | "coming" | "closed" {
  if (standing === "not_yet") return "coming";
  return standing === "open" || standing === "full" ? "open" : "closed";
}

/** The last moment for people in the middle. */
export function endOf({ closesAt }: { closesAt: Date }): Date {
  return new Date(closesAt.getTime() + GRACE_MINUTES * 60_000);
}

/** The London month of a moment, as YYYY-MM. */
export const monthOf = (date: Date) => dayOf(date).slice(0, 7);

/** The keys of the questions by which results may be told apart. */
export const breakdownsOf = ({ questions }: Questionnaire) =>
  questions.filter((question) => question.breakdown).map((question) => question.key);

/** What a return code looks like when it is typed, without its hyphens; null for anything else. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return plain.length === 12 ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null;
}

/** The cookie in which a browser carries the return code of its answers on the way. */
export const cookieOf = (slug: string) => `answers-${slug}`;
/** So long a browser carries it; the code itself works longer. */
export const COOKIE_HOURS = 12;

/** What the channels are called where results are published. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  online: "Online",
  paper: "On paper",
  assisted: "With help",
  phone: "By phone",
};

/** What a question of a survey is called where other rooms name it: the survey's id and the question's key. */
export const questionId = (surveyId: string, key: string) => `${surveyId}.${key}`;
