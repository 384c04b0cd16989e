import { closeScoring } from "~/features/appraisals/close-scoring.server";
import { createAppraisal } from "~/features/appraisals/create-appraisal.server";
import { linkDecision } from "~/features/appraisals/link-decision.server";
import { logDecision } from "~/features/appraisals/log-decision.server";
import { openScoring } from "~/features/appraisals/open-scoring.server";
import { publishAppraisal } from "~/features/appraisals/publish-appraisal.server";
import { putOption } from "~/features/appraisals/put-option.server";
import { putScores } from "~/features/appraisals/put-scores.server";
import { findAppraisalRow, listOptions } from "~/features/appraisals/read.server";
import { recordDecision } from "~/features/appraisals/record-decision.server";
import { redateDecision } from "~/features/appraisals/redate-decision.server";
import { setCriteria } from "~/features/appraisals/set-criteria.server";
import { settleDecision } from "~/features/appraisals/settle-decision.server";
import { withdrawDecision } from "~/features/appraisals/withdraw-decision.server";
import type { Ctx } from "~/platform/context.server";
import { findThingAt } from "~/platform/search.server";
import type { AppraisalsSheet, AppraisalTold, DecisionTold } from "./appraisal-sheet";
import { appraisersOf, type Typed } from "./appraisers";
import { dayAt } from "./engagement-sheet";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

export { readAppraisals } from "./appraisal-sheet";

const LEAD = "helen-pike";

type Scene = { now: Date; by: (ctx: Ctx) => Ctx };

/** Everything that was scored and decided, each on its day. */
export function appraisalActs(sheet: AppraisalsSheet, cast: Cast, now: Date): Act[] {
  const by = (ctx: Ctx) => {
    const lead = cast.get(LEAD);
    return lead ? as(ctx, lead) : ctx;
  };
  const scene = { now, by };
  return [
    ...sheet.appraisals.flatMap((told) => scoredActs(scene, told)),
    ...sheet.decisions.flatMap((told) => decisionActs(scene, told)),
  ];
}

const at = (day: string | number, clock: string, now: Date) => london(`${dayAt(day, now)}T${clock}`);

function scoredActs({ now, by }: Scene, told: AppraisalTold): Act[] {
  const { slug } = told;
  const step = (moment: Date, what: string, run: (ctx: Ctx) => Promise<{ ok: boolean }>): Act => ({
    at: moment,
    run: async (ctx) => accepted(`${slug}: ${what}`, await run(by(ctx))),
  });
  // What is still to come has been opened by now.
  const held = at(told.heldDay, "13:30", now);
  const opened = held < now ? held : hoursAfter(now, -20);
  const acts = [
    step(at(told.begun, "10:00", now), "the draft", (ctx) =>
      createAppraisal(ctx, { slug, typed: typedAppraisal(told, now) }),
    ),
    ...told.options.map((option, n) =>
      step(at(told.begun, `11:0${n}`, now), option.title, (ctx) =>
        putOption(ctx, { slug, id: null, typed: typedOption(option, now) }),
      ),
    ),
    step(at(told.agreed.day, "17:00", now), "criteria", (ctx) =>
      setCriteria(ctx, { slug, typed: typedCriteria(told, now) }),
    ),
    step(opened, "scoring", (ctx) => openScoring(ctx, { slug, code: told.code })),
    { at: hoursAfter(opened, 1.5), run: (ctx: Ctx) => everybodyScores(ctx, told) },
  ];
  const { decided, publishedDay } = told;
  if (told.state === "scoring" || !decided || publishedDay === undefined) return acts;
  return [
    ...acts,
    step(hoursAfter(opened, 3), "closed", (ctx) => closeScoring(ctx, { slug })),
    step(at(decided.day, "17:00", now), "decided", async (ctx) => {
      const found = await findAppraisalRow(ctx, { slug });
      const options = found ? await listOptions(ctx, found.id) : [];
      const option = options[decided.option - 1]?.id ?? "";
      return recordDecision(ctx, { slug, typed: typedDecided(decided, option, now) });
    }),
    step(at(publishedDay, "10:00", now), "published", (ctx) => publishAppraisal(ctx, { slug })),
  ];
}

