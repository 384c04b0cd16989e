import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "~/db/client.server";
import { env } from "~/db/env.server";
import { remindOwners } from "~/features/commitments/remind-owners.server";
import { forgetOutreachPeople } from "~/features/engagement/forget-outreach-people.server";
import { closeEqualityMonths } from "~/features/equality/close-equality-months.server";
import { askForFeedback } from "~/features/events/ask-for-feedback.server";
import { lapseOffer } from "~/features/events/cancel-registration.server";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { forgetWords } from "~/features/events/forget-words.server";
import { remindParties } from "~/features/events/remind-parties.server";
import { resendNow } from "~/features/events/resend-link.server";
import { settleEvent } from "~/features/events/settle-event.server";
import { callAgain } from "~/features/ideas/call-next.server";
import { forgetUnconfirmed } from "~/features/ideas/forget-unconfirmed.server";
import { holdSourcesNoLonger } from "~/features/ideas/hold-source.server";
import { noteHandOversNoLonger } from "~/features/ideas/note-hand-over.server";
import { refreshAgreements } from "~/features/ideas/refresh-agreement.server";
import { forgetOldSignIns } from "~/features/people/forget-old-sign-ins.server";
import { reviewNeeds } from "~/features/people/review-needs.server";
import { getPeriods } from "~/features/places/read.server";
import { closeSurvey, closeSurveyDays } from "~/features/surveys/close-survey.server";
import { forgetSurveyWords } from "~/features/surveys/forget-survey-words.server";
import { sealAudit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { deliver } from "~/platform/deliver.server";
import { forgetOldMessages } from "~/platform/forget-messages.server";
import { type JobHandler, runDueJobs } from "~/platform/jobs.server";
import { forgetOldLimits } from "~/platform/limits.server";
import { log } from "~/platform/log.server";
import { keepInDemo, type SendMail, smtp } from "~/platform/mail.server";

/** The list of timed work: the name of each job and the verb that does it. */
const HANDLERS: Readonly<Record<string, JobHandler>> = {
  "events.settle": (ctx, id) => settleEvent(ctx, { id }),
  "events.lapse-offer": (ctx, id) => lapseOffer(ctx, { id }),
  "events.remind": (ctx, subject) => remindParties(ctx, subject),
  "events.resend-links": (ctx, mark) => resendNow(ctx, { mark }),
  "ideas.escalate": (ctx, id) => callAgain(ctx, { id }),
  "surveys.close": (ctx, id) => closeSurvey(ctx, { id }),
};

/** What the house does for itself every hour. */
const HOURLY: Readonly<Record<string, Round["work"]>> = {
  "forget limits": (ctx) =>
    write(ctx, { locks: [] }, async (ctx) => {
      await forgetOldLimits(ctx);
      return { ok: true as const };
    }),
  "forget sign-ins": forgetOldSignIns,
  "forget needs": (ctx) => forgetNeeds(ctx),
  "forget outreach": forgetOutreachPeople,
  "forget words": forgetWords,
  "forget unconfirmed ideas": forgetUnconfirmed,
  "forget sources": holdSourcesNoLonger,
  "forget hand-overs": noteHandOversNoLonger,
  "look for agreement": refreshAgreements,
  "forget survey words": forgetSurveyWords,
  "ask for feedback": askForFeedback,
  "remind owners": remindOwners,
  "review needs": reviewNeeds,
  "survey days": closeSurveyDays,
  "equality months": closeEqualityMonths,
  "forget messages": async (ctx) => forgetOldMessages(ctx, (await getPeriods(ctx)).messageDays),
};

/** One kind of work, done again and again with a pause in between; `goOn` turns false when it should stop. */
export type Round = {
  name: string;
  pauseMs: number;
  work: (ctx: Ctx, goOn: () => boolean) => Promise<unknown>;
};

const SECOND = 1000;
const LONGEST_PAUSE_MS = 60 * SECOND;
/** So many e-mails are on their way at once; one that stalls holds up only its own sender. */
const SENDERS = 4;

/** Work in the background that can be ended. */
export type Jobs = {
  /** Ends after the pieces in hand; what is left over is done at the next start or by another process. */
  stop(): Promise<void>;
};

/**
 * Starts this process's share of the timed work: sealing the audit, sending mail, running what is due and
 * the hourly rounds. Every process may run them. Without `send` e-mails wait in the outbox.
 */
export function startJobs(store: Database, send: SendMail | null = ourSender()): Jobs {
  const senders = send ? Array.from({ length: SENDERS }, (_, n) => mailRound(`mail ${n + 1}`, send)) : [];
  const hourly = Object.entries(HOURLY).map(([name, work]) => ({ name, pauseMs: 3600 * SECOND, work }));
  return keepDoing(store, [
    { name: "seal audit", pauseMs: SECOND, work: sealAudit },
    { name: "due jobs", pauseMs: SECOND, work: (ctx) => runDueJobs(ctx, HANDLERS) },
    ...senders,
    ...hourly,
  ]);
}

/** How this process sends e-mail: by `SMTP_URL`; without it, not at all, but in demo mode as if it did. */
function ourSender(): SendMail | null {
  if (env.SMTP_URL) return smtp({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, origin: env.ORIGIN });
  if (env.DEMO) return keepInDemo;
  log.warn("SMTP_URL is not set: e-mails wait in the outbox until it is");
  return null;
}

const mailRound = (name: string, send: SendMail): Round => ({
  name,
  pauseMs: SECOND,
  work: (ctx, goOn) => deliver(ctx, send, goOn),
});

/** Runs each round in its own loop, never twice at once, until stopped. An error only makes the next pause longer. */
export function keepDoing(store: Database, rounds: readonly Round[]): Jobs {
  const stopping = new AbortController();
  // Each round waits on the same signal; Node would take more than ten for a leak and say so in the log.
  setMaxListeners(rounds.length, stopping.signal);
  const ended = Promise.all(rounds.map((round) => loop(store, round, stopping.signal)));
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function loop(store: Database, round: Round, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      await round.work(systemCtx(store, round.name), () => !stopping.aborted);
      failures = 0;
    } catch (error) {
      failures += 1;
      noteTrouble(round.name, error);
    }
    const pause = failures === 0 ? round.pauseMs : Math.min(LONGEST_PAUSE_MS, SECOND * 2 ** failures);
    // The pause ends early, by an error, when it is time to stop.
    await wait(pause, undefined, { signal: stopping }).catch(() => {});
  }
}

function systemCtx(store: Database, name: string): Ctx {
  const actor = { kind: "system" as const, name };
  return { store, db: store.db, actor, now: new Date(), origin: env.ORIGIN, secret: env.SECRET };
}

/** Names and codes only: a database's message can carry what was being written. */
function noteTrouble(round: string, error: unknown): void {
  const { name, code, fatal } = error as { name?: string; code?: string; fatal?: boolean };
  if (fatal) throw error;
  log.error({ round, error: name, code }, "A round of timed work failed and will be tried again");
}
