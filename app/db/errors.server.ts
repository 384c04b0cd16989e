/** What is wrong, by how the engine's or the system's code begins; for whoever starts the site or runs a command. */
const WHY: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|53100)/, "its disk is full"],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM|25006)/, "it can't be written to; is its disk or folder read-only?"],
  [/^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EEXIST|EISDIR)/, "its file or folder can't be opened or made"],
  [/^MOVED/, "its file was moved or deleted"],
  [/^SQLITE_(CORRUPT|NOTADB)/, "its file is damaged, or is no database; restore a backup"],
  [/^SQLITE_(BUSY|PROTOCOL)/, "another process holds it"],
  [/^SQLITE_IOERR/, "its disk fails"],
  [/^(08|57P0|58|53|ECONN|ETIMEDOUT|EPIPE|)/, "its server does not answer"],
];

/** The database can't take a write (or a read) now: disk full, read-only, gone. People see 503 in plain words. */
export class Unavailable extends Error {
  override name = "Unavailable";

  constructor(
    /** The engine's own code, as far as there is one. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    const why = WHY.find(([pattern]) => pattern.test(code))?.[1];
    super(`The database can't be used: ${why}${code ? ` (${code})` : ""}.`, options);
  }
}

const NOT_NOW = /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|BUSY|PROTOCOL|CORRUPT|NOTADB)/;
const PG_NOT_NOW = /^(08|53|57P0|58|25006|ECONN|ETIMEDOUT|EPIPE)/;
const FILE_NOT_NOW = /^E(NOSPC|ROFS|ACCES|PERM|NOENT|NOTDIR|EXIST|ISDIR)$/;

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
  if (error instanceof Unavailable) return error;
  const isNotNow = [NOT_NOW, PG_NOT_NOW, FILE_NOT_NOW].some((codes) => codes.test(found));
  return isNotNow || isGone(error) ? new Unavailable(found, { cause: error }) : error;
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
