import { participants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";

/** A person who takes part, as they or a helper said it. */
export type NewParticipant = Omit<
  typeof participants.$inferInsert,
  "id" | "nameFolded" | "contactFolded" | "createdAt"
>;

/** A person's row. */
export type Participant = typeof participants.$inferSelect;

/** A name without case, accents, spaces and marks, to suggest who may be the same person. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** A contact as it is compared: e-mail in lower case, else the phone's last ten digits. */
export function foldContact(person: Pick<NewParticipant, "email" | "phone">): string | null {
  if (person.email) return person.email.trim().toLowerCase();
  const digits = (person.phone ?? "").replace(/\D/g, "");
  return digits.length >= 7 ? digits.slice(-10) : null;
}

/**
 * Records a person who takes part; no account and no contact are needed. Only the contact that they
 * chose is kept. Two records may be one person: that is suggested to staff, never decided here.
 */
export async function recordParticipant(ctx: Ctx, person: NewParticipant): Promise<Participant> {
  if (!may.recordParticipant(ctx.actor)) throw new Error("Nobody may be recorded here.");
  const chosen = person.preferredContact;
  const kept = {
    ...person,
    email: chosen === "email" ? (person.email ?? null) : null,
    phone: chosen === "phone" ? (person.phone ?? null) : null,
    address: chosen === "letter" ? (person.address ?? null) : null,
  };
  const recorded = await write(ctx, { locks: [] }, async (ctx) => {
    const [row] = await ctx.db
      .insert(participants)
      .values({
        ...kept,
        id: newId(),
        nameFolded: foldName(person.name),
        contactFolded: foldContact(kept),
        createdAt: ctx.now,
      })
      .returning();
    if (!row) throw new Error("A participant was not recorded.");
    await audit(ctx, "people.recorded", { kind: "participant", id: row.id }, { contact: chosen });
    return { ok: true as const, row };
  });
  return recorded.row;
}
