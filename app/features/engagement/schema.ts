import { z } from "zod";
import { CHANNELS, CLAIMABLE, HIGHEST, KINDS, LEAD_ROLES, LEVELS } from "./rules";

/** Staff pages are in English, so messages are sentences. */
const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const oneLine = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));
const needed = (most: number, missing: string) => typed(most).pipe(z.string().min(1, missing));
const neededLine = (most: number, missing: string) => oneLine(most).pipe(z.string().min(1, missing));
const maybe = (most: number) => typed(most).transform((value) => value || null);
const maybeLine = (most: number) => oneLine(most).transform((value) => value || null);

/** Each line of a box is one thing. */
const lines = (missing: string) =>
  typed(4000)
    .transform((value) =>
      value
        .split("\n")
        .map((line) => line.replace(/\s+/g, " ").trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(300, "Use 300 characters or fewer a line")).min(1, missing));

const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));
const maybeDay = (wrong: string) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || null)
    .pipe(z.union([z.null(), z.iso.date(wrong)], wrong));

const whole = (missing: string, most = 100_000) =>
  z
    .union([z.string(), z.number()], missing)
    .transform((value) => String(value).trim())
    .pipe(z.string().regex(/^\d{1,6}$/, missing))
    .transform(Number)
    .pipe(z.number().max(most, missing));

const given = (...names: string[]) => ({
  when: ({ value }: { value: unknown }) =>
    names.every((name) => typeof (value as Record<string, unknown>)?.[name] === "string"),
});

const period = { fromDay: day("Enter the first day"), toDay: day("Enter the last day") };

const planShape = z.object({
  title: neededLine(160, "Enter what the plan is called"),
  ...period,
  objectives: lines("Enter what the plan is to achieve, one thing a line"),
  audiences: lines("Enter whom it means to involve, one group a line"),
});
const inOrder = (value: { fromDay: string; toDay: string }) => value.toDay >= value.fromDay;
const backwards = {
  path: ["toDay"],
  error: "The last day must not be before the first",
  ...given("fromDay", "toDay"),
};

/** A plan. */
export const planForm = planShape.refine(inOrder, backwards);

/** A plan that is changed: a new version, with its reason. */
export const planChangeForm = planShape
  .extend({ reason: needed(600, "Say what changes and why: it stands beside the version") })
  .refine(inOrder, backwards);

const level = (levels: readonly number[], missing: string) =>
  z
    .union([z.string(), z.number()], missing)
    .transform(Number)
    .refine((value) => levels.includes(value), missing);

const LEAD = /^(?:role:([a-z_]+)|account:([\w-]{1,60}))$/;

/** What an activity is, whom it is for, who leads it and when. */
export const activityForm = z
  .object({
    title: neededLine(160, "Enter a title that says what it is about"),
    summary: typed(400).pipe(z.string().min(10, "Enter one or two plain sentences about it")),
    plan: neededLine(80, "Choose the plan that it is part of"),
    kind: z.enum(KINDS, "Choose a kind"),
    neighbourhood: maybeLine(80),
    audience: neededLine(200, "Say whom it means to involve"),
    channel: z.enum(CHANNELS, "Choose how people take part"),
    plannedLevel: level(CLAIMABLE, "Choose how much say people are meant to have"),
    lead: z
      .string("Choose who leads it")
      .regex(LEAD, "Choose who leads it")
      .transform((value) => {
        const [, role, account] = LEAD.exec(value) ?? [];
        return { role: LEAD_ROLES.find((one) => one === role) ?? null, account: account ?? null };
      })
      .refine(({ role, account }) => role !== null || account !== null, "Choose who leads it"),
    opensDay: day("Enter the first day"),
    closesDay: day("Enter the last day"),
  })
  .refine((value) => value.closesDay >= value.opensDay, {
    path: ["closesDay"],
    error: "The last day must not be before the first",
    ...given("opensDay", "closesDay"),
  });

const link = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || (value.length <= 500 && URL.canParse(value) && value.startsWith("https://")),
    "Enter the whole link, starting with https://",
  );

/** The parts that are written bit by bit: nothing is needed to save, and what is missing stands in the task list. */
export const setOutForms = {
  stake: z.object({
    decisionAtStake: maybe(1000),
    canChange: maybe(2000),
    cannotChange: maybe(2000),
    whatChanges: maybe(2000),
    whatStays: maybe(2000),
  }),
  formative: z.object({
    notYetDecided: maybe(2000),
    decider: maybeLine(200),
    decisionDay: maybeDay("Enter a real day for the decision"),
  }),
  reasons: z.object({ reasons: maybe(8000), alternatives: maybe(8000), papersLink: link }),
  time: z.object({ timeReason: maybe(2000) }),
  equality: z.object({
    equalityAnalysis: maybe(8000),
    equalityBy: maybeLine(200),
    equalityDay: maybeDay("Enter the real day on which it was made"),
  }),
};

