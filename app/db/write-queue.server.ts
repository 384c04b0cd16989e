/** The four steps of a transaction on one connection that writes. */
export type Writer = {
  begin(): void;
  savepoint(): void;
  /** Ends the savepoint, keeping or undoing it. Returns false when the whole transaction is gone. */
  release(keep: boolean): boolean;
  commit(): void;
  rollback(): void;
};

type Waiting = {
  work: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Outcome = { waiting: Waiting; value?: unknown; error?: unknown; failed: boolean };

/** Writes that share one commit; more would only make the first ones wait. */
const LARGEST_BATCH = 64;

/**
 * A queue for one writer. Writes that wait together share one transaction and so one fsync; each is
 * its own savepoint, and each is answered only after the commit. See docs/decisions.
 */
export function writeQueue(writer: Writer, onCommit: () => void) {
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function drain() {
    while (queue.length > 0) {
      // Everyone who arrived in this turn of the event loop joins the batch.
      await new Promise<void>((resolve) => setImmediate(resolve));
      await runBatch(queue.splice(0, LARGEST_BATCH));
    }
    running = null;
  }

  async function runBatch(batch: Waiting[]) {
    const outcomes: Outcome[] = [];
    try {
      writer.begin();
      for (const waiting of batch) outcomes.push(await runOne(waiting));
      writer.commit();
    } catch (error) {
      writer.rollback();
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    if (outcomes.some((o) => !o.failed)) onCommit();
    for (const o of outcomes) o.failed ? o.waiting.reject(o.error) : o.waiting.resolve(o.value);
  }

  async function runOne(waiting: Waiting): Promise<Outcome> {
    writer.savepoint();
    try {
      const value = await waiting.work();
      writer.release(true);
      return { waiting, value, failed: false };
    } catch (error) {
      // A full disk can end the whole transaction; then nobody in the batch may be told "done".
      if (!writer.release(false)) throw error;
      return { waiting, error, failed: true };
    }
  }

  return {
    /** Runs `work` when its turn comes; resolves after the commit that holds it. */
    run<T>(work: () => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
        running ??= drain();
      });
    },
    /** Resolves when nothing is waiting. */
    async idle(): Promise<void> {
      while (running) await running;
    },
  };
}
