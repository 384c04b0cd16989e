import { z } from "zod";
import { KINDS, PRECISIONS, SOURCES, STATUSES } from "./rules";

const line = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} characters or fewer`));
const whole = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} characters or fewer`));
const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));
const link = z
  .url({ protocol: /^https$/, error: "Enter a whole address that begins with https://" })
  .max(500, "Use 500 characters or fewer");
const id = z.string().min(1).max(60);

/** Where a commitment was made: a thing of another room, or words such as a paragraph of minutes. */
const source = z.union([
  z.object({ kind: z.string().min(1).max(40), id }).strict(),
  z
    .object({
      words: line(300, "Say where it was said, such as a meeting and a paragraph of its minutes"),
      from: z.enum(SOURCES).default("meeting"),
      link: link.nullable().default(null),
    })
    .strict(),
]);

/** A role in an organisation, by the organisation's id. `email` is the office's own and never published. */
const owner = z.object({
  organisationId: id,
  role: line(120, "Enter the role that owns it: a post, never a person's name"),
  email: z.email("Enter an email address like office@example.org").max(200).nullable().default(null),
});

/** The date that was named: any day in the time meant, and how exactly it was named. */
const due = z.object({ day: day("Enter the date it is due by"), precision: z.enum(PRECISIONS) });

/** A commitment that is made. */
export const commitmentShape = z
  .object({
    text: whole(1000, "Enter the commitment in the words that were said"),
    source,
    kind: z.enum(KINDS, "Choose what kind of commitment it is").default("dated"),
    owner: owner.nullable().default(null),
    /** The day on which it was said; today where nothing is given. */
    madeDay: day("Enter the day on which it was said").optional(),
    due: due.nullable().default(null),
    condition: whole(500, "Enter what it is subject to").nullable().default(null),
    neighbourhoodId: id.nullable().default(null),
    themeIds: z.array(id).max(12).default([]),
  })
  .refine(({ kind, due }) => kind === "dated" || due === null, {
    path: ["due"],
    error: "Only a dated commitment has a date: leave it out, or choose another kind",
  });

/** What `makeCommitment` is given. */
export type CommitmentInput = z.input<typeof commitmentShape>;
/** Who owns it. */
export type OwnerInput = z.output<typeof owner>;

const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const maybe = (most: number) => typed(most).transform((value) => value || null);
const chosen = z
  .string()
  .optional()
  .transform((value = "") => value.trim());
const maybeLink = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null)
  .pipe(link.nullable());
const maybeEmail = z
  .string()
  .optional()
  .transform((value) => value?.trim().toLowerCase() || null)
  .pipe(z.email("Enter an email address like office@example.org").max(200).nullable());
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value = []) => (Array.isArray(value) ? value : [value]));
const reason = whole(600, "Say why: everyone can read it");
const role = line(120, "Enter the role, such as Head of Libraries: a post, never a person's name");
const exactly = z.enum(PRECISIONS, "Choose how exactly the date was named");

/** The staff form of a new commitment. Without an organisation nobody owns it yet; without a date it needs one. */
export const commitmentForm = z
  .object({
    said: whole(1000, "Enter the commitment in the words that were said"),
    kind: z.enum(KINDS, "Choose what kind of commitment it is"),
    from: z.enum(SOURCES, "Choose what it was said in"),
    sourceWords: line(300, "Say where it was said, such as a meeting and a paragraph of its minutes"),
    sourceLink: maybeLink,
    madeDay: day("Enter the day on which it was said"),
    precision: exactly.optional().default("day"),
    dueDay: chosen.pipe(z.union([z.literal(""), z.iso.date("Enter a whole date")])),
    organisation: chosen,
    role: typed(120).transform((value) => value.replace(/\s+/g, " ")),
    email: maybeEmail,
    condition: maybe(500),
    neighbourhood: chosen,
    themes: many,
  })
  .refine(({ organisation, role }) => !organisation || role !== "", {
    path: ["role"],
    error: "Enter the role in that organisation: a post, never a person's name",
  })
  .refine(({ organisation, role }) => !role || organisation !== "", {
    path: ["organisation"],
    error: "Choose the organisation that this role is in",
  });

