import { addElection } from "~/features/engagement/add-election.server";
import { addOutreachPerson } from "~/features/engagement/add-outreach-person.server";
import { addRep } from "~/features/engagement/add-rep.server";
import { announceActivity } from "~/features/engagement/announce-activity.server";
import { cancelActivity } from "~/features/engagement/cancel-activity.server";
import { considerAnswers } from "~/features/engagement/consider-answers.server";
import { createActivity } from "~/features/engagement/create-activity.server";
import { createPlan } from "~/features/engagement/create-plan.server";
import { editOutreach } from "~/features/engagement/edit-outreach.server";
import { editPlan } from "~/features/engagement/edit-plan.server";
import { finishActivity } from "~/features/engagement/finish-activity.server";
import { openActivity } from "~/features/engagement/open-activity.server";
import { SET_OUT } from "~/features/engagement/parts";
import { rateActivity } from "~/features/engagement/rate-activity.server";
import { recordDecision } from "~/features/engagement/record-decision.server";
import { recordOutreach } from "~/features/engagement/record-outreach.server";
import { setOutActivity } from "~/features/engagement/set-out-activity.server";
import { setPeriods } from "~/features/engagement/set-periods.server";
import type { Ctx } from "~/platform/context.server";
import {
  type ActivityTold,
  dayAt,
  type EngagementSheet,
  type PlanTold,
  typedActivity,
  type VisitTold,
  withDays,
} from "./engagement-sheet";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

export { readEngagement } from "./engagement-sheet";

const LEAD = "helen-pike";
const ADMIN = "ines-fairweather";
const DAY = 24;

/** What every act needs: who does it, and from which moment days are counted. */
type Scene = { cast: Cast; now: Date };

const by = (scene: Scene, slug: string) => (ctx: Ctx) => {
  const actor = scene.cast.get(slug);
  return actor ? as(ctx, actor) : ctx;
};

/** Everything that was planned, opened, considered, decided and heard, each on its day. */
export function engagementActs(sheet: EngagementSheet, cast: Cast, now: Date): Act[] {
  const scene = { cast, now };
  const admin = by(scene, ADMIN);
  return [
    {
      at: london("2025-03-12T09:00"),
      run: async (ctx) => {
        const { advisoryDays, staffDays, staffRule } = sheet.periods;
        const typed = { advisoryDays: String(advisoryDays), staffDays: String(staffDays), staffRule };
        accepted("how long consultations last", await setPeriods(admin(ctx), { typed }));
        for (const typed of sheet.elections) accepted(typed.name, await addElection(admin(ctx), { typed }));
      },
    },
    ...sheet.plans.flatMap((plan) => planActs(scene, plan)),
    ...sheet.outreach.flatMap((visit) => visitActs(scene, visit)),
  ];
}

function planActs(scene: Scene, plan: PlanTold): Act[] {
  const { now } = scene;
  const lead = by(scene, LEAD);
  const made = london(`${dayAt(plan.made, now)}T10:00`);
  const lines = (said: { objectives: string[]; audiences: string[] }) => ({
    title: plan.title,
    fromDay: dayAt(plan.fromDay, now),
    toDay: dayAt(plan.toDay, now),
    objectives: said.objectives.join("\n"),
    audiences: said.audiences.join("\n"),
  });
  const acts: Act[] = [
    {
      at: made,
      run: async (ctx) =>
        accepted(plan.slug, await createPlan(lead(ctx), { typed: lines(plan), slug: plan.slug })),
    },
    ...plan.activities.flatMap((told) => activityActs(scene, plan, told, made)),
  ];
  const { changed } = plan;
  if (changed) {
    const typed = { ...lines(changed), reason: changed.reason };
    acts.push({
      at: london(`${dayAt(changed.day, now)}T15:00`),
      run: async (ctx) => accepted(plan.slug, await editPlan(lead(ctx), { slug: plan.slug, typed })),
    });
  }
  return acts;
}

