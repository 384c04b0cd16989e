import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

/** How long requests in hand may take to finish after the stop, in milliseconds. */
export const LONGEST_STOP_MS = 10_000;

/** Idle connections are left open this long after the last request, so that one on its way still gets in. */
const QUIET_MS = 500;
const LOOK_EVERY_MS = 25;

/** What the stop needs of the door; times by `performance.now()`. */
export interface StopControls {
  /** Holds all answers back until the returned function is called. */
  hold(): () => void;
  /** From now on every answer says that its connection closes. */
  markStopping(): void;
  inFlight(): number;
  lastRequestAt(): number;
}

const TICK_MS = 5;
const QUIET_TICKS = 5;
const MOST_TICKS = 200;

/**
 * Stops a server without dropping a request: no new connections, answers to everything that arrives on the
 * open ones (which say that they will close), then idle connections are closed. Returns when all are gone;
 * after ten seconds those that remain are cut.
 */
export async function stopServer(server: Server, controls: StopControls): Promise<void> {
  // Whoever is answered now would come back on a new connection, just when the port closes.
  const release = controls.hold();
  await whenNobodyWaits(server);
  controls.markStopping();
  const allGone = closePort(server, controls);
  release();
  await allGone;
}

/**
 * Returns when every connection that the system has made for us has been taken in: closing the port would
 * reset those that still wait. Node takes in one each turn of its loop, so it is done when several turns
 * brought none; a second at most.
 */
async function whenNobodyWaits(server: Server): Promise<void> {
  let isNew = false;
  const note = () => {
    isNew = true;
  };
  server.on("connection", note);
  for (let tick = 0, quiet = 0; tick < MOST_TICKS && quiet < QUIET_TICKS; tick++) {
    isNew = false;
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    quiet = isNew ? 0 : quiet + 1;
  }
  server.off("connection", note);
}

async function closePort(server: Server, { inFlight, lastRequestAt }: StopControls): Promise<void> {
  const stoppedAt = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    const quietSince = Math.max(lastRequestAt(), stoppedAt);
    if (now - stoppedAt > LONGEST_STOP_MS) server.closeAllConnections();
    else if (inFlight() === 0 && now - quietSince > QUIET_MS) server.closeIdleConnections();
  }, LOOK_EVERY_MS);
  // The http server's own close would cut idle connections at once, and with them requests just being sent.
  await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  clearInterval(watch);
}
