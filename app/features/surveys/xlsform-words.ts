import { isLocale } from "~/platform/locales";
import type { Cell, Report } from "./import-report";
import type { Named } from "./xlsform-rules";
import { codeOf, type FormRow, type FormSheets } from "./xlsform-sheets";

/** Takes the words of cells: in English for the question itself, in other languages as translations. */
export type FormWords = {
  /** The English words under a heading; "" where there are none. Its translations go under `key`. */
  take: (row: FormRow, heading: "label" | "hint", options: TakeOptions) => string;
  translations: Record<string, Record<string, string>>;
};

type TakeOptions = { key: string; most: number; repeats?: boolean };

const REPEATED = /\$\{\s*([^{}\s]+)\s*\}/g;
const TAG = /<\/?[a-z][^<>]*>/gi;

/** The heading under which English stands, or what stands for it: without a language, the form's own, the first. */
function englishFirst({ settings, languages }: FormSheets): string[] {
  const own = settings[0]?.cells.get("default_language")?.value;
  const english = languages.filter((one) => codeOf(one) === "en");
  return [...new Set([...english, "", ...(own ? [own] : []), ...languages])];
}

/** What is done with the words of one form. `names` are its questions, once all are known. */
export function wordsOf(form: FormSheets, names: ReadonlyMap<string, Named>, report: Report): FormWords {
  const order = englishFirst(form);
  const translations: FormWords["translations"] = {};

  function cleaned(cell: Cell, { most, repeats = false }: TakeOptions): { text: string; changes: string[] } {
    const changes: string[] = [];
    const plain = cell.value
      .replace(TAG, "")
      .replace(/\*\*([^*\n]+)\*\*/g, "$1")
      .replace(/^#{1,6}\s+/gm, "");
    if (plain !== cell.value) changes.push("Signs of layout are taken out.");
    const apart = plain.replace(/\{\{/g, "{ {");
    if (apart !== plain) changes.push("Two brackets stand apart.");
    const repeated = apart.replace(REPEATED, (whole, name: string) => {
      const key = repeats ? names.get(name)?.key : null;
      if (key) return `{{${key}}}`;
      changes.push(`“${whole.slice(0, 60)}” stays as it is: that answer can’t be repeated here.`);
      return whole;
    });
    const text = repeated.trim();
    if (text.length <= most) return { text, changes };
    changes.push(`Cut to ${most} characters.`);
    return {
      text: `${text
        .slice(0, most - 1)
        .replace(/\{\{[^{}]*$/, "")
        .trimEnd()}…`,
      changes,
    };
  }

  function translate(cell: Cell, language: string, options: TakeOptions): void {
    const code = codeOf(language);
    if (!code || !isLocale(code)) {
      report.note(cell, "left", `This site has no pages in “${language}”.`);
    } else if (code === "en" || translations[code]?.[options.key] !== undefined) {
      report.note(cell, "left", "Other words in the same language are taken already.");
    } else {
      const { text, changes } = cleaned(cell, options);
      if (text) translations[code] = { ...translations[code], [options.key]: text };
      report.note(cell, changes.length > 0 ? "changed" : "taken", changes.join(" "));
    }
  }

  return {
    translations,
    take(row, heading, options) {
      const at = (language: string) => row.cells.get(language ? `${heading}::${language}` : heading);
      const first = order.find((language) => at(language));
      const cell = first === undefined ? undefined : at(first);
      let english = "";
      if (cell && first !== undefined) {
        const { text, changes } = cleaned(cell, options);
        const code = codeOf(first);
        if (first !== "" && code !== "en") {
          changes.push("It stands where the English words belong, for there are none.");
          if (code && isLocale(code)) translations[code] = { ...translations[code], [options.key]: text };
        }
        report.note(cell, changes.length > 0 ? "changed" : "taken", changes.join(" "));
        english = text;
      }
      for (const language of order) {
        const other = language === first ? undefined : at(language);
        if (!other) continue;
        if (language !== "") translate(other, language, options);
        else if (other.value === cell?.value) report.note(other, "taken");
        else report.note(other, "left", "The English words beside it are taken.");
      }
      return english;
    },
  };
}
