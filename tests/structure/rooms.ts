import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** Each room of the house and the rooms it may use, from floors.cjs. */
export const rooms: Readonly<Record<string, readonly string[]>> = load("./floors.cjs").rooms;
