/** Longest that can be typed, in characters. */
export const MOST = {
  name: 200,
  email: 254,
  code: 60,
  search: 100,
  blurb: 200,
  detail: 500,
  wording: 500,
} as const;

/** What someone can need to be told things and to take part (accessible information, C2 of the field's model). */
export const COMMUNICATION_NEEDS = [
  "large_print",
  "easy_read",
  "bsl",
  "hearing_loop",
  "lip_speaker",
  "audio",
  "text_message",
  "braille",
  "translation",
  "interpreter",
  "quiet_space",
  "step_free",
  "other",
] as const;

/** Those of which somebody says in which language. */
export const SPOKEN_NEEDS: readonly string[] = ["translation", "interpreter"];

/** Ways in at one time for one account; a newer one takes the place of the oldest (security study, B.5). */
export const LIVE_LINKS = 3;
/** Wrong codes after which only the link still works. */
export const CODE_ATTEMPTS = 5;
/** Characters of the code in the sign-in mail. */
export const CODE_LENGTH = 6;
/** Seconds before the mail can be sent again. */
export const RESEND_SECONDS = 60;
/** Hours for which an administrator's one-time code is good. */
export const ONE_TIME_CODE_HOURS = 24;
/** Characters of an administrator's one-time code: about 78 bits. */
export const ONE_TIME_CODE_LENGTH = 16;
/** Recovery codes that are made together, and the characters of each: about 59 bits. */
export const RECOVERY_CODES = { count: 10, length: 12 } as const;
/** Minutes after giving the second factor in which it can be changed without giving it again. */
export const FRESH_MINUTES = 30;

/** Said to whoever tried too often. */
export const TOO_MANY =
  "You have tried many times. Wait 15 minutes, then try again. An email that you have already still works";

/** How often each way in may be tried: by one address typed, by one visitor, by one account. */
export const LIMITS = {
  askByAddress: { name: "sign-in-address", most: 5, minutes: 15 },
  askByVisitor: { name: "sign-in-visitor", most: 30, minutes: 15 },
  enterByVisitor: { name: "sign-in-enter", most: 40, minutes: 15 },
  oneTimeCodeByVisitor: { name: "one-time-code", most: 10, minutes: 60 },
  secondFactorByAccount: { name: "second-factor", most: 5, minutes: 15 },
  recoveryByAccount: { name: "recovery", most: 5, minutes: 60 },
} as const;

/** An e-mail address as it is kept and compared. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** A code as it is compared: no spaces, no hyphens, capitals. */
export function foldCode(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

/** A code or key in groups of four, as it is read out and copied. */
export function grouped(code: string, by = " "): string {
  return code.match(/.{1,4}/g)?.join(by) ?? "";
}

/** Enough of an address to know one's own: `h•••@example.org`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}•••${email.slice(at)}`;
}

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPod)\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser is, in words that its owner knows: "Firefox on Windows". Nothing that tells people apart. */
export function browserName(userAgent: string | null): string {
  const named = (list: readonly [RegExp, string][]) =>
    list.find(([shape]) => shape.test(userAgent ?? ""))?.[1];
  const browser = named(BROWSERS) ?? "A browser";
  const system = named(SYSTEMS);
  return system ? `${browser} on ${system}` : browser;
}

/** True while someone who gave the second factor a moment ago need not give it again to change it. */
export function isFresh(givenAt: Date | null, now: Date): boolean {
  return givenAt !== null && now.getTime() - givenAt.getTime() < FRESH_MINUTES * 60_000;
}
