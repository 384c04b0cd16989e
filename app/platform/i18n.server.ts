import { readFileSync } from "node:fs";
import i18next, { type i18n, type ResourceLanguage, type TFunction } from "i18next";
import { LOCALE_CODES, type Locale } from "./locales";

type Strings = ResourceLanguage & { _status: "machine draft" | "checked by a person" };

/** Read once: words change with a deploy, not while the site runs. */
const strings = new Map<Locale, Strings>(
  LOCALE_CODES.map((code) => [
    code,
    JSON.parse(readFileSync(`content/locales/${code}.json`, "utf8")) as Strings,
  ]),
);

const instances = new Map<Locale, i18n>(LOCALE_CODES.map((code) => [code, makeInstance(code)]));

function makeInstance(code: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: code,
    fallbackLng: "en",
    initImmediate: false,
    // React escapes what it renders; mail templates escape for themselves.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {
      en: { translation: strings.get("en") ?? {} },
      [code]: { translation: strings.get(code) ?? {} },
    },
  });
  const t = remembering(instance.t);
  instance.getFixedT = () => t;
  return instance;
}

/** Looks a string that needs no words put into it up once: a page has a hundred of them. */
function remembering(t: TFunction): TFunction {
  const known = new Map<string, string>();
  const look = (key: string, words?: Record<string, unknown>): string => {
    if (words) return t(key, words);
    const string = known.get(key) ?? t(key);
    known.set(key, string);
    return string;
  };
  return look as unknown as TFunction;
}

/** The interface strings of a language, with English where one is missing. */
export function wordsIn(code: Locale): i18n {
  return instances.get(code) ?? makeInstance("en");
}

/** A function that says a string of the interface in a language. */
export function translator(code: Locale): TFunction {
  return wordsIn(code).getFixedT(code);
}

/** True when no person has checked this language's strings yet; pages say so. */
export function isMachineDraft(code: Locale): boolean {
  return strings.get(code)?._status === "machine draft";
}
