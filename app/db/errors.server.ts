/** The database can't take a write (or a read) now: disk full, read-only, gone. People see 503 in plain words. */
export class Unavailable extends Error {
  override name = "Unavailable";
}

const NOT_NOW = /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|BUSY|PROTOCOL|CORRUPT|NOTADB)/;
const PG_NOT_NOW = /^(08|53|57P0|58|25006|ECONN|ETIMEDOUT|EPIPE|ENOENT)/;

/** What the PostgreSQL driver says without a code: nothing answered in time, or it hung up. */
const PG_GONE = /^(timeout exceeded|timeout expired|Connection terminated)/;

function codeOf(error: unknown): string {
  const e = error as { code?: unknown; cause?: { code?: unknown } } | null;
  const found = e?.code ?? e?.cause?.code;
  return typeof found === "string" ? found : "";
}

function isGone(error: unknown): boolean {
  const e = error as { message?: unknown; cause?: { message?: unknown } } | null;
  return [e?.message, e?.cause?.message].some((said) => typeof said === "string" && PG_GONE.test(said));
}

/** Turns an engine's failure into `Unavailable` where waiting may help; returns any other error as it is. */
export function asUnavailable(error: unknown): unknown {
  const found = codeOf(error);
  if (NOT_NOW.test(found) || PG_NOT_NOW.test(found) || isGone(error))
    return new Unavailable(found, { cause: error });
  return error;
}

/** True for a failure where waiting may help: reads are not wrapped, so the engine's own errors count too. */
export function isUnavailable(error: unknown): boolean {
  return asUnavailable(error) instanceof Unavailable;
}

/** True when two PostgreSQL transactions stood in each other's way and trying again will do. */
export function isWorthRetrying(error: unknown): boolean {
  return ["40001", "40P01"].includes(codeOf(error));
}

/** True when the disk failed to keep what it promised; the process must end, not go on. */
export function isBrokenPromise(error: unknown): boolean {
  return codeOf(error) === "SQLITE_IOERR_FSYNC";
}
