import type { Database } from "~/db/client.server";
import { env } from "~/db/env.server";
import type { Actor } from "./actor";
import type { Ctx } from "./context.server";

/** True in demo mode, where everything is invented and nothing is sent. */
export const isDemo = env.DEMO;

let open: Database | null = null;

/** Says which database this process works on; called once when it starts. */
export function openHouse(store: Database): void {
  open = store;
}

/** A ctx for `actor` at this moment on the open database. */
export function ctxFor(actor: Actor, now = new Date()): Ctx {
  if (!open) throw new Error("The house is not open yet.");
  return { store: open, db: open.db, actor, now, origin: env.ORIGIN, secret: env.SECRET };
}
