import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];
const KNOWN_WEAK = /^(.)\1*$|secret|password|changeme|example/i;

const flag = z
  .enum(["0", "1", "false", "true", ""])
  .optional()
  .transform((v) => v === "1" || v === "true");

const settings = z.object({
  NODE_ENV: z.string().default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: z
    .url()
    .refine((v) => /^https?:\/\/[^/]+$/.test(v), "must be an origin such as https://roundhere.example.org")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must start with file: or postgres://")
    .default("file:./data/roundhere.db"),
  DATABASE_REPLICA_URLS: z
    .string()
    .default("")
    .transform((v) => v.split(",").filter(Boolean)),
  SECRET: z.string().optional(),
  DEMO: flag,
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Round Here <no-reply@example.org>"),
  BACKUP_DIR: z.string().default("./data/backups"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LIMITS: z.enum(["normal", "off"]).default("normal"),
});

/** What the site is told from outside. */
export type Settings = z.output<typeof settings> & {
  SECRET: string;
  ORIGIN: string;
  originIsExplicit: boolean;
  isPostgres: boolean;
};

/** A setting that is missing or wrong; the message names the variable in one plain sentence. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * Reads settings from `source`. Refuses weak or missing secrets, plain http and demo mode in
 * production, and limits switched off anywhere but on loopback.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`${issue?.path.join(".")}: ${issue?.message}. See docs/operating.md.`);
  }
  const s = parsed.data;
  const loopback = LOOPBACK.includes(s.HOST);
  if (s.LIMITS === "off" && !loopback) {
    throw new SettingsError("LIMITS: may only be off when HOST is a loopback address such as 127.0.0.1.");
  }
  return {
    ...s,
    SECRET: secretFor(s),
    ORIGIN: originFor(s, loopback),
    originIsExplicit: s.ORIGIN !== undefined,
    isPostgres: !s.DATABASE_URL.startsWith("file:"),
  };
}

function originFor(s: z.output<typeof settings>, loopback: boolean): string {
  const production = !s.DEMO && s.NODE_ENV === "production";
  if (s.DEMO && s.ORIGIN?.startsWith("https:")) {
    throw new SettingsError("DEMO: demo mode can't run with a public https ORIGIN. Use npm run serve.");
  }
  if (production && !s.ORIGIN) {
    throw new SettingsError(
      "ORIGIN: say the public address of the site, such as https://roundhere.example.org.",
    );
  }
  if (production && s.ORIGIN?.startsWith("http:") && !loopback) {
    throw new SettingsError("ORIGIN: must start with https:// when the site is open to others.");
  }
  return s.ORIGIN ?? `http://localhost:${s.PORT}`;
}

function secretFor(s: z.output<typeof settings>): string {
  if (s.SECRET) {
    if (Buffer.byteLength(s.SECRET) < 32 || KNOWN_WEAK.test(s.SECRET)) {
      throw new SettingsError(
        "SECRET: must be 32 random bytes or more, for example from: openssl rand -base64 48.",
      );
    }
    return s.SECRET;
  }
  if (s.DEMO || s.NODE_ENV !== "production") return demoSecret(s.DATABASE_URL);
  throw new SettingsError("SECRET: is missing. Make one with: openssl rand -base64 48.");
}

/** Demo links must outlive a restart, so the demo's secret lies beside its data. */
function demoSecret(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) return "larkmere-demo-borough-0123456789abcdef";
  const file = `${dirname(databaseUrl.slice("file:".length))}/demo-secret`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  const made = randomBytes(48).toString("base64url");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

/** The settings of this process, parsed once. */
export const env: Settings = readSettings(process.env);
