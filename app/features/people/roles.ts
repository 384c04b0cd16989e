import type { Grant, Role } from "~/platform/actor";

/** Where a role can hold. */
export type ScopeKind = Grant["scopeKind"];

/** What each role is called, what it is for, and where it can hold. The order is the one of the form. */
export const ROLE_FACTS: Record<Role, { label: string; does: string; scopes: readonly ScopeKind[] }> = {
  engagement_lead: {
    label: "Engagement lead",
    does: "Runs events, surveys and idea boards.",
    scopes: ["borough", "neighbourhood"],
  },
  neighbourhood_lead: {
    label: "Neighbourhood lead",
    does: "Runs what happens in one neighbourhood.",
    scopes: ["neighbourhood"],
  },
  team_member: {
    label: "Team member",
    does: "Works in one neighbourhood: books places for callers and sees who is coming.",
    scopes: ["neighbourhood"],
  },
  org_contact: {
    label: "Organisation contact",
    does: "Speaks for one organisation.",
    scopes: ["organisation"],
  },
  programme_lead: {
    label: "Programme lead",
    does: "Runs the programme: events anywhere, reviews and commitments.",
    scopes: ["borough"],
  },
  analyst: {
    label: "Analyst",
    does: "Works with numbers. Sees no names.",
    scopes: ["borough"],
  },
  moderator: {
    label: "Moderator",
    does: "Looks after what people post.",
    scopes: ["borough", "neighbourhood"],
  },
  scrutiny_officer: {
    label: "Scrutiny officer",
    does: "Prepares the papers of scrutiny meetings.",
    scopes: ["borough"],
  },
  committee_member: {
    label: "Committee member",
    does: "Sits on a scrutiny committee. Reads papers, sees no names.",
    scopes: ["borough"],
  },
  evaluator: {
    label: "Evaluator",
    does: "Studies the programme. Sees numbers, no names.",
    scopes: ["borough"],
  },
  data_protection: {
    label: "Data protection officer",
    does: "Answers for people's data. Reads the record of who changed what.",
    scopes: ["borough"],
  },
  admin: {
    label: "Administrator",
    does: "Gives people roles and takes them away.",
    scopes: ["borough"],
  },
  resident: {
    label: "Resident",
    does: "Has an account of their own. Nothing more.",
    scopes: ["borough"],
  },
};

/** Roles in the order of the form. */
export const ROLE_CODES = Object.keys(ROLE_FACTS) as Role[];

/** What a role is called. */
export function roleLabel(role: Role): string {
  return ROLE_FACTS[role].label;
}

/** True when a role can hold over such a place. */
export function canHoldOver(role: Role, scopeKind: ScopeKind): boolean {
  return ROLE_FACTS[role].scopes.includes(scopeKind);
}

const SCOPE_WORDS: Record<ScopeKind, string> = {
  borough: "the whole borough",
  neighbourhood: "a neighbourhood",
  organisation: "an organisation",
};

/** What to choose for a role: "Choose a neighbourhood for this role". */
export function scopeHelp(role: Role): string {
  const places = ROLE_FACTS[role].scopes.map((kind) => SCOPE_WORDS[kind]);
  return `Choose ${places.join(" or ")} for this role`;
}

type Dates = { fromDay: string; toDay: string | null; endedAt: Date | null };

/** How a grant stands on a London day: in force, still to come, or over. */
export function standingOf(grant: Dates, today: string): "now" | "later" | "over" {
  if (grant.endedAt || (grant.toDay !== null && grant.toDay < today)) return "over";
  return grant.fromDay > today ? "later" : "now";
}
