import { Worker } from "node:worker_threads";
import workerSource from "./markdown-worker.cjs?raw";

/** Kept beside stored HTML: raise the last number when the same text would come out differently. */
export const RENDERER = "marked-18.2.1+sanitize-2.17.5/1";

/** Characters of Markdown that one field may hold. */
export const LONGEST_MARKDOWN = 20_000;

/** Clean HTML and the version that made it, or why there is none: the text is too long, or too tangled to read. */
export type Rendered =
  | { ok: true; html: string; renderer: string }
  | { ok: false; reason: "too_long" | "too_hard" };

/** `topHeading` is the level of the text's highest heading on the page; `limitMs` is for tests and start-up. */
export type RenderOptions = { topHeading?: 2 | 3; limitMs?: number };

type Answer = { html: string | null };

const LIMIT_MS = 250;
const START_MS = 15_000;
const IDLE_MS = 10_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Renders Markdown that staff wrote, once, when it is saved. Raw HTML comes out as text, pictures as their
 * description, headings below the page's own. A text that takes longer than 250 ms is tried once more with
 * four times that, because on a busy machine a thread waits longer than it works; then it is given up. It
 * costs other people nothing: it is read in a thread of its own.
 */
export async function renderMarkdown(source: string, options: RenderOptions = {}): Promise<Rendered> {
  if (source.length > LONGEST_MARKDOWN) return { ok: false, reason: "too_long" };
  const job = { source, top: options.topHeading ?? 2 };
  const limit = options.limitMs ?? LIMIT_MS;
  const turn = queue.then(async () => (await ask(job, limit)) ?? ask(job, limit * 4));
  queue = turn.catch(() => {});
  const html = await turn;
  return html === null ? { ok: false, reason: "too_hard" } : { ok: true, html, renderer: RENDERER };
}

async function ask(job: { source: string; top: number }, limitMs: number): Promise<string | null> {
  clearTimeout(idle);
  thread ??= await startThread();
  const answer = answerOf<Answer>(thread, limitMs);
  thread.postMessage(job);
  const html = (await answer)?.html ?? null;
  if (html === null) endThread();
  else idle = setTimeout(endThread, IDLE_MS).unref();
  return html;
}

async function startThread(): Promise<Worker> {
  const started = new Worker(workerSource, { eval: true, workerData: import.meta.url });
  started.on("error", () => {});
  started.on("exit", () => {
    if (thread === started) thread = null;
  });
  const ready = await answerOf<string>(started, START_MS);
  if (ready) {
    started.unref();
    return started;
  }
  void started.terminate();
  throw new Error("The thread that reads Markdown did not start.");
}

function endThread(): void {
  void thread?.terminate();
  thread = null;
}

/** The next thing the thread says; null when it dies or says nothing in time. */
function answerOf<T>(worker: Worker, limitMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const finish = (answer: T | null) => {
      clearTimeout(timer);
      worker.off("message", finish).off("error", die).off("exit", die);
      resolve(answer);
    };
    const die = () => finish(null);
    // An answer that came while this process was busy is read before time is called.
    const timer = setTimeout(() => setImmediate(die), limitMs);
    worker.on("message", finish).on("error", die).on("exit", die);
  });
}
