import type { Database } from "~/db/client.server";
import { forgetOutreachPeople } from "~/features/engagement/forget-outreach-people.server";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { forgetWords } from "~/features/events/forget-words.server";
import { listNextEvents } from "~/features/events/read.server";
import { findBorough, getPeriods } from "~/features/places/read.server";
import { type Ctx, write } from "~/platform/context.server";
import { findFact, noteFact } from "~/platform/facts.server";
import { forgetOldMessages } from "~/platform/forget-messages.server";
import { closeHistory } from "~/platform/history.server";
import { newId } from "~/platform/ids.server";
import { startOfDay } from "~/platform/london";
import { type Held, readAfter, saidActs } from "./after.server";
import { appraisalActs, readAppraisals } from "./appraisals.server";
import { codingActs, readCoding } from "./coding.server";
import { commitmentActs, readCommitments } from "./commitments.server";
import { makeCrowd } from "./crowd";
import { engagementActs, readEngagement } from "./engagement.server";
import { equalityActs, readEquality } from "./equality.server";
import { pastEventActs, readEvents } from "./events.server";
import { feedbackActs, paymentActs } from "./feedback.server";
import { type IdeaIds, ideaActs, readIdeas } from "./ideas.server";
import { pastSurveyActs, readPastSurveys } from "./past-surveys.server";
import { accountActs, type Cast, readPeople } from "./people.server";
import { placesActs, readPlaces } from "./places.server";
import { rememberedActs } from "./remembered.server";
import { readResponses, responseActs } from "./responses.server";
import { asOrganiser, type Stage } from "./stage.server";
import { readStalls } from "./stall-sheet.server";
import { readSurveys, surveyActs } from "./surveys.server";
import { readTalk, talkActs } from "./talk.server";
import { type Act, as, hoursAfter, perform, splitAt } from "./timeline";
import { type Coming, comingEventActs, readUpcoming } from "./upcoming.server";

/** The moment that counts as today, the site's public address, and its secret. */
export type LoadOptions = { now: Date; origin: string; secret: string };

const LOADED = "demo.loaded";
const NOT_EMPTY = "This database holds another borough. The demonstration needs an empty one.";
const SOON_DAYS = 14;
/** Fewer public events than this in the next 14 days, and the site looks empty. */
const FEWEST_SOON = 3;

/**
 * Loads Larkmere through the verbs that the website uses, each at its own date, in one transaction: whole
 * or not at all, and once, also when several processes start together. A database that has it already
 * gets new events when few are left. Returns which it did.
 */
export async function loadDemo(
  store: Database,
  options: LoadOptions,
): Promise<"loaded" | "topped up" | "left alone"> {
  const ctx = houseCtx(store, options);
  if (await findFact(ctx, LOADED)) return topUpUpcoming(store, options);
  const sheets = readSheets();
  let loaded = false;
  await write(ctx, { locks: ["*"], whole: true }, async (ctx) => {
    // Another process may have loaded it while this one waited.
    if (await findFact(ctx, LOADED)) return { ok: true };
    if (await findBorough(ctx)) throw new Error(NOT_EMPTY);
    await enact(ctx, story(sheets, options.now));
    await noteFact(ctx, LOADED, options.now.toISOString());
    loaded = true;
    return { ok: true };
  });
  return loaded ? "loaded" : "left alone";
}

/** Adds the events to come again, counted from today, when few are left. */
export async function topUpUpcoming(
  store: Database,
  options: LoadOptions,
): Promise<"topped up" | "left alone"> {
  const ctx = houseCtx(store, options);
  if (!(await isRunningDry(ctx))) return "left alone";
  const sheets = readSheets();
  let added = false;
  await write(ctx, { locks: ["*"], whole: true }, async (ctx) => {
    if (!(await isRunningDry(ctx))) return { ok: true };
    // Staff may have left or lost their roles by now, so the house does it itself.
    const stage = stageOf(sheets, new Map());
    const coming = { now: options.now, somebodies: sheets.people.participants, dated: true };
    await enact(ctx, comingActs(sheets, stage, coming));
    added = true;
    return { ok: true };
  });
  return added ? "topped up" : "left alone";
}

function houseCtx(store: Database, { now, origin, secret }: LoadOptions): Ctx {
  return { store, db: store.db, actor: { kind: "system", name: "demo" }, now, origin, secret };
}

