import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

/** How long requests in hand may take to finish after the stop, in milliseconds. */
export const LONGEST_STOP_MS = 10_000;

/** Idle connections are left open this long after the last request, so that one on its way still gets in. */
const QUIET_MS = 500;
const LOOK_EVERY_MS = 25;

/** What the stop needs to see of the work in hand; times by `performance.now()`. */
export interface WorkInHand {
  inFlight(): number;
  lastRequestAt(): number;
}

const SHORT_TURN_MS = 1;
const MOST_TURNS = 50;

/**
 * Returns when the event loop has just made a short turn. Connections that the system has made for us wait
 * to be taken in, once a turn, and closing would reset them: after a short turn there is hardly one.
 */
export async function whenNobodyWaits(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const startedAt = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - startedAt < SHORT_TURN_MS) return;
  }
}

/**
 * Stops a server without dropping a request: no new connections, answers to everything that arrives on the
 * open ones (which say that they will close), then idle connections are closed. Returns when all are gone;
 * after ten seconds those that remain are cut.
 */
export async function stopServer(server: Server, work: WorkInHand): Promise<void> {
  const stoppedAt = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    const quietSince = Math.max(work.lastRequestAt(), stoppedAt);
    if (now - stoppedAt > LONGEST_STOP_MS) server.closeAllConnections();
    else if (work.inFlight() === 0 && now - quietSince > QUIET_MS) server.closeIdleConnections();
  }, LOOK_EVERY_MS);
  // The http server's own close would cut idle connections at once, and with them requests just being sent.
  await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  clearInterval(watch);
}
