import { addEvidence } from "~/features/commitments/add-evidence.server";
import { addMilestoneDate } from "~/features/commitments/add-milestone-date.server";
import { makeCommitment } from "~/features/commitments/make-commitment.server";
import { moveMilestone } from "~/features/commitments/move-milestone.server";
import { ownCommitment } from "~/features/commitments/own-commitment.server";
import { planMilestone } from "~/features/commitments/plan-milestone.server";
import { listCommitments } from "~/features/commitments/read.server";
import { redateCommitment } from "~/features/commitments/redate-commitment.server";
import { remindOwners } from "~/features/commitments/remind-owners.server";
import { settleCondition } from "~/features/commitments/settle-condition.server";
import { withdrawCommitment } from "~/features/commitments/withdraw-commitment.server";
import { findEventRow } from "~/features/events/read.server";
import { findOrganisation, listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { slugOf } from "~/platform/slugs";
import type { CommitmentsSheet, CommitmentTold, Happening, MilestoneTold } from "./commitments-sheet";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

export { readCommitments } from "./commitments-sheet";

const KEEPER = "helen-pike";

/** Commitments and what became of them, each on its day; those that answers opened, in the evening. */
export function commitmentActs(told: CommitmentsSheet, cast: Cast, now: Date): Act[] {
  const staff = (ctx: Ctx) => {
    const actor = cast.get(KEEPER);
    return actor ? as(ctx, actor) : ctx;
  };
  const dayBack = (days: number) => dayOf(startOfDay(now, -days));
  const dayOfAct = ({ on, daysAgo }: Happening) => on ?? dayBack(daysAgo ?? 1);
  const ours = told.commitments.flatMap((one): Act[] => {
    const made = one.made ?? dayBack(one.madeDaysAgo ?? 1);
    const known = { number: 0 };
    return [
      {
        at: london(`${made}T16:00`),
        run: async (ctx) => {
          known.number = await make(staff(ctx), one, made, now);
        },
      },
      ...one.after.map((happening, n) => ({
        at: hoursAfter(london(`${dayOfAct(happening)}T11:00`), n / 10),
        run: (ctx: Ctx) => happen(staff(ctx), known.number, happening, dayOfAct(happening), now),
      })),
    ];
  });
  const answers = told.answers.flatMap((one) =>
    one.after.map((happening, n): Act => {
      const day = dayOfAct(happening);
      return {
        at: hoursAfter(london(`${day}T18:00`), n / 10),
        run: async (ctx) => happen(staff(ctx), await numberOf(ctx, one.said), happening, day, now),
      };
    }),
  );
  const reminders = told.commitments.flatMap(({ dueInDays = 0 }): Act[] =>
    dueInDays < 0 ? [{ at: london(`${dayBack(-dueInDays - 1)}T09:00`), run: asHouse(remindOwners) }] : [],
  );
  return [...ours, ...answers, ...reminders, ...told.milestones.flatMap((one) => milestoneActs(one, staff))];
}

/** The number of the commitment that an answer opened, by how its words begin. */
async function numberOf(ctx: Ctx, said: string): Promise<number> {
  const { commitments } = await listCommitments(ctx, { source: "response", limit: 100 });
  const found = commitments.find(({ commitment }) => commitment.said.startsWith(said));
  if (!found) throw new Error(`content/demo/commitments.yaml: no answer says “${said}”`);
  return found.commitment.number;
}

const asHouse = (work: (ctx: Ctx) => Promise<unknown>) => (ctx: Ctx) =>
  work(as(ctx, { kind: "system", name: "demo" }));

async function make(ctx: Ctx, one: CommitmentTold, madeDay: string, now: Date): Promise<number> {
  const event = one.event ? await findEventRow(ctx, { slug: one.event }) : null;
  const near = (await listNeighbourhoods(ctx)).find(({ slug }) => slug === one.in);
  const themes = (await listThemesInUse(ctx)).filter(({ slug }) => one.about.includes(slug));
  const day = one.due ?? (one.dueInDays === undefined ? null : dayOf(startOfDay(now, one.dueInDays)));
  const made = await makeCommitment(ctx, {
    text: one.said,
    kind: one.kind,
    source: event
      ? { kind: "event", id: event.id }
      : { words: one.where ?? "", from: one.source, link: one.link ?? null },
    owner: one.owner ? { ...(await ownerOf(ctx, one.owner)), email: one.owner.email ?? null } : null,
    madeDay,
    due: day ? { day, precision: one.precision } : null,
    condition: one.condition ?? null,
    neighbourhoodId: near?.id ?? null,
    themeIds: themes.map(({ id }) => id),
  });
  return accepted(one.said, made).number;
}

async function ownerOf(ctx: Ctx, { role, org }: { role: string; org: string }) {
  const organisation = await findOrganisation(ctx, org);
  if (!organisation) throw new Error(`content/demo/commitments.yaml: there is no organisation ${org}`);
  return { organisationId: organisation.id, role };
}

async function happen(ctx: Ctx, number: number, told: Happening, day: string, now: Date): Promise<void> {
  const { own, date, inDays, precision, why = "", show, link = "", done, met, words, withdraw } = told;
  const what = `commitment ${number} on ${day}`;
  if (own) {
    const typed = { organisation: own.org, role: own.role, email: own.email ?? "", words: why };
    accepted(what, await ownCommitment(ctx, { number, typed }));
  }
  const dueDay = date ?? (inDays === undefined ? null : dayOf(startOfDay(now, inDays)));
  if (dueDay) {
    accepted(what, await redateCommitment(ctx, { number, typed: { dueDay, precision, day, words: why } }));
  }
  if (show) {
    const typed = { words: show, link, day, done: done ? "yes" : "no" };
    accepted(what, await addEvidence(ctx, { number, typed }));
  }
  if (met !== undefined) {
    const typed = { conditionState: met ? "met" : "not_met", day, words };
    accepted(what, await settleCondition(ctx, { number, typed }));
  }
  if (withdraw) accepted(what, await withdrawCommitment(ctx, { number, typed: { words: withdraw } }));
}

/** The site is set up by then. What papers said before is put in on that day, in the order of the papers. */
const BEGINS = "2025-03-05T09:00";

function putIn(wall: string): Date {
  const [at, begins] = [london(wall), london(BEGINS)];
  return at > begins ? at : new Date(begins.getTime() + at.getTime() / 1e6);
}

function milestoneActs(one: MilestoneTold, staff: (ctx: Ctx) => Ctx): Act[] {
  const slug = slugOf(one.title, "milestone");
  const [baselineFrom, baselineTo] = one.baseline;
  const planned: Act = {
    at: putIn(`${one.written}T10:00`),
    run: async (ctx) => {
      const typed = {
        title: one.title,
        plan: one.plan,
        phase: one.phase,
        baselineFrom,
        baselineTo,
        condition: one.condition,
        learningNeeded: one.learning,
        effectOnPartners: one.effect,
        neighbourhood: one.in,
        needs: one.needs.map((title) => slugOf(title, "milestone")),
      };
      accepted(one.title, await planMilestone(staff(ctx), { typed }));
    },
  };
  const dates = one.dates.map(({ source, stated, from, to, link }) => ({
    at: putIn(`${stated}T15:00`),
    run: async (ctx: Ctx) => {
      const typed = { source, link, statedDay: stated, fromDay: from, toDay: to };
      accepted(one.title, await addMilestoneDate(staff(ctx), { slug, typed }));
    },
  }));
  const moves = one.moves.map(({ on, status, forecast = [], reason }, n) => ({
    at: london(`${on}T12:00`),
    run: async (ctx: Ctx) => {
      // What was expected before stays beside the day on which it was reached.
      const [forecastFrom, forecastTo] = forecast.length > 0 ? forecast : (one.moves[n - 1]?.forecast ?? []);
      const actualDay = status === "reached" ? on : "";
      const typed = { status, forecastFrom, forecastTo, actualDay, reason };
      accepted(one.title, await moveMilestone(staff(ctx), { slug, typed }));
    },
  }));
  return [planned, ...dates, ...moves];
}
