import { LRUCache } from "lru-cache";
import type { KeptPage } from "./page-cache.server";

/**
 * How a rendering ended for those who waited for it: a page they may share, or each must render for
 * itself, or the one who rendered went away and the next takes over.
 */
export type FlightEnd = KeptPage | "each" | "lost";

/** Says how a rendering ended; only the first call counts. */
export type Land = (end: FlightEnd) => void;

/** One rendering at a time of each page that may be kept. */
export class SingleFlight {
  readonly #flights = new Map<string, Promise<FlightEnd>>();
  /** Targets that turned out not to be kept: nobody waits for those. */
  readonly #unkept = new LRUCache<string, true>({ max: 1000 });

  /** The rendering of this target that is under way, if one is worth waiting for. */
  underWay(target: string): Promise<FlightEnd> | undefined {
    return this.#flights.get(target);
  }

  /** Begins a rendering that others may wait for; call what it returns when it is over. */
  begin(target: string): Land {
    if (this.#unkept.has(target) || this.#flights.has(target)) return () => {};
    let land: Land = () => {};
    const flight = new Promise<FlightEnd>((resolve) => {
      land = resolve;
    });
    this.#flights.set(target, flight);
    return (end) => {
      if (this.#flights.get(target) === flight) this.#flights.delete(target);
      land(end);
    };
  }

  /** Remembers whether the page at this target asked to be kept. */
  learn(target: string, asksToBeKept: boolean): void {
    if (asksToBeKept) this.#unkept.delete(target);
    else this.#unkept.set(target, true);
  }
}