async function everybodyScores(ctx: Ctx, told: AppraisalTold): Promise<void> {
  const found = await findAppraisalRow(ctx, { slug: told.slug });
  const anyone = as(ctx, { kind: "anyone" });
  for (const [n, typed] of appraisersOf(told).entries()) {
    const put = { code: found?.roomCode ?? "", typed, token: `phone-${n}`, limitBy: null };
    accepted(`${told.slug}: scores`, await putScores(anyone, put));
  }
}

function typedAppraisal(told: AppraisalTold, now: Date): Typed {
  const { question, summary, stage, place, decider, method, nextStep } = told;
  return {
    ...{ question, summary, stage, place, decider, method, nextStep },
    neighbourhood: told.neighbourhood ?? "",
    heldDay: dayAt(told.heldDay, now),
    decisionDueDay: dayAt(told.decisionDueDay, now),
    nextStepDay: dayAt(told.nextStepDay, now),
  };
}

function typedOption({ cost, ...told }: AppraisalTold["options"][number], now: Date): Typed {
  const known = cost.low !== undefined && cost.high !== undefined;
  return {
    title: told.title,
    summary: told.summary,
    pros: told.pros.join("\n"),
    cons: told.cons.join("\n"),
    risks: told.risks.join("\n"),
    cost: known ? "known" : "not_yet",
    costLow: known ? String(cost.low) : "",
    costHigh: known ? String(cost.high) : "",
    costNote: cost.note,
    costExpectedDay: cost.expectedDay === undefined ? "" : dayAt(cost.expectedDay, now),
  };
}

function typedCriteria({ criteria, agreed }: AppraisalTold, now: Date): Typed {
  const rows = criteria.flatMap((one, n) => [
    [`label-${n + 1}`, one.label],
    [`description-${n + 1}`, one.description],
    [`weight-${n + 1}`, String(one.weight)],
    [`resident-${n + 1}`, String(one.resident ?? "")],
    [`staff-${n + 1}`, String(one.staff ?? "")],
  ]);
  return {
    ...Object.fromEntries(rows),
    agreedBy: agreed.by,
    agreedDay: dayAt(agreed.day, now),
    agreedHow: agreed.how,
  };
}

function typedDecided(decided: NonNullable<AppraisalTold["decided"]>, option: string, now: Date): Typed {
  const { decision, reasons, conditions, dissent, equality, day } = decided;
  return {
    ...{ option, decision, reasons, dissent },
    conditions: conditions.join("\n"),
    equalityTitle: equality.title,
    equalityLink: equality.link,
    equalityReadBy: equality.by,
    equalityReadDay: dayAt(equality.day, now),
    decidedDay: dayAt(day, now),
  };
}

function decisionActs({ now, by }: Scene, told: DecisionTold): Act[] {
  const { slug, moved, outcome, withdrawn } = told;
  const step = (day: string | number, what: string, run: (ctx: Ctx) => Promise<{ ok: boolean }>): Act => ({
    at: at(day, "15:00", now),
    run: async (ctx) => accepted(`${slug}: ${what}`, await run(by(ctx))),
  });
  const acts = [
    step(told.logged, "logged", (ctx) => {
      const { question, background, decider, neighbourhood = "" } = told;
      const said = { question, background, decider, neighbourhood, options: told.options.join("\n") };
      return logDecision(ctx, { slug, typed: { ...said, dueDay: dayAt(told.dueDay, now) } });
    }),
    ...told.links.map(({ side, path }) =>
      step(told.logged, path, async (ctx) => {
        const thing = await findThingAt(ctx, path);
        if (!thing) throw new Error(`content/demo/appraisals.yaml: there is no page ${path}`);
        return linkDecision(ctx, { slug, side, thing: { kind: thing.kind, id: thing.id } });
      }),
    ),
  ];
  if (moved) {
    const typed = { dueDay: dayAt(moved.to, now), reason: moved.reason };
    acts.push(step(moved.on, "moved", (ctx) => redateDecision(ctx, { slug, typed })));
  }
  if (outcome) {
    const typed = { outcome: outcome.text, reasons: outcome.reasons, decidedDay: dayAt(outcome.day, now) };
    acts.push(step(outcome.day, "decided", (ctx) => settleDecision(ctx, { slug, typed })));
  }
  if (withdrawn) {
    const typed = { reason: withdrawn.reason };
    acts.push(step(withdrawn.day, "withdrawn", (ctx) => withdrawDecision(ctx, { slug, typed })));
  }
  return acts;
}
