import { z } from "zod";
import { HERE_AS } from "~/features/events/rules";
import { createAccount } from "~/features/people/create-account.server";
import { giveRole } from "~/features/people/give-role.server";
import { findActor } from "~/features/people/read.server";
import { recordParticipant } from "~/features/people/record-participant.server";
import { COMMUNICATION_NEEDS } from "~/features/people/rules";
import { findNeighbourhood, findOrganisation } from "~/features/places/read.server";
import { type Actor, ROLES } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { LOCALE_CODES } from "~/platform/locales";
import { readDemo } from "./content.server";
import { type Act, accepted, as, london } from "./timeline";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const ours = z.string().regex(/^[a-z0-9.-]+@example\.org$/, "must be an address at example.org");
const dramaPhone = z.string().regex(/^(07700 ?900|020 7946 ?0) ?\d{3}$/, "must be a number kept for drama");
const locale = z.enum(LOCALE_CODES as [string, ...string[]]);

const role = z.strictObject({
  role: z.enum(ROLES),
  scope: z.strictObject({ kind: z.enum(["borough", "neighbourhood", "organisation"]), slug }),
});

const account = z.strictObject({
  slug,
  name: z.string(),
  email: ours,
  roles: z.array(role).min(1),
  participant: z.strictObject({ hereAs: z.enum(HERE_AS), neighbourhood: slug }).optional(),
  can: z.string().max(200),
});

const contact = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("email"), email: ours }),
  z.strictObject({ by: z.literal("phone"), phone: dramaPhone }),
  z.strictObject({ by: z.literal("letter"), address: z.string() }),
  z.strictObject({ by: z.literal("none") }),
]);

const participant = z.strictObject({
  slug,
  name: z.string(),
  contact,
  hereAs: z.enum(HERE_AS),
  neighbourhood: slug.optional(),
  ownPlace: z.string().optional(),
  locale: locale.optional(),
  needs: z.array(z.enum(COMMUNICATION_NEEDS)).default([]),
  language: z.string().optional(),
  needsDetail: z.string().optional(),
  helper: z
    .strictObject({ name: z.string(), contact: z.union([ours, dramaPhone]), tell: z.boolean() })
    .optional(),
  why: z.string(),
});

const rememberedPerson = participant.extend({
  monthsAgo: z.number().int().min(12),
  askedDaysAgo: z.number().int().min(1),
});

const names = z.strictObject({
  given: z.array(z.string()),
  family: z.array(z.string()),
  streets: z.record(slug, z.record(z.string(), z.string())),
  locales: z.record(slug, z.array(locale)),
});

const sheet = z.strictObject({
  accounts: z.array(account),
  participants: z.array(participant),
  remembered: z.array(rememberedPerson),
  names,
});

/** The people of content/demo/people.yaml. */
export type PeopleSheet = z.output<typeof sheet>;
/** Somebody without an account about whom something is awkward. */
export type Somebody = PeopleSheet["participants"][number];
/** What everybody else is made from. */
export type Names = PeopleSheet["names"];

/** Reads and checks the people. */
export function readPeople(): PeopleSheet {
  return readDemo("people.yaml", sheet);
}

/** Who works on the staff side, by slug; empty until their accounts are made. */
export type Cast = Map<string, Actor>;

/**
 * Giving people their accounts and roles, a week after the borough is set up: the administrator first,
 * who gives everybody else theirs. Fills the cast.
 */
export function accountActs(people: PeopleSheet, cast: Cast): Act[] {
  const isAdmin = (one: PeopleSheet["accounts"][number]) => one.roles.some(({ role }) => role === "admin");
  const [admin, ...others] = [...people.accounts].sort((a, b) => Number(isAdmin(b)) - Number(isAdmin(a)));
  if (!admin) return [];
  const giver = (ctx: Ctx) => as(ctx, cast.get(admin.slug) ?? ctx.actor);
  return [
    { at: london("2025-03-10T09:00"), run: (ctx) => open(ctx, admin, cast) },
    ...others.map((one, n) => ({
      at: new Date(london("2025-03-10T10:00").getTime() + n * 300_000),
      run: (ctx: Ctx) => open(giver(ctx), one, cast),
    })),
  ];
}

async function open(ctx: Ctx, one: PeopleSheet["accounts"][number], cast: Cast): Promise<void> {
  const participantId = one.participant ? await takePart(ctx, one, one.participant) : null;
  const { name, email, slug, can: blurb } = one;
  const made = await createAccount(ctx, { name, email, slug, blurb, participantId, invite: false });
  const { id } = accepted(slug, made);
  for (const { role, scope } of one.roles) {
    const scopeId = await idOf(ctx, scope);
    const given = await giveRole(ctx, { accountId: id, role, scopeKind: scope.kind, scopeId });
    accepted(`${role} for ${slug}`, given);
  }
  const actor = await findActor(ctx, id);
  if (actor) cast.set(slug, actor);
}

type TakingPart = NonNullable<PeopleSheet["accounts"][number]["participant"]>;

async function takePart(ctx: Ctx, one: { name: string; email: string }, part: TakingPart): Promise<string> {
  const neighbourhood = await findNeighbourhood(ctx, part.neighbourhood);
  const person = await recordParticipant(ctx, {
    name: one.name,
    preferredContact: "email",
    email: one.email,
    kind: part.hereAs,
    neighbourhoodId: neighbourhood?.id ?? null,
    locale: "en",
  });
  return person.id;
}

async function idOf(ctx: Ctx, scope: { kind: string; slug: string }): Promise<string | null> {
  if (scope.kind === "neighbourhood") return (await findNeighbourhood(ctx, scope.slug))?.id ?? null;
  if (scope.kind === "organisation") return (await findOrganisation(ctx, scope.slug))?.id ?? null;
  return null;
}
