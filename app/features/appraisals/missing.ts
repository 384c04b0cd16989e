import type { AppraisalResult } from "~/db/tables/appraisals";
import { LEAST_PEOPLE } from "./rules";

/** Something that an appraisal still lacks: a sentence, and the page of it where that is put right. */
export type Missing = { text: string; page: "edit" | "options" | "criteria" | "room" };

type Drafted = { agreedBy: string | null; method: string | null; nextStep: string | null };

/** What is missing before people can score. */
export function missingToOpen(
  { agreedBy }: Drafted,
  options: readonly unknown[],
  criteria: readonly { weight: number }[],
): Missing[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return [
    options.length < 2 && { text: "Add two options or more", page: "options" as const },
    criteria.length < 2 && { text: "Add two criteria or more", page: "criteria" as const },
    criteria.length >= 2 &&
      sum !== 100 && { text: "Let the weights add up to 100", page: "criteria" as const },
    criteria.length >= 2 &&
      !agreedBy && { text: "Say who agreed criteria and weights, when and how", page: "criteria" as const },
  ].filter((one) => one !== false);
}

/** What is missing before a result can be published: people, criteria, method and next step. */
export function missingToPublish({ method, nextStep }: Drafted, result: AppraisalResult | null): Missing[] {
  return [
    result === null && {
      text: `Say how many people scored: numbers of fewer than ${LEAST_PEOPLE} are not published`,
      page: "room" as const,
    },
    result !== null &&
      result.criteria.length < 2 && {
        text: "Say by which criteria the options were scored",
        page: "criteria" as const,
      },
    !method && { text: "Say how it was done: the method", page: "edit" as const },
    !nextStep && { text: "Say what happens next: the next step", page: "edit" as const },
  ].filter((one) => one !== false);
}
