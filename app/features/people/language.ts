import { LOCALES, type Locale } from "~/platform/locales";

const english = new Intl.DisplayNames("en", { type: "language" });

/** The language of ours that somebody's own words name ("Polish", "polski", "pl"), or null. */
export function localeNamed(words: string | null): Locale | null {
  const said = (words ?? "").trim().toLowerCase();
  const found = LOCALES.find(({ code, name }) =>
    [code, name.toLowerCase(), english.of(code)?.toLowerCase()].includes(said),
  );
  return found?.code ?? null;
}
