import autocannon from "autocannon";
import { cpuMs } from "./process-figures.mjs";

/**
 * Asks one address again and again for some seconds, over connections that stay open.
 * @param {{ url: string, pid: number, path?: string, headers?: Record<string, string>, body?: (n: number) => string,
 *   connections: number, seconds: number, expect?: number }} what `body` makes a form of its own for each request
 * @returns requests a second, the time of each in milliseconds, processor time of the server a request
 */
export async function load({ url, pid, path = "/", headers = {}, body, connections, seconds, expect = 200 }) {
  const before = cpuMs(pid);
  const times = [];
  let wrong = 0;
  const run = autocannon({
    url: url.replace("localhost", "127.0.0.1") + path,
    connections,
    duration: seconds,
    requests: [request(headers, body)],
  });
  run.on("response", (_client, status, _bytes, ms) => {
    times.push(ms);
    if (status !== expect) wrong += 1;
  });
  const { duration, errors } = await run;
  if (wrong + errors > 0) {
    throw new Error(`${path}: ${wrong} answers were not ${expect}, ${errors} connections broke.`);
  }
  return { perSecond: times.length / duration, times, cpuMs: (cpuMs(pid) - before) / times.length };
}

let made = 0;

function request(headers, body) {
  if (!body) return { headers };
  const setupRequest = (one) => ({ ...one, body: body(made++) });
  return { method: "POST", headers, setupRequest };
}

/** The value below which this share of the list lies; 0.5 is the middle. */
export function quantile(list, share) {
  const sorted = Float64Array.from(list).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The value in the middle. */
export const median = (list) => quantile(list, 0.5);
