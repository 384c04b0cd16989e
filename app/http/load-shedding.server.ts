import { monitorEventLoopDelay } from "node:perf_hooks";

/** A second whose event-loop delay (99th percentile) is above this was late, in milliseconds. */
export const LATE_MS = 150;
/** Anonymous pages are refused above this many requests at once when the process has been late for a while. */
export const BUSY_REQUESTS = 200;
/** Anonymous pages are refused above this many requests at once. */
export const MOST_PAGES = 1000;
/** Everything else is refused above this many. */
export const MOST_REQUESTS = 2000;

const LATE_SECONDS = 2;

/** How loaded the process is: requests being worked on, and late seconds in a row up to now. */
export interface Load {
  inFlight: number;
  lateSeconds: number;
}

/**
 * Whether to turn a request away. Short bursts are worked off; pages for people without a cookie give way
 * first when the load lasts; forms and people signed in only when there is no room left at all.
 */
export function isTooMuch(load: Load, isAnonymousPage: boolean): boolean {
  if (load.inFlight > MOST_REQUESTS) return true;
  if (!isAnonymousPage) return false;
  return load.inFlight > MOST_PAGES || (load.inFlight > BUSY_REQUESTS && load.lateSeconds >= LATE_SECONDS);
}

/** Watches how late the event loop runs, second by second. */
export function watchLateness(): { lateSeconds(): number; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  let late = 0;
  delay.enable();
  const timer = setInterval(() => {
    late = delay.percentile(99) / 1e6 > LATE_MS ? late + 1 : 0;
    delay.reset();
  }, 1000).unref();
  return {
    lateSeconds: () => late,
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