/** How the answers to a consultation were considered. */
export const consideredForm = z.object({
  answersReceived: whole("Enter how many answers came, as a whole number"),
  consideredHow: needed(8000, "Say how the answers were considered"),
  equalityReadBy: neededLine(200, "Say who read the equality analysis before deciding"),
  equalityReadDay: day("Enter the day on which they read it"),
});

/** What was decided, why and when. */
export const decisionForm = z.object({
  decision: needed(4000, "Say what was decided"),
  decisionReasons: needed(4000, "Say why it was decided so"),
  decidedDay: day("Enter the day of the decision"),
});

/** What happened, and how much say people had, as the lead sees it. */
export const outcomeForm = z
  .object({
    whatHappened: needed(8000, "Say what happened, and what comes of it"),
    achievedLevel: level(CLAIMABLE, "Choose how much say people had"),
    inDecision: maybe(2000),
    inDelivery: maybe(2000),
  })
  .refine((value) => value.achievedLevel !== HIGHEST || value.inDecision !== null, {
    path: ["inDecision"],
    error: "Say how residents shared in the decision: co-production has to be shown",
  })
  .refine((value) => value.achievedLevel !== HIGHEST || value.inDelivery !== null, {
    path: ["inDelivery"],
    error: "Say how residents share in the doing: co-production has to be shown",
  });

/** Why an activity is called off. */
export const cancelForm = z.object({
  reason: typed(400).pipe(z.string().min(5, "Say why it is called off, in words that anyone may read")),
});

/** How much say somebody felt they had. The message is a key of the interface strings. */
export const ratingForm = z.object({ level: level(LEVELS, "problems.level") });

/** The address of somebody's account. */
export const repForm = z.object({
  email: oneLine(254).pipe(z.string().min(3, "Enter the email address of their account")),
});

/** How long consultations last. */
export const periodsForm = z
  .object({
    advisoryDays: whole("Enter the advised number of days, such as 84", 730),
    staffDays: z
      .union([z.string(), z.number()])
      .optional()
      .transform((value) => String(value ?? "").trim() || null)
      .refine(
        (value) => value === null || /^\d{1,3}$/.test(value),
        "Enter a number of days, or leave it empty",
      )
      .transform((value) => (value === null ? null : Number(value))),
    staffRule: maybeLine(200),
  })
  .refine((value) => value.staffDays === null || value.staffRule !== null, {
    path: ["staffRule"],
    error: "Say where HR has set it, such as the name and date of the policy",
  });

/** A time before an election. */
export const electionForm = z
  .object({
    name: neededLine(120, "Enter which election it is"),
    fromDay: day("Enter the first day of the pre-election period"),
    pollDay: day("Enter the day of the election"),
  })
  .refine((value) => value.pollDay >= value.fromDay, {
    path: ["pollDay"],
    error: "The election must not be before the period begins",
    ...given("fromDay", "pollDay"),
  });

/** A visit to where people are. */
export const outreachForm = z
  .object({
    day: day("Enter the day"),
    place: neededLine(200, "Say where you went"),
    community: neededLine(200, "Say which community you went to"),
    neighbourhood: maybeLine(80),
    activity: maybeLine(80),
    headCount: whole("Enter how many people you spoke to, as a whole number"),
    heard: needed(4000, "Write down what you heard"),
    followUp: maybe(1000),
    followUpDay: maybeDay("Enter a real day for the follow-up"),
    followedUpDay: maybeDay("Enter the real day on which it was done"),
  })
  .refine((value) => value.followUp === null || value.followUpDay !== null, {
    path: ["followUpDay"],
    error: "Say by when it will be done",
  })
  .refine((value) => value.followUpDay === null || value.followUp !== null, {
    path: ["followUp"],
    error: "Say what will be done by then",
  })
  .refine((value) => value.followedUpDay === null || value.followUp !== null, {
    path: ["followUp"],
    error: "Say what was done",
  });

/** Somebody met at outreach who wants to be known by name. */
export const personForm = z
  .object({
    name: neededLine(200, "Enter the name they gave"),
    contact: z.enum(["email", "phone", "none"], "Choose how they want to be told"),
    email: maybeLine(254),
    phone: maybeLine(40),
    agreed: z.literal("yes", "Only note a name when they agreed to it"),
  })
  .refine((value) => value.contact !== "email" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.email ?? ""), {
    path: ["email"],
    error: "Enter an email address in the correct format, like name@example.org",
  })
  .refine((value) => value.contact !== "phone" || (value.phone ?? "").replace(/\D/g, "").length >= 7, {
    path: ["phone"],
    error: "Enter a phone number, like 020 7946 0123",
  });

/** The first messages by field, as pages show them; in the order in which the form asks. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
