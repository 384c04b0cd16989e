import type { Ctx, Refusal } from "~/platform/context.server";
import { isLocale } from "~/platform/locales";
import { editQuestions } from "./edit-questions.server";
import { findForStaff } from "./read-staff.server";
import { type ReadTranslations, readTranslations, type Said, saidIn } from "./translations";

/** What a translator's file would change, and what would still be missing then. */
export type TranslationsPlan = Omit<ReadTranslations, "texts"> & Said;

type Input = { slug: string; locale: string; text: string };
type Planned =
  | { ok: true; plan: TranslationsPlan; texts: Record<string, string> }
  | Refusal<"missing" | "invalid">;

const wrongLanguage = { language: ["Choose a language from the list"] };

/** Reads a translator's file for a survey and says what it would change. Changes nothing. */
export async function planTranslations(ctx: Ctx, { slug, locale, text }: Input): Promise<Planned> {
  const seen = await findForStaff(ctx, slug);
  if (!seen) return { ok: false, reason: "missing" };
  if (!isLocale(locale) || locale === "en") return { ok: false, reason: "invalid", fields: wrongLanguage };
  const { survey } = seen;
  const read = readTranslations(text, survey, survey.draft, locale);
  if ("wrong" in read) return { ok: false, reason: "invalid", fields: { file: [read.wrong] } };
  const { texts, ...rest } = read;
  const after = { ...survey.draft, translations: { ...survey.draft.translations, [locale]: texts } };
  return { ok: true, plan: { ...rest, ...saidIn(survey, after, locale) }, texts };
}

/** Takes a translator's file into the draft; what people read changes with the next version. */
export async function importTranslations(ctx: Ctx, input: Input) {
  const planned = await planTranslations(ctx, input);
  if (!planned.ok) return planned;
  return editQuestions(ctx, {
    slug: input.slug,
    edit: (draft) => ({
      ...draft,
      translations: { ...draft.translations, [input.locale]: planned.texts },
    }),
  });
}
