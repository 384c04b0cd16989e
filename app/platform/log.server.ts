import pino from "pino";
import { env } from "~/db/env.server";

/** JSON lines on standard output. Never given names, contacts, addresses with secrets, or form fields. */
export const log = pino(
  { level: env.LOG_LEVEL, base: null },
  pino.destination({ sync: false, minLength: 0 }),
);
