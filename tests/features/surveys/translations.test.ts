import { beforeAll, describe, expect, test } from "vitest";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { editQuestions, replacedBy } from "~/features/surveys/edit-questions.server";
import { exportQuestionnaire } from "~/features/surveys/export-questionnaire.server";
import { importTranslations, planTranslations } from "~/features/surveys/import-translations.server";
import { EMPTY, newQuestion } from "~/features/surveys/questionnaire";
import { readJson } from "~/features/surveys/questionnaire-json";
import { findSurveyRow } from "~/features/surveys/read.server";
import { readTranslations, saidIn, writeTranslations } from "~/features/surveys/translations";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone } from "../../support/factories";
import { aSurvey, hallQuestions } from "../../support/surveys";

const own = {
  title: "The hall",
  summary: "How you use it, and more",
  purpose: "=1+1, as a sum",
  intro: "Anyone\n\ncan answer",
  whoSees: "The team",
  whatNext: "We publish",
};
const draft: Questionnaire = {
  ...EMPTY,
  questions: [
    ...hallQuestions,
    newQuestion("why", "long_text", "Why {{use}}, and {{often|sometimes}}?", { hint: "'Twas so" }),
  ],
  translations: {
    pl: {
      "survey.title": "Sala",
      "survey.purpose": "=1+1, jako suma",
      "q.use.title": 'Czy, "korzystasz"\nz sali?',
      "q.why.title": "Dlaczego {{use}} i {{often|czasem}}?",
    },
  },
};
const lines = (...rows: string[]) => ["key,English,translation,note", ...rows].join("\n");
function read(text: string) {
  const found = readTranslations(text, own, draft, "pl");
  if ("wrong" in found) throw new Error(found.wrong);
  return found;
}

describe("a translator's file", () => {
  test("comes back as it went, and the same again", () => {
    const written = writeTranslations(own, draft, "pl");
    const back = read(written);
    expect(back).toMatchObject({ changed: 0, refused: [], older: [] });
    expect(back.texts).toEqual(draft.translations.pl);
    expect(writeTranslations(own, { ...draft, translations: { pl: back.texts } }, "pl")).toBe(written);
    const empty = writeTranslations(own, draft, "es");
    expect(empty).toContain("q.use.title,Do you use the hall?,,Question 1: the question");
    expect(empty).toContain("q.use.o.yes,yes,,Question 1: answer “yes”");
  });

  test("has no cell that a spreadsheet would work out", () => {
    for (const line of writeTranslations(own, draft, "pl").split("\n")) {
      for (const cell of line.split(",")) expect(cell.replace(/^"/, "")).not.toMatch(/^[=+@]/);
    }
  });

  test("is taken line by line: what is not is said, with the line and why", () => {
    const back = read(
      lines(
        "q.use.o.yes,yes,Tak,",
        "q.nothing.title,Gone?,Nie ma,",
        "q.why.title,Why?,Dlaczego?,",
        "q.why.hint,,{{use}} tak,",
        "q.use.o.yes,yes,Owszem,",
        "survey.title,The hall,,",
        "q.words.title,What was to change?,Co zmienić?,",
        `q.trust.title,,${"x".repeat(2001)},`,
      ),
    );
    expect(back.refused).toEqual([
      { line: 3, key: "q.nothing.title", why: "No text has this key." },
      {
        line: 4,
        key: "q.why.title",
        why: "The English words repeat {{often}} and {{use}}, the translation no answer.",
      },
      { line: 5, key: "q.why.hint", why: "The English words repeat no answer, the translation {{use}}." },
      { line: 6, key: "q.use.o.yes", why: "It stands there twice." },
      { line: 9, key: "q.trust.title", why: "It is longer than 2000 characters." },
    ]);
    expect(back.older).toEqual([{ line: 8, key: "q.words.title" }]);
    expect(back.changed).toBe(3);
    // An empty translation takes one away; what the file does not name stays.
    expect(back.texts).toEqual({
      "survey.purpose": "=1+1, jako suma",
      "q.use.title": draft.translations.pl?.["q.use.title"],
      "q.why.title": draft.translations.pl?.["q.why.title"],
      "q.use.o.yes": "Tak",
      "q.words.title": "Co zmienić?",
    });
  });

  test("that is none is told so, and what is missing is listed", () => {
    for (const text of ["", "a,b\n1,2", 'key,translation\n"open']) {
      expect(readTranslations(text, own, draft, "pl")).toMatchObject({ wrong: expect.any(String) });
    }
    const { all, said, missing } = saidIn(own, draft, "pl");
    expect(said).toBe(4);
    expect(missing).toHaveLength(all - 4);
    expect(missing[0]).toEqual({ key: "survey.summary", text: own.summary, note: "Stands in lists" });
  });
});

describe("through the verbs", () => {
  let ctx: Ctx;
  beforeAll(async () => {
    ctx = await aHouse();
    await aBorough(ctx);
  });

  test("translations come into the draft, and only by those who may", async () => {
    const { slug } = await aSurvey(ctx, { publish: false });
    const text = lines("survey.title,Using the hall,Korzystanie z sali,", "q.use.title,,Czy korzystasz?,");
    const planned = await planTranslations(ctx, { slug, locale: "pl", text });
    expect(planned).toMatchObject({ ok: true, plan: { changed: 2, said: 2 } });
    expect((await findSurveyRow(ctx, { slug }))?.draft.translations).toEqual({});
    expect(await importTranslations(ctx, { slug, locale: "pl", text })).toMatchObject({ ok: true });
    expect((await findSurveyRow(ctx, { slug }))?.draft.translations.pl).toEqual({
      "survey.title": "Korzystanie z sali",
      "q.use.title": "Czy korzystasz?",
    });
    expect(await importTranslations(ctx, { slug, locale: "en", text })).toMatchObject({ reason: "invalid" });
    expect(await importTranslations(asAnyone(ctx), { slug, locale: "pl", text })).toMatchObject({
      ok: false,
    });
  });

  test("questions of a file take the draft's place; what the survey says of itself stays translated", async () => {
    const { slug } = await aSurvey(ctx);
    const edit = (draft: Questionnaire) => ({
      ...draft,
      translations: { pl: { "survey.title": "Sala", "q.use.title": "Czy?" } },
    });
    await editQuestions(ctx, { slug, edit });
    const file = {
      ...EMPTY,
      questions: hallQuestions.slice(2),
      translations: { pl: { "q.words.title": "Co?" } },
    };
    const edited = await editQuestions(ctx, { slug, edit: replacedBy(file) });
    expect(edited.ok && edited.draft).toEqual({
      ...file,
      translations: { pl: { "survey.title": "Sala", "q.words.title": "Co?" } },
    });
    const out = await exportQuestionnaire(ctx, { slug });
    const back = readJson(out?.text ?? "");
    expect(back.ok && back.questionnaire).toEqual(edited.ok && edited.draft);
    const published = await exportQuestionnaire(ctx, { slug, version: "1" });
    expect(published?.name).toBe(`${slug}-version-1.json`);
    const first = readJson(published?.text ?? "");
    expect(first.ok && first.questionnaire.questions).toEqual(hallQuestions);
    expect(await exportQuestionnaire(ctx, { slug, version: "2" })).toBeNull();
    expect(await exportQuestionnaire(asAnyone(ctx), { slug })).toBeNull();
  });
});
