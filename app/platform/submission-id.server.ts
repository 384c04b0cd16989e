import { randomBytes } from "node:crypto";
import { env } from "~/db/env.server";
import type { Ctx } from "./context.server";
import { keyed } from "./secret-links.server";

/** Nobody reads and fills a form faster than this; scripts do. */
const LEAST_MS = 1000;

const proof = (secret: string, time: string, chance: string) =>
  keyed(secret, "form-shown", time, chance).slice(0, 16);

/** An id for one showing of a form, with the time it was shown, signed. Sending it twice is sending it once. */
export function newSubmissionId(ctx: Ctx): string {
  const time = ctx.now.getTime().toString(36);
  const chance = randomBytes(9).toString("base64url");
  return `${time}.${chance}.${proof(ctx.secret, time, chance)}`;
}

/** True when one of our forms came back faster than a person types. Ids that others made tell nothing. */
export function cameTooSoon(ctx: Ctx, submissionId: string): boolean {
  const [time = "", chance = "", signed = ""] = submissionId.split(".");
  if (env.LIMITS === "off" || signed !== proof(ctx.secret, time, chance)) return false;
  return ctx.now.getTime() - Number.parseInt(time, 36) < LEAST_MS;
}
