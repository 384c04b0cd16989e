import { boolean, code, index, integer, moment, table, text, uniqueIndex } from "../columns";
import { neighbourhoods } from "./places";

/** A person who takes part, with or without an account or any way to be reached. */
export const participants = table(
  "participants",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Name without case, accents or spaces, to suggest who may be the same person. */
    nameFolded: text("name_folded").notNull(),
    preferredContact: code("preferred_contact", ["email", "phone", "letter", "none"]).notNull(),
    email: text("email"),
    phone: text("phone"),
    address: text("address"),
    /** E-mail in lower case, else the phone's digits: what duplicates are suggested by. */
    contactFolded: text("contact_folded"),
    /** What they are here as. */
    kind: code("kind", [
      "resident",
      "carer",
      "service_user",
      "staff",
      "vcfse_worker",
      "councillor",
      "other",
    ]).notNull(),
    organisation: text("organisation"),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** Where they say they live, in their words. */
    ownPlace: text("own_place"),
    locale: text("locale").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("participants_contact_ix").on(t.contactFolded)],
);

/** What someone needs to be told things and take part. Append-only: the newest row for a code counts. */
export const communicationNeeds = table(
  "communication_needs",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    need: text("need").notNull(),
    detail: text("detail"),
    asked: boolean("asked").notNull(),
    source: text("source").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("communication_needs_participant_ix").on(t.participantId)],
);

/** What someone agreed to, in which words, and when they took it back. Append-only. */
export const consents = table(
  "consents",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    purpose: code("purpose", [
      "contact_about_this",
      "other_opportunities",
      "quoting",
      "photo",
      "tell_helper",
      "remember_needs",
    ]).notNull(),
    wording: text("wording").notNull(),
    given: boolean("given").notNull(),
    channel: text("channel").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("consents_participant_ix").on(t.participantId)],
);

/** Someone who signs in. No passwords: a link or code by e-mail, and a second factor for staff. */
export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Name without case, accents or spaces: what the list is searched and sorted by. */
    nameFolded: text("name_folded").notNull(),
    email: text("email").notNull(),
    participantId: text("participant_id").references(() => participants.id),
    state: code("state", ["active", "left"]).notNull(),
    /** The day access ended (Europe/London). */
    leftOn: text("left_on"),
    /** The second factor's key, encrypted under SECRET; null until set up. */
    totpSealed: text("totp_sealed"),
    /** A key that is being set up and has not been proved by a code yet. */
    totpNextSealed: text("totp_next_sealed"),
    totpConfirmedAt: moment("totp_confirmed_at"),
    /** The time step of the last accepted code, so that none is taken twice. */
    totpLastStep: text("totp_last_step"),
    /** What they do, for the demo's sign-in page. */
    blurb: text("blurb"),
    createdAt: moment("created_at").notNull(),
    lastSignInAt: moment("last_sign_in_at"),
  },
  (t) => [
    uniqueIndex("accounts_email_uq").on(t.email),
    uniqueIndex("accounts_slug_uq").on(t.slug),
    index("accounts_name_ix").on(t.state, t.nameFolded, t.id),
  ],
);

/** One-time codes for someone whose second factor is lost; hashed, each good once. */
export const recoveryCodes = table(
  "recovery_codes",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    hash: text("hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [index("recovery_codes_account_ix").on(t.accountId)],
);

/** A role held over a scope from a day until a day (studies of the field: C2). */
export const roleGrants = table(
  "role_grants",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: code("role", [
      "resident",
      "neighbourhood_lead",
      "team_member",
      "org_contact",
      "engagement_lead",
      "programme_lead",
      "analyst",
      "moderator",
      "scrutiny_officer",
      "committee_member",
      "evaluator",
      "data_protection",
      "admin",
    ]).notNull(),
    scopeKind: code("scope_kind", ["borough", "neighbourhood", "organisation"]).notNull(),
    /** Id of the neighbourhood or organisation; null for the whole borough. */
    scopeId: text("scope_id"),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day"),
    givenBy: text("given_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("role_grants_account_ix").on(t.accountId), index("role_grants_role_ix").on(t.role)],
);

/** A way in by e-mail: a link and a code, ten minutes, once. Only hashes are kept. */
export const signInLinks = table(
  "sign_in_links",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    purpose: code("purpose", ["sign_in", "one_time_code"]).notNull(),
    tokenHash: text("token_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    /** Hash of the cookie of the browser that asked; the code works there alone. */
    browserHash: text("browser_hash"),
    attempts: integer("attempts").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("sign_in_links_token_uq").on(t.tokenHash),
    index("sign_in_links_account_ix").on(t.accountId),
    index("sign_in_links_browser_ix").on(t.browserHash),
    index("sign_in_links_expires_ix").on(t.expiresAt),
  ],
);