/** Who owns a commitment from now on, and the office's own address. */
export const ownerForm = z.object({
  organisation: line(100, "Choose an organisation"),
  role,
  email: maybeEmail,
  words: maybe(600),
});

/** Another date, the day it was agreed on, and why. */
export const redateForm = z.object({
  dueDay: day("Enter the new date"),
  precision: exactly,
  day: day("Enter the day on which it was agreed"),
  words: reason,
});

/** How a condition came out, on which day, and how one can tell. */
export const conditionForm = z.object({
  conditionState: z.enum(["met", "not_met"], "Choose how it came out"),
  day: day("Enter the day"),
  words: whole(600, "Say how it came out: everyone can read it"),
});

/** What was done, when, and where to see it. */
export const evidenceForm = z.object({
  words: whole(1000, "Say what was done, so that somebody could go and see"),
  link: maybeLink,
  day: day("Enter the day on which it was done"),
  done: z.enum(["yes", "no"], "Say whether the commitment is done with this"),
});

/** Why something is withdrawn or opened again. */
export const reasonForm = z.object({ words: reason });

/** A slip of the pen that is put right. `hide`: what it said before names somebody and is not kept. */
export const correctionForm = z.object({
  said: whole(1000, "Enter the commitment in the words that were said"),
  sourceWords: maybe(300),
  sourceLink: maybeLink,
  condition: maybe(500),
  neighbourhood: chosen,
  themes: many,
  words: whole(600, "Say what was wrong: everyone can read it"),
  hide: chosen,
});

const maybeDay = (wrong: string) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || null)
    .pipe(z.union([z.null(), z.iso.date(wrong)], wrong));

const aboutMilestone = {
  title: line(160, "Enter what is to be reached"),
  plan: line(160, "Enter the plan that names it"),
  phase: line(100, "Enter the phase of the plan"),
  condition: maybe(500),
  learningNeeded: maybe(500),
  effectOnPartners: maybe(500),
  neighbourhood: chosen,
  needs: many,
};

/** What a milestone says about itself. */
export const milestoneEdit = z.object(aboutMilestone);

/** A new milestone, with its baseline. */
export const milestoneForm = z
  .object({
    ...aboutMilestone,
    baselineFrom: day("Enter the first day of the time that was planned"),
    baselineTo: day("Enter the last day of the time that was planned"),
  })
  .refine(({ baselineFrom, baselineTo }) => baselineTo >= baselineFrom, {
    path: ["baselineTo"],
    error: "The last day must not be before the first",
  });

/** How a milestone stands now. */
export const milestoneMove = z
  .object({
    status: z.enum(STATUSES, "Choose how it stands"),
    forecastFrom: maybeDay("Enter a whole date"),
    forecastTo: maybeDay("Enter a whole date"),
    actualDay: maybeDay("Enter a whole date"),
    reason: whole(600, "Say what changes and why: everyone can read it"),
  })
  .refine(({ status, actualDay }) => status !== "reached" || actualDay !== null, {
    path: ["actualDay"],
    error: "Enter the day on which it was reached",
  })
  .refine(({ status, actualDay }) => status === "reached" || actualDay === null, {
    path: ["actualDay"],
    error: "Leave this empty until it is reached",
  })
  .refine(({ forecastFrom, forecastTo }) => (forecastFrom === null) === (forecastTo === null), {
    path: ["forecastTo"],
    error: "Enter both days of the forecast, or neither",
  })
  .refine(({ forecastFrom, forecastTo }) => !forecastFrom || !forecastTo || forecastTo >= forecastFrom, {
    path: ["forecastTo"],
    error: "The last day must not be before the first",
  });

/** A date that a paper gives. */
export const milestoneDateForm = z
  .object({
    source: line(200, "Enter the paper that says so"),
    link: maybeLink,
    statedDay: day("Enter the day of the paper"),
    fromDay: day("Enter the first day"),
    toDay: day("Enter the last day; the same again for a single day"),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    error: "The last day must not be before the first",
  });

/** Messages by the first name of where they belong. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