async function isRunningDry(ctx: Ctx): Promise<boolean> {
  const next = await listNextEvents(as(ctx, { kind: "anyone" }), { limit: 100 });
  const soon = startOfDay(ctx.now, SOON_DAYS);
  const last = next.at(-1)?.event.startsAt;
  return !last || last < soon || next.filter(({ event }) => event.startsAt < soon).length < FEWEST_SOON;
}

type Sheets = ReturnType<typeof readSheets>;

function readSheets() {
  return {
    places: readPlaces(),
    people: readPeople(),
    engagement: readEngagement(),
    events: readEvents(),
    upcoming: readUpcoming(),
    stalls: readStalls(),
    after: readAfter(),
    surveys: readSurveys(),
    pastSurveys: readPastSurveys(),
    coding: readCoding(),
    equality: readEquality(),
    responses: readResponses(),
    commitments: readCommitments(),
    ideas: readIdeas(),
    talk: readTalk(),
    appraisals: readAppraisals(),
  };
}

function stageOf({ places, people, stalls }: Sheets, cast: Cast): Stage {
  const aliases = new Map(places.neighbourhoods.map((one) => [one.slug, one.aliases]));
  const employers = places.organisations.map((one) => one.name);
  return { crowd: makeCrowd({ names: people.names, aliases }), cast, employers, stalls };
}

function story(sheets: Sheets, now: Date): Act[] {
  const cast: Cast = new Map();
  const ids: IdeaIds = new Map();
  const stage = stageOf(sheets, cast);
  return [
    ...placesActs(sheets.places, cast),
    ...accountActs(sheets.people, cast),
    ...engagementActs(sheets.engagement, cast, now),
    ...sheets.events.events.flatMap((event) => pastEventActs(stage, event)),
    ...afterActs(sheets, stage),
    ...rememberedActs(sheets.people.remembered, now),
    ...comingActs(sheets, stage, { now, somebodies: sheets.people.participants, dated: false }),
    ...surveyActs(sheets.surveys, cast, now),
    ...pastSurveyActs(sheets.pastSurveys, cast),
    ...codingActs(sheets.coding, cast, now),
    ...equalityActs(sheets.equality, cast),
    ...responseActs(sheets.responses, { ideas: sheets.ideas, ids }, cast, now),
    ...commitmentActs(sheets.commitments, cast, now),
    ...ideaActs(sheets.ideas, cast, now, ids),
    ...talkActs(sheets.talk, sheets.ideas, cast, now),
    ...appraisalActs(sheets.appraisals, cast, now),
  ];
}

/** What was said at the events of the past, how they were, and who was paid. */
function afterActs({ after, events }: Sheets, stage: Stage): Act[] {
  const held = (slug: string): Held => {
    const event = events.events.find((one) => one.slug === slug);
    if (!event) throw new Error(`content/demo/after.yaml: there is no event ${slug}`);
    return { date: event.date, as: (ctx) => asOrganiser(ctx, stage, event) };
  };
  return [
    ...after.events.flatMap((told) => saidActs(told, held(told.event))),
    ...Object.keys(after.feedback.forms).flatMap((slug) => feedbackActs(slug, after.feedback, held(slug))),
    ...after.payments.flatMap((payment) => paymentActs(payment, held(payment.event))),
  ];
}

function comingActs({ upcoming }: Sheets, stage: Stage, coming: Coming): Act[] {
  return upcoming.events.flatMap((event) => comingEventActs(stage, event, coming));
}

/**
 * Performs it all. What was to be said before yesterday has been said: only the last day's mail goes out.
 * Then forgets what is due to be forgotten by now.
 */
async function enact(ctx: Ctx, acts: readonly Act[]): Promise<void> {
  const madeSince = newId();
  const yesterday = hoursAfter(ctx.now, -24);
  const [past, lately] = splitAt(acts, yesterday);
  await perform(ctx, past);
  await closeHistory(ctx, { madeSince, before: yesterday });
  await perform(ctx, lately);
  await forgetNeeds(ctx);
  await forgetOutreachPeople(ctx);
  await forgetWords(ctx);
  await forgetOldMessages(ctx, (await getPeriods(ctx)).messageDays);
}
