import { existsSync } from "node:fs";
import path from "node:path";
import { type Check, textOf } from "./source";

/** Sections of en.json that no resident's journey shows, and that other languages may leave to English. */
const englishOnly: readonly string[] = [];

const others = ["pt", "es", "so", "pl", "ar"];
const statuses = ["machine draft", "checked by a person"];
const pluralEnding = /_(zero|one|two|few|many|other)$/;

type Strings = Map<string, string>;

function flatten(value: unknown, key = ""): [string, string][] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value !== "object" || value === null) return [[key, ""]];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key === "" ? name : `${key}.${name}`),
  );
}

/** The plural forms that a language has, and those that numbers up to 200 take. */
function formsOf(locale: string): { all: readonly string[]; usual: ReadonlySet<string> } {
  const rules = new Intl.PluralRules(locale);
  const usual = new Set(Array.from({ length: 201 }, (_, n) => rules.select(n) as string));
  return { all: rules.resolvedOptions().pluralCategories, usual };
}

interface Wanted {
  english: string;
  required: boolean;
}

/** What a language may say for the English strings, by key; plural forms differ from language to language. */
function wantedIn(locale: string, english: Strings): Map<string, Wanted> {
  const { all, usual } = formsOf(locale);
  const wanted = new Map<string, Wanted>();
  for (const [key, text] of english) {
    const stem = key.replace(pluralEnding, "");
    const other = english.get(`${stem}_other`);
    const inJourney = key !== "_status" && !englishOnly.includes(key.split(".")[0] ?? "");
    if (stem === key || other === undefined) wanted.set(key, { english: text, required: inJourney });
    else {
      // i18next says `_zero` for nothing at all in every language, where the English has it.
      const forms = english.has(`${stem}_zero`) ? new Set([...all, "zero"]) : all;
      for (const form of forms) {
        wanted.set(`${stem}_${form}`, { english: other, required: inJourney && usual.has(form) });
      }
    }
  }
  return wanted;
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort();

function samePlaceholders(key: string, theirs: string, ours: string): boolean {
  const wanted = placeholders(ours);
  const found = placeholders(theirs);
  // "One place left" and "two places left" may say their number in words.
  const free = pluralEnding.test(key) && !/_(few|many|other)$/.test(key) ? ["{{count}}"] : [];
  const strict = (list: string[]) => list.filter((one) => !free.includes(one)).join();
  return strict(wanted) === strict(found);
}

function checkLocale(file: string, locale: string, strings: Strings, english: Strings): string[] {
  const wanted = wantedIn(locale, english);
  const missing = [...wanted]
    .filter(([key, { required }]) => required && !strings.has(key))
    .map(([key]) => key);
  const extra = [...strings.keys()].filter((key) => key !== "_status" && !wanted.has(key));
  const different = [...strings].filter(([key, text]) => {
    const ours = wanted.get(key);
    return ours !== undefined && !samePlaceholders(key, text, ours.english);
  });
  return [
    ...missing.map((key) => `${file} Translate ${key}: the resident journey shows it.`),
    ...extra.map((key) => `${file} Take ${key} out, or add it to en.json first.`),
    ...different.map(([key]) => `${file} Use in ${key} the same {{placeholders}} as en.json.`),
  ];
}

function checkOwn(file: string, strings: Strings): string[] {
  const empty = [...strings].filter(([, text]) => text.trim() === "");
  return [
    ...empty.map(([key]) => `${file} Write the words for ${key}: it is empty.`),
    ...(statuses.includes(strings.get("_status") ?? "")
      ? []
      : [`${file} Set "_status" to "machine draft" or "checked by a person".`]),
  ];
}

/** Every language says the whole resident journey, with the same placeholders, and says who has checked it. */
export const locales: Check = (root) => {
  const folder = "content/locales";
  if (!existsSync(path.join(root, folder, "en.json"))) return [];
  const read = (locale: string): Strings =>
    new Map(flatten(JSON.parse(textOf(root, `${folder}/${locale}.json`))));
  const english = read("en");
  return [
    ...checkOwn(`${folder}/en.json`, english),
    ...others.flatMap((locale) => {
      const file = `${folder}/${locale}.json`;
      if (!existsSync(path.join(root, file)))
        return [`${file} Add this language: the language switch offers it.`];
      const strings = read(locale);
      return [...checkOwn(file, strings), ...checkLocale(file, locale, strings, english)];
    }),
  ];
};
