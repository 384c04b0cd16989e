import { useTranslation } from "react-i18next";

/** The few words that the furniture itself says, in English; locale files may translate them under `ui`. */
export const englishWords = {
  back: "Back",
  breadcrumb: "Breadcrumb",
  day: "Day",
  error: "Error",
  errorTitle: "There is a problem",
  important: "Important",
  language: "Language",
  maxCharacters: "You can enter up to {{count}} characters",
  maxWords: "You can enter up to {{count}} words",
  month: "Month",
  next: "Next",
  page: "Page {{number}}",
  pageWord: "page",
  pagination: "Pages",
  previous: "Previous",
  removeFilter: "Remove this filter",
  success: "Success",
  warning: "Warning",
  year: "Year",
} as const;

export type UiWord = keyof typeof englishWords;

/** Gives `word(name, values)`: the furniture's own word in the page's language, English where there is none. */
export function useWords(): (name: UiWord, values?: Record<string, number>) => string {
  const { t } = useTranslation();
  return (name, values = {}) =>
    Object.entries(values).reduce(
      (text, [key, value]) => text.replace(`{{${key}}}`, String(value)),
      t(`ui.${name}`, { ...values, defaultValue: englishWords[name] }),
    );
}
