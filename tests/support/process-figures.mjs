import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const IDLE_BELOW = 0.1;

/** Processor time that a process and its threads have used, in milliseconds. */
export function cpuMs(pid) {
  // The second field is the program's name, which may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Memory that a process holds now, in megabytes. */
export function residentMb(pid) {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kb) / 1024;
}

/** Waits until a process has worked off what it still has to do, a minute at most. */
export async function untilIdle(pid) {
  for (let seconds = 0; seconds < 60; seconds++) {
    const before = cpuMs(pid);
    await wait(1000);
    if ((cpuMs(pid) - before) / 1000 < IDLE_BELOW) return;
  }
}