/** An activity goes through its stages: written down with the plan, set out before it opens, closed by its day. */
function activityActs(scene: Scene, plan: PlanTold, told: ActivityTold, made: Date): Act[] {
  const { now } = scene;
  const { slug, stage } = told;
  const lead = by(scene, LEAD);
  const opens = london(`${dayAt(told.opens, now)}T09:00`);
  // What is still to come has been written down by now.
  const written = earlier(hoursAfter(opens, -21 * DAY), hoursAfter(now, -3 * DAY));
  const step = (at: Date, what: string, run: (ctx: Ctx) => Promise<{ ok: boolean }>): Act => ({
    at,
    run: async (ctx) => accepted(`${slug}: ${what}`, await run(lead(ctx))),
  });
  const acts = [
    step(hoursAfter(made, 1), "the draft", (ctx) =>
      createActivity(ctx, { typed: typedActivity(told, plan.slug, `role:${told.lead}`, now), slug }),
    ),
    ...SET_OUT.flatMap((part) => {
      const said = part === "stake" ? told.stake : told.formal?.[part];
      if (!said) return [];
      const typed = withDays(said, now);
      return [
        step(later(written, hoursAfter(made, 2)), part, (ctx) => setOutActivity(ctx, { slug, part, typed })),
      ];
    }),
    ...told.reps.map((email) =>
      step(hoursAfter(opens, -1), "its union", (ctx) => addRep(ctx, { slug, typed: { email } })),
    ),
  ];
  if (stage !== "draft")
    acts.push(step(hoursAfter(made, 3), "announced", (ctx) => announceActivity(ctx, { slug })));
  if (stage === "open" || stage === "done")
    acts.push(step(opens, "open", (ctx) => openActivity(ctx, { slug })));
  if (stage === "cancelled") {
    const typed = { reason: told.cancelled };
    acts.push(step(hoursAfter(opens, -4 * DAY), "off", (ctx) => cancelActivity(ctx, { slug, typed })));
  }
  return [...acts, ...afterwards(scene, told, step)];
}

type Step = (at: Date, what: string, run: (ctx: Ctx) => Promise<{ ok: boolean }>) => Act;

function afterwards({ now }: Scene, told: ActivityTold, step: Step): Act[] {
  const { slug, considered, decision, outcome } = told;
  const closed = london(`${dayAt(told.closes, now)}T18:00`);
  const acts: Act[] = [];
  if (considered) {
    const { day, ...fields } = considered;
    const typed = withDays(fields, now);
    const at = london(`${dayAt(day, now)}T16:00`);
    acts.push(step(at, "considered", (ctx) => considerAnswers(ctx, { slug, typed })));
  }
  if (decision) {
    const at = london(`${dayAt(decision.decidedDay, now)}T17:00`);
    const typed = withDays(decision, now);
    acts.push(step(at, "decided", (ctx) => recordDecision(ctx, { slug, typed })));
  }
  if (!outcome) return acts;
  const { happened: whatHappened, level, ratings, ...proof } = outcome;
  const forStaff = told.kind.startsWith("staff");
  for (const [felt, people] of Object.entries(ratings)) {
    for (let n = 0; n < people; n += 1) {
      const rate = step(hoursAfter(closed, 0.01 * n), "a rating", (ctx) =>
        rateActivity(forStaff ? ctx : as(ctx, { kind: "anyone" }), { slug, typed: { level: felt } }),
      );
      acts.push(rate);
    }
  }
  const ended = decision ? london(`${dayAt(decision.decidedDay, now)}T18:00`) : closed;
  const typed = { whatHappened, achievedLevel: String(level), ...proof };
  acts.push(step(hoursAfter(ended, 9 * DAY), "written up", (ctx) => finishActivity(ctx, { slug, typed })));
  return acts;
}

function visitActs(scene: Scene, told: VisitTold): Act[] {
  const { now } = scene;
  const lead = by(scene, LEAD);
  const { heads, people, followedUpDay, ...said } = told;
  const typed = { ...withDays(said, now), headCount: String(heads) };
  let id = "";
  const visit: Act = {
    at: london(`${dayAt(told.day, now)}T17:30`),
    run: async (ctx) => {
      id = accepted(told.place, await recordOutreach(lead(ctx), { typed })).id;
      for (const name of people) {
        const person = { name, contact: "none", agreed: "yes" };
        accepted(name, await addOutreachPerson(lead(ctx), { entryId: id, typed: person }));
      }
    },
  };
  if (!followedUpDay) return [visit];
  const done = dayAt(followedUpDay, now);
  const follow: Act = {
    at: london(`${done}T12:00`),
    run: async (ctx) =>
      accepted(told.place, await editOutreach(lead(ctx), { id, typed: { ...typed, followedUpDay: done } })),
  };
  return [visit, follow];
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);
const later = (a: Date, b: Date) => (a > b ? a : b);
