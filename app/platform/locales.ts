/** Languages of the resident journey, each with its own name and direction. English is whole and comes first. */
export const LOCALES = [
  { code: "en", name: "English", dir: "ltr" },
  { code: "pt", name: "Português", dir: "ltr" },
  { code: "es", name: "Español", dir: "ltr" },
  { code: "so", name: "Soomaali", dir: "ltr" },
  { code: "pl", name: "Polski", dir: "ltr" },
  { code: "ar", name: "العربية", dir: "rtl" },
] as const;

/** The code of a language that pages can be had in. */
export type Locale = (typeof LOCALES)[number]["code"];

/** The codes alone. */
export const LOCALE_CODES: readonly Locale[] = LOCALES.map((locale) => locale.code);

/** True for a code that pages can be had in. */
export function isLocale(code: string): code is Locale {
  return (LOCALE_CODES as readonly string[]).includes(code);
}

/** Which way a language is written. */
export function directionOf(code: Locale): "ltr" | "rtl" {
  return LOCALES.find((locale) => locale.code === code)?.dir ?? "ltr";
}

/** Attributes of a block that is in English on a page in this language; none on an English page. */
export function asEnglish(code: Locale): { lang?: "en"; dir?: "ltr" } {
  return code === "en" ? {} : { lang: "en", dir: "ltr" };
}

/** The address of a page in a language: English has no first part. */
export function inLocale(code: Locale, path: string): string {
  return code === "en" ? path : `/${code}${path === "/" ? "" : path}`;
}
