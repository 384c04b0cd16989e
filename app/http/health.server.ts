/** Whether the process can do its work, with short codes of what is wrong when it cannot. */
export interface Readiness {
  ok: boolean;
  reasons: readonly string[];
}

const ANSWER_WITHIN_MS = 3000;
const REMEMBER_MS = 1000;

/**
 * Asks whether the process is ready: not while it stops, nor when the database says no, fails, or does not
 * answer within three seconds. The database is asked once a second at most, however often this is called.
 */
export function readinessProbe(
  ask: () => Promise<Readiness>,
  isStopping: () => boolean,
): () => Promise<Readiness> {
  let last: Promise<Readiness> | undefined;
  let askedAt = 0;
  return async () => {
    if (isStopping()) return { ok: false, reasons: ["stopping"] };
    if (!last || performance.now() - askedAt > REMEMBER_MS) {
      askedAt = performance.now();
      last = inTime(ask);
    }
    return last;
  };
}

async function inTime(ask: () => Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reasons: ["database-slow"] }), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } catch {
    return { ok: false, reasons: ["database-failed"] };
  } finally {
    clearTimeout(timer);
  }
}
