import { z } from "zod";
import { KINDS, PRECISIONS, SOURCES } from "./rules";

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

/** Messages by the first name of where they belong. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
