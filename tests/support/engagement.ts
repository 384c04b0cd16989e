import { announceActivity } from "~/features/engagement/announce-activity.server";
import { createActivity } from "~/features/engagement/create-activity.server";
import { createPlan } from "~/features/engagement/create-plan.server";
import { openActivity } from "~/features/engagement/open-activity.server";
import { type ActivityRow, findActivityRow, findPlan } from "~/features/engagement/read.server";
import { setOutActivity } from "~/features/engagement/set-out-activity.server";
import { asSystem, type Ctx } from "~/platform/context.server";

/** What staff type to make a plan. */
export const planTyped = {
  title: "Plan for 2026",
  fromDay: "2026-04-01",
  toDay: "2027-03-31",
  objectives: "Hear from people who are less often heard\nAnswer everyone",
  audiences: "Residents\nCarers",
};

/** What staff type into the form of an activity; names may be replaced. */
export const activityTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: "Talk about the hall",
  summary: "Come and say what the hall should be for.",
  plan: "plan-for-2026",
  kind: "event",
  neighbourhood: "",
  audience: "Everyone who uses the hall",
  channel: "in_person",
  plannedLevel: "5",
  lead: "role:engagement_lead",
  opensDay: "2026-06-01",
  closesDay: "2026-09-30",
  ...change,
});

/** Each part of an activity, filled in. */
export const parts = {
  stake: {
    decisionAtStake: "What the hall is for from next year.",
    canChange: "Opening hours, and who uses which room.",
    cannotChange: "The hall stays; the roof has to be mended first.",
    whatChanges: "Some groups would meet on another day.",
    whatStays: "It stays free for groups from round here.",
  },
  formative: {
    notYetDecided: "Nothing has been decided.",
    decider: "Cabinet",
    decisionDay: "2026-11-10",
  },
  reasons: {
    reasons: "The hall is empty on four days of seven.",
    alternatives: "Leave it as it is, or close it on Mondays.",
    papersLink: "",
  },
  time: { timeReason: "" },
  equality: {
    equalityAnalysis: "Older people use it most. Their groups would keep their days.",
    equalityBy: "Engagement lead",
    equalityDay: "2026-05-20",
  },
} as const;

/** How the answers were considered, as it is typed. */
export const consideredTyped = {
  answersReceived: "212",
  consideredHow: "Two officers read all of them and wrote a summary that the cabinet had.",
  equalityReadBy: "Cabinet",
  equalityReadDay: "2026-10-05",
};

/** The decision, as it is typed. */
export const decisionTyped = {
  decision: "The hall opens on every day of the week.",
  decisionReasons: "Most people asked for it, and the groups can keep their days.",
  decidedDay: "2026-10-06",
};

/** A plan made through its verb, once in a database. */
export async function aPlan(ctx: Ctx): Promise<void> {
  if (await findPlan(ctx, "plan-for-2026")) return;
  const made = await createPlan(asSystem(ctx, "tests"), { typed: planTyped });
  if (!made.ok) throw new Error(`No plan: ${JSON.stringify(made)}`);
}

/** How far an activity has come. */
export type Stage = "draft" | "planned" | "set_out" | "open";

/** An activity made through the verbs, as far as wanted; each call is another one. */
export async function anActivity(
  ctx: Ctx,
  { stage = "open", ...typed }: Record<string, unknown> & { stage?: Stage } = {},
): Promise<ActivityRow> {
  await aPlan(ctx);
  const house = asSystem(ctx, "tests");
  const made = await createActivity(house, { typed: activityTyped(typed) });
  if (!made.ok) throw new Error(`No activity: ${JSON.stringify(made.fields)}`);
  const { slug } = made;
  const formal = /consultation$/.test(String(typed.kind));
  if (stage !== "draft") await announceActivity(house, { slug });
  if (stage === "set_out" || stage === "open") {
    for (const part of formal ? (Object.keys(parts) as (keyof typeof parts)[]) : (["stake"] as const)) {
      const said = await setOutActivity(house, { slug, part, typed: parts[part] });
      if (!said.ok) throw new Error(`${part}: ${JSON.stringify(said)}`);
    }
  }
  if (stage === "open") {
    const opened = await openActivity(house, { slug });
    if (!opened.ok) throw new Error(`Not open: ${JSON.stringify(opened)}`);
  }
  return getActivity(ctx, slug);
}

/** The activity's row as it is now. */
export async function getActivity(ctx: Ctx, slug: string): Promise<ActivityRow> {
  const row = await findActivityRow(ctx, { slug });
  if (!row) throw new Error("There is no such activity.");
  return row;
}
