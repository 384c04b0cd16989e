import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { directionOf, isLocale, LOCALE_CODES, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import { type PaperBlock, type PaperSize, paperOf, paperPages, type Say } from "./paper";
import { getVersion, type SurveyRow } from "./read.server";
import { shownSurvey } from "./shown";
import type { Worded } from "./texts";

/** A form as it is printed: all its words in one language, page by page. */
export type PrintedForm = {
  locale: Locale;
  dir: "ltr" | "rtl";
  size: PaperSize;
  title: Worded;
  /** What stands above the questions, in paragraphs. */
  intro: Worded[];
  /** How answers are kept: its heading, and what follows. */
  kept: { title: string; text: string };
  how: string[];
  back: { by: string; address: string; ring: string };
  /** Lines for who answers, where the survey asks. */
  who: string[];
  code: string;
  /** Asks whether words may be published, where the survey asks that. */
  quote: { title: string; hint: string; box: string } | null;
  end: string;
  whatNext: Worded;
  /** "Page 1 of 2", for each page. */
  places: string[];
  day: { day: string; month: string; year: string };
  preferNot: string;
  pages: PaperBlock[][];
};

/** A version of a survey as a form on paper, in a language and a size. */
export async function getForm(
  ctx: Ctx,
  survey: SurveyRow,
  { version, locale, size }: { version: number; locale: string; size: PaperSize },
): Promise<PrintedForm> {
  const own: Locale = isLocale(locale) ? locale : "en";
  const t = translator(own);
  const say: Say = (key, words) => t(key, words ?? {});
  const { questionnaire } = await getVersion(ctx, survey.id, version);
  const said = shownSurvey(survey, questionnaire, own);
  const { contacts, council } = await getBorough(ctx);
  const intro = [said.summary, ...paragraphs(said.purpose), ...paragraphs(said.intro)];
  const kept = {
    title: t(`surveys.kept.${survey.anonymity}.title`),
    text: t(`surveys.kept.${survey.anonymity}.text`),
  };
  const how = [t("surveys.paper.how"), t("surveys.paper.mistake")];
  const back = {
    by: t("surveys.paper.back", { day: longDay(survey.closesAt, own) }),
    address: `${council}, ${contacts.address}`,
    ring: t("surveys.paper.ring", { phone: contacts.phone }),
  };
  const who = survey.anonymity === "linked" ? [t("surveys.who.name"), t("surveys.who.email")] : [];
  const code = t("surveys.paper.code");
  const quote = survey.asksToQuote
    ? {
        title: t("surveys.check.quote"),
        hint: t("surveys.check.quoteHint"),
        box: t("surveys.check.mayQuote"),
      }
    : null;
  const pages = paperPages(paperOf(questionnaire, own, say), size, {
    title: said.title.text,
    paragraphs: [...intro.map(({ text }) => text), `${kept.title}. ${kept.text} ${code}`, how.join(" ")],
    back: `${back.by} ${back.address}. ${back.ring}`,
    who: who.length,
    foot: [...Object.values(quote ?? {}), `${t("surveys.paper.end")} ${said.whatNext.text}`],
  });
  return {
    locale: own,
    dir: directionOf(own),
    size,
    title: said.title,
    intro,
    kept,
    how,
    back,
    who,
    code,
    quote,
    end: t("surveys.paper.end"),
    whatNext: said.whatNext,
    places: pages.map((_, at) => t("surveys.paper.page", { n: at + 1, of: pages.length })),
    day: { day: t("ui.day"), month: t("ui.month"), year: t("ui.year") },
    preferNot: t("surveys.preferNot"),
    pages,
  };
}

const paragraphs = ({ text, english }: Worded): Worded[] =>
  text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((one) => ({ text: one, english }));

/** The languages in which a version can be printed: English, and those that its texts are translated into. */
export async function listFormLocales(ctx: Ctx, survey: SurveyRow, version: number): Promise<Locale[]> {
  const { questionnaire } = await getVersion(ctx, survey.id, version);
  return LOCALE_CODES.filter(
    (code) => code === "en" || Object.keys(questionnaire.translations[code] ?? {}).length > 0,
  );
}
