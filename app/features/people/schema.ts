import { z } from "zod";
import { ROLES } from "~/platform/actor";
import { canHoldOver, type ScopeKind, scopeHelp } from "./roles";
import { COMMUNICATION_NEEDS, foldCode, foldEmail, MOST } from "./rules";

const oneLine = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} characters or fewer`));

const EMAIL_SHAPE = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/;
const EMAIL_HELP = "Enter an email address in the correct format, like name@example.org";

const email = z
  .string("Enter your email address")
  .transform(foldEmail)
  .pipe(
    z.string().min(1, "Enter your email address").max(MOST.email, EMAIL_HELP).regex(EMAIL_SHAPE, EMAIL_HELP),
  );

const codeOf = (missing: string) =>
  z.string(missing).max(MOST.code, missing).transform(foldCode).pipe(z.string().min(1, missing));

/** A checked form, or the messages by field. */
export type ReadForm<T> = { ok: true; value: T } | { ok: false; fields: Record<string, string[]> };

/** Checks what was typed; the first message of each field is what a page shows beside it. */
export function readForm<T>(schema: z.ZodType<T>, typed: unknown): ReadForm<T> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return { ok: false, fields };
}

/** The address that a way in is sent to. */
export const signInForm = z.object({ email });

/** The code from a sign-in mail, a recovery sheet or an administrator. */
export const codeForm = z.object({ code: codeOf("Enter the code") });

/** The six figures that an authenticator app shows. */
export const secondFactorForm = z.object({
  code: z
    .string("Enter the 6-digit code")
    .transform((value) => value.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Enter the 6-digit code that your app shows")),
});

/** Somebody who is to sign in. */
export const accountForm = z.object({ name: oneLine(MOST.name, "Enter a name"), email });
const part = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? "");

/** A day from its three fields; null when all are empty, undefined when it is no day. */
function dayOfParts(day: string, month: string, year: string): string | null | undefined {
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

const SCOPE = /^(?:borough|(neighbourhood|organisation):([\w-]{1,60}))$/;

/** A role, where it holds, and from which day until which. */
export const roleForm = z
  .object({
    role: z.enum(ROLES, "Choose a role"),
    scope: z.string("Choose where the role holds").regex(SCOPE, "Choose where the role holds"),
    "from-day": part,
    "from-month": part,
    "from-year": part,
    "to-day": part,
    "to-month": part,
    "to-year": part,
  })
  .transform((form, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const fromDay = dayOfParts(form["from-day"], form["from-month"], form["from-year"]);
    const toDay = dayOfParts(form["to-day"], form["to-month"], form["to-year"]);
    const scopeKind = (form.scope.split(":")[0] ?? "borough") as ScopeKind;
    if (!canHoldOver(form.role, scopeKind)) say("scope", scopeHelp(form.role));
    if (fromDay === undefined) say("from", "Enter a real first day, such as 1 4 2027");
    if (toDay === undefined) say("to", "Enter a real last day, such as 31 3 2028, or leave it empty");
    if (fromDay && toDay && toDay < fromDay) say("to", "The last day must not be before the first day");
    const scopeId = form.scope.includes(":") ? (form.scope.split(":")[1] ?? null) : null;
    return { role: form.role, scopeKind, scopeId, fromDay: fromDay ?? null, toDay: toDay ?? null };
  });
/** To whom a role is handed on. */
export const handOverForm = z.object({
  grant: z.uuid(),
  to: z.uuid("Choose who takes it over"),
});

/** What the list of accounts is narrowed to. Anything unknown is left out, never an error. */
export const accountFilter = z.object({
  q: z.string().max(MOST.search).catch("").default(""),
  role: z.enum(ROLES).optional().catch(undefined),
  state: z.enum(["active", "left"]).catch("active").default("active"),
  after: z.string().max(300).optional().catch(undefined),
});
/** What the list of accounts is narrowed to. */
export type AccountFilter = z.output<typeof accountFilter>;

/** What the audit is narrowed to: an act, what it was done to (`kind:id`), who did it; `before` is the id of the last event on the page before. */
export const auditFilter = z.object({
  act: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .optional()
    .catch(undefined),
  subject: z
    .string()
    .regex(/^[a-z_]{1,40}:[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  account: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
/** What the audit is narrowed to. */
export type AuditFilter = z.output<typeof auditFilter>;

const optionalText = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim() || null)
    .pipe(z.string().max(most, "problems.tooLong").nullable());

/** What somebody asks us to remember. Messages are keys of the interface strings (`problems.*`). */
export const needsForm = z.object({
  needs: z
    .union([z.enum(COMMUNICATION_NEEDS), z.array(z.enum(COMMUNICATION_NEEDS))])
    .optional()
    .transform((value) => [...new Set(value === undefined ? [] : [value].flat())])
    .pipe(z.array(z.enum(COMMUNICATION_NEEDS)).min(1, "problems.remember")),
  language: optionalText(MOST.name),
  detail: optionalText(MOST.detail),
});
