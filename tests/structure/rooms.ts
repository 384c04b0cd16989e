import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

const floors = load("./floors.cjs");

/** Each room of the house and the rooms it may use, from floors.cjs. */
export const rooms: Readonly<Record<string, readonly string[]>> = floors.rooms;

/** Paths of the files in app/routes that answer no address: what all pages share. */
export const sharedByRoutes: readonly string[] = floors.sharedByRoutes.map(
  (name: string) => `app/routes/${name}`,
);
