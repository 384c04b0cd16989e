// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name other questions so
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import writeExcel from "write-excel-file/node";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { faultsOf } from "~/features/surveys/faults";
import { importQuestionnaire } from "~/features/surveys/import-questionnaire.server";
import { type Finding, linesOf } from "~/features/surveys/import-report";
import { readJson, writeJson } from "~/features/surveys/questionnaire-json";
import { TEMPLATES } from "~/features/surveys/templates";
import { textsOf } from "~/features/surveys/texts";
import { readLimits, readMost } from "~/features/surveys/xlsform-rules";
import { anyQuestionnaire, hallQuestions } from "../../support/surveys";
import { asValues, asWorkbook, FORMS, type Form } from "../../support/xlsforms";

async function taken(file: Uint8Array) {
  const read = await importQuestionnaire(file);
  if (!read.ok) throw new Error(read.wrong.join(" "));
  return read;
}
const form = async (name: string) => taken(await asWorkbook(FORMS[name] ?? {}));
const question = (read: { questionnaire: Questionnaire }, key: string) => {
  const found = read.questionnaire.questions.find((one) => one.key === key);
  if (!found) throw new Error(`no question ${key}: ${read.questionnaire.questions.map((one) => one.key)}`);
  return found;
};
/** What the report says of a cell. */
function said(read: { findings: Finding[] }, sheet: string, row: number, column: string): string {
  const found = read.findings.filter(
    (one) => one.sheet === sheet && one.row === row && one.column === column,
  );
  expect(found).toHaveLength(1);
  return `${found[0]?.outcome}: ${found[0]?.text}`;
}
const filled = (sheets: Form) =>
  Object.entries(sheets).flatMap(([sheet, rows]) =>
    rows.flatMap((row, at) =>
      row.flatMap((value) =>
        value === null || value === "" ? [] : [`${sheet} ${at + 1} ${String(value).trim()}`],
      ),
    ),
  );

describe("every cell of a form that is not empty", () => {
  test.each(Object.entries(FORMS))("is in the report once: %s", async (_, sheets) => {
    for (const file of [await asWorkbook(sheets), asValues(sheets)]) {
      const { findings } = await taken(file);
      // In one file of values the sheets stand below each other, so rows count on.
      const isWorkbook = file[0] === 0x50;
      const named = findings.map(({ sheet, row, value }) =>
        isWorkbook ? `${sheet} ${row} ${value}` : value,
      );
      const cells = isWorkbook ? filled(sheets) : filled(sheets).map((one) => one.replace(/^\S+ \d+ /, ""));
      expect(named.sort()).toEqual(cells.sort());
      for (const { outcome, text } of findings) if (outcome !== "taken") expect(text).not.toBe("");
    }
  });

  test.each(Object.entries(FORMS))(
    "says the truth: words that were taken are there: %s",
    async (_, sheets) => {
      const { findings, questionnaire } = await taken(await asWorkbook(sheets));
      const words = [
        ...textsOf(questionnaire).map(({ text }) => text),
        ...Object.values(questionnaire.translations).flatMap((texts) => Object.values(texts)),
      ];
      for (const { outcome, column, value, row } of findings) {
        if (
          outcome === "taken" &&
          row > 1 &&
          /^(label|hint|caption)/.test(column) &&
          !value.includes("${") &&
          !/^(label|hint|caption)/i.test(value)
        ) {
          expect(words).toContain(value);
        }
      }
      // And what was not taken of them is nowhere.
      const left = findings.filter(
        ({ outcome, column }) => outcome === "left" && /^(label|hint)/.test(column),
      );
      for (const { value } of left) {
        const elsewhere = findings.some((one) => one.value === value && one.outcome !== "left");
        if (!elsewhere) expect(words).not.toContain(value);
      }
    },
  );

  test("gives lines that people can read, cells of a row together", async () => {
    const { findings } = await form("every kind of question");
    const lines = linesOf(findings);
    expect(lines.length).toBeLessThan(findings.length);
    expect(lines).toContainEqual({
      place: "survey, row 13",
      what: "type: acknowledge",
      outcome: "changed",
      text: "It becomes one box to tick.",
    });
  });
});

describe("an XLSForm", () => {
  test("gives questions of every kind", async () => {
    const read = await form("every kind of question");
    expect(read.title).toBe("Getting to the clinic");
    expect(read.questionnaire.questions.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "hello information",
      "street short_text",
      "story long_text",
      "age number",
      "miles number",
      "rate scale",
      "spent number",
      "when date",
      "again single",
      "ways multiple",
      "best rank",
      "agree multiple",
    ]);
    expect(question(read, "hello")).toMatchObject({ title: "Welcome", hint: "Thank you for your time." });
    expect(question(read, "age")).toMatchObject({
      required: true,
      hint: "In years",
      number: { whole: true },
    });
    expect(question(read, "miles").number).toMatchObject({ whole: false });
    expect(question(read, "rate").scale).toMatchObject({ from: 1, to: 5 });
    expect(question(read, "spent").number).toMatchObject({ least: 0, most: 100 });
    expect(question(read, "again").required).toBe(true);
    expect(question(read, "ways").options).toEqual([
      { key: "bus", label: "By bus" },
      { key: "foot", label: "On foot" },
      { key: "car", label: "By car" },
    ]);
    expect(said(read, "survey", 10, "appearance")).toContain("changed: The site lays answers out itself");
    expect(said(read, "settings", 2, "version")).toBe("left: The site has its own settings.");
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("gives translations in the languages that are offered, and says which are not", async () => {
    const read = await form("languages, some of which are not offered");
    expect(question(read, "hall")).toMatchObject({ title: "Do you use the hall?", hint: "Any room" });
    expect(read.questionnaire.translations).toEqual({
      pl: {
        "q.hall.title": "Czy korzystasz z sali?",
        "q.hall.hint": "Dowolny pokój",
        "q.hall.o.yes": "Tak",
        "q.hall.o.no": "Nie",
        "q.why.title": "Dlaczego?",
      },
    });
    expect(said(read, "survey", 2, "label::Yoruba (yo)")).toBe(
      "left: This site has no pages in “Yoruba (yo)”.",
    );
    expect(said(read, "survey", 1, "label::Polski (pl)")).toContain("taken");
    const spanish = await form("no English at all");
    expect(question(spanish, "calle").title).toBe("¿En qué calle vive?");
    expect(spanish.questionnaire.translations.es).toEqual({ "q.calle.title": "¿En qué calle vive?" });
    expect(said(spanish, "survey", 2, "label::Español (es)")).toContain(
      "changed: It stands where the English",
    );
  });

  test("gives rules and limits where they say the same, and says where they don't", async () => {
    const read = await form("conditions of many shapes");
    const rule = (key: string) => question(read, key).showWhen;
    expect(rule("days")).toEqual({
      match: "all",
      conditions: [{ question: "use", is: "any_of", values: ["yes"] }],
    });
    expect(question(read, "days").most).toBe(2);
    expect(rule("hours")).toEqual({
      match: "all",
      conditions: [
        { question: "use", is: "any_of", values: ["yes"] },
        { question: "days", is: "none_of", values: ["sun"] },
      ],
    });
    expect(question(read, "hours").number).toMatchObject({ least: 0, most: 24 });
    expect(rule("long")).toEqual({
      match: "any",
      conditions: [
        { question: "hours", is: "at_least", values: ["5"] },
        { question: "hours", is: "any_of", values: ["3"] },
      ],
    });
    expect(rule("short")?.conditions).toEqual([{ question: "hours", is: "at_most", values: ["4"] }]);
    expect(rule("weekend")).toEqual({
      match: "any",
      conditions: [{ question: "days", is: "any_of", values: ["sat", "sun"] }],
    });
    expect(rule("never")?.conditions).toEqual([
      { question: "use", is: "none_of", values: ["yes"] },
      { question: "use", is: "answered", values: [] },
    ]);
    expect([rule("mixed"), rule("sums"), rule("unasked")]).toEqual([null, null, null]);
    expect(said(read, "survey", 9, "relevant")).toContain("left: It mixes “and” with “or”");
    expect(said(read, "survey", 10, "relevant")).toContain("left: “*");
    expect(said(read, "survey", 11, "relevant")).toContain(
      "left: It asks about “nobody”, which was not taken.",
    );
    expect(said(read, "survey", 6, "constraint")).toContain("left: Only numbers");
    expect(said(read, "survey", 3, "constraint_message")).toContain("left: The site has its own words");
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("gives parts, one to a page where the form says so, and takes what waits to another page", async () => {
    const read = await form("groups in groups");
    expect(read.questionnaire.sections).toMatchObject([
      { key: "home", title: "Your home", showWhen: null },
      {
        key: "garden",
        title: "Your garden",
        showWhen: { conditions: [{ question: "own", values: ["yes"] }] },
      },
    ]);
    expect(
      read.questionnaire.questions.map(({ key, section, withPrevious }) => [key, section, withPrevious]),
    ).toEqual([
      ["own", "home", false],
      ["rooms", "home", true],
      ["landlord", "home", false],
      ["street", null, false],
      ["grow", "garden", false],
    ]);
    expect(question(read, "landlord").showWhen?.conditions).toEqual([
      { question: "own", is: "any_of", values: ["no"] },
    ]);
    expect(said(read, "survey", 6, "type")).toContain("changed: It begins a new page");
    expect(said(read, "survey", 5, "label")).toContain("left: A part can’t hold another part");
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("gives grids", async () => {
    const read = await form("grids in both ways of writing them");
    expect(read.questionnaire.questions.map(({ key, kind, title }) => [key, kind, title])).toEqual([
      ["tables", "grid", "How far do you agree?"],
      ["services_label", "grid", "These services work well"],
      ["more", "short_text", "What else?"],
      ["unsafe", "short_text", "What would help?"],
    ]);
    expect(question(read, "tables")).toMatchObject({
      required: true,
      rows: [
        { key: "safe", label: "I feel safe here" },
        { key: "heard", label: "I feel heard here" },
      ],
      options: [
        { key: "answer_1", label: "Agree" },
        { key: "answer_2", label: "Neither" },
        { key: "answer_3", label: "Disagree" },
      ],
    });
    expect(question(read, "services_label").required).toBe(false);
    expect(said(read, "survey", 9, "required")).toContain("left: A grid has to be answered whole");
    expect(faultsOf(read.questionnaire)).toEqual([]);
    const sheets = structuredClone(FORMS["grids in both ways of writing them"] ?? {});
    sheets.survey?.[0]?.push("relevant");
    sheets.survey?.at(-1)?.push("${safe} = '3'");
    const asked = await taken(await asWorkbook(sheets));
    expect(question(asked, "unsafe").showWhen?.conditions).toEqual([
      { question: "tables-safe", is: "any_of", values: ["answer_3"] },
    ]);
    expect(faultsOf(asked.questionnaire)).toEqual([]);
  });

  test("gives “other” and “prefer not to say” the places that they have here", async () => {
    const read = await form("other answers");
    expect(question(read, "way")).toMatchObject({ other: true, options: [{ key: "bus" }, { key: "foot" }] });
    expect(question(read, "needs")).toMatchObject({
      other: true,
      preferNot: true,
      options: [{ key: "ramp" }],
    });
    expect(question(read, "first").showWhen?.conditions).toEqual([
      { question: "way", is: "any_of", values: ["other"] },
    ]);
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("repeats earlier answers where that can be, and nothing else", async () => {
    const read = await form("earlier answers repeated");
    expect(question(read, "like")).toMatchObject({
      title: "What do you like about {{town}}?",
      hint: "Not about { {templates}}",
    });
    expect(question(read, "bye").title).toBe("Greetings to {{town}} and ${village}");
    expect(said(read, "survey", 4, "label")).toContain("“${village}” stays as it is");
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("says of what it can't ask why", async () => {
    const read = await form("what can't be asked here");
    expect(read.questionnaire.questions.map(({ key }) => key)).toEqual(["word"]);
    expect(said(read, "survey", 2, "type")).toContain("could tell who answered or when");
    expect(said(read, "survey", 4, "calculation")).toContain("left: Nothing is worked out");
    expect(said(read, "survey", 5, "label")).toContain("left: “geopoint” can’t be asked here.");
    expect(said(read, "survey", 8, "label")).toContain("left: It stands in a part that is asked again");
    expect(said(read, "survey", 11, "label")).toContain("left: The list “ghosts” is not in the sheet");
    expect(said(read, "survey", 12, "choice_filter")).toContain("left: Every answer of a list is offered");
    expect(said(read, "survey", 12, "image")).toContain("left: Pictures");
    expect(said(read, "survey", 13, "type")).toContain("left: No group has begun");
    expect(said(read, "choices", 2, "label")).toContain("left: No question that was taken uses this list.");
    expect(said(read, "entities", 2, "dataset")).toContain("left: Only the sheets");
  });

  test("gives keys that keys can be, each once", async () => {
    const read = await form("names that can't be keys");
    expect(read.questionnaire.questions.map(({ key }) => key)).toEqual([
      "street_name",
      "check_2",
      "same",
      "same_2",
      "question_1st",
      "question",
      "a_name_that_is_much_longer_than_fort",
      "n",
    ]);
    expect(question(read, "n").options.map(({ key }) => key)).toEqual(["answer_1", "answer_1_2", "answer"]);
    expect(said(read, "survey", 2, "name")).toBe("changed: Its key is “street_name” here.");
    expect(faultsOf(read.questionnaire)).toEqual([]);
  });

  test("leaves out signs of layout, and what is longer than a question", async () => {
    const read = await form("signs of layout, and what looks like a page");
    expect(question(read, "bold")).toMatchObject({ title: "Why is it late?", hint: "alert(1)" });
    expect(question(read, "less")).toMatchObject({
      title: "Are you < 18 & > 12?",
      hint: "Small print",
      showWhen: null,
    });
    expect(question(read, "long").title).toHaveLength(500);
    expect(said(read, "survey", 4, "label")).toContain("changed: Cut to 500 characters.");
    expect(said(read, "survey", 3, "relevant")).toContain("left:");
  });

  test("with headings in other words is read the same", async () => {
    const read = await form("headings in capitals, in other words, with empty rows");
    expect(read.questionnaire.questions).toMatchObject([
      { key: "open", kind: "single", options: [{ key: "yes" }, { key: "no" }] },
      { key: "t", kind: "short_text", section: "g" },
    ]);
  });

  test("reads limits and nothing that only looks like them", () => {
    expect(readLimits(". > 0 and . < 10", true)).toEqual({ ok: true, value: { least: 1, most: 9 } });
    expect(readLimits("(.>=0.5)", false)).toEqual({ ok: true, value: { least: 0.5, most: null } });
    for (const wrong of [". > 0.5", ". >= 0 or . <= 5", ". >= ${a}", "", ". >= 0 and", "true()", ". = 5"]) {
      expect({ wrong, ok: readLimits(wrong, true).ok }).toEqual({ wrong, ok: wrong === "" });
    }
    expect(readMost("count-selected(.) < 4")).toBe(3);
    expect(readMost("count-selected(.) >= 4")).toBeNull();
  });
});

describe("a file that is no form", () => {
  const wrong = async (file: Uint8Array) => {
    const read = await importQuestionnaire(file);
    return read.ok ? "taken" : read.wrong.join(" ");
  };
  const text = (words: string) => new TextEncoder().encode(words);

  test("is told in a sentence what it is not", async () => {
    expect(await wrong(new Uint8Array())).toContain("neither a workbook");
    expect(await wrong(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toContain("neither a workbook");
    expect(await wrong(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain("old kind (.xls)");
    expect(await wrong(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toContain(
      "no workbook that can be read",
    );
    expect(await wrong(zipSync({ "letter.xml": text("<letter/>") }))).toContain(
      "no workbook that can be read",
    );
    expect(await wrong(text("Dear all,\nplease find attached"))).toContain("no column “type”");
    expect(await wrong(text('type,label\n"text,"broken"'))).toContain("quotation mark");
    expect(await wrong(await asWorkbook({ Sheet1: [["a", "b"]] }))).toContain("no sheet “survey”");
    expect(await wrong(await asWorkbook({ survey: [["name", "label"]] }))).toContain("no column “type”");
    expect(await wrong(await asWorkbook({ survey: [["type"]], SURVEY: [["type"]] }))).toContain("Two sheets");
    const wide = Array.from({ length: 120 }, () => Array.from({ length: 200 }, () => "x"));
    expect(await wrong(await asWorkbook({ survey: [["type"], ...wide] }))).toContain("cells that are filled");
    const many = Array.from({ length: 5000 }, (_, n) => ["text", `q${n}`, `Question ${n}`]);
    expect(await wrong(await asWorkbook({ survey: [["type", "name", "label"], ...many] }))).toContain(
      "5001 rows",
    );
  });

  test("with more than a survey holds gives what fits, and names the rest", async () => {
    const many = Array.from({ length: 130 }, (_, n) => ["text", `q${n}`, `Question ${n}`]);
    const read = await taken(await asWorkbook({ survey: [["type", "name", "label"], ...many] }));
    expect(read.questionnaire.questions).toHaveLength(100);
    expect(
      read.findings.filter(({ outcome, column }) => outcome === "left" && column === "label"),
    ).toHaveLength(30);
  });

  test("made to fill the memory ends nothing but its own reading", async () => {
    const book = (sheet: string, shared = "") =>
      zipSync({
        "[Content_Types].xml": text("<Types/>"),
        "xl/_rels/workbook.xml.rels": text(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        "xl/workbook.xml": text(
          '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="survey" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        "xl/sharedStrings.xml": text(`<sst>${shared}</sst>`),
        "xl/worksheets/sheet1.xml": text(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      });
    const cell = (place: string, words: string) =>
      `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const good = book(
      `<row r="1">${cell("A1", "type")}${cell("B1", "label")}</row><row r="2">${cell("A2", "text")}${cell("B2", "Why?")}</row>`,
    );
    expect((await taken(good)).questionnaire.questions).toMatchObject([{ title: "Why?" }]);
    const far = book(
      `<row r="1">${cell("A1", "type")}</row><row r="1048576">${cell("XFD1048576", "x")}</row>`,
    );
    expect(await wrong(far)).toContain("far more than a survey");
    const hidden = book(
      `<row r="1">${cell("A1", "type")}</row><row r="&#49;048576">${cell("XFD&#49;048576", "x")}</row>`,
    );
    expect(await wrong(hidden)).toContain("workbook");
    const bomb = book(`<row r="1">${cell("A1", "a".repeat(40_000_000))}</row>`);
    expect(bomb.length).toBeLessThan(262_144);
    expect(await wrong(bomb)).toContain("far more than a survey");
    // One whose cells all share the same long words.
    const sharing = Array.from(
      { length: 900 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
    );
    const shared = book(sharing.join(""), `<si><t>${"a".repeat(9_000_000)}</t></si>`);
    expect(await wrong(shared)).toContain("far more than a survey");
    // One that lies about how much it unpacks to.
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf("PK\u0001\u0002"); at >= 0; at = lying.indexOf("PK\u0001\u0002", at + 4)) {
      lying.writeUInt32LE(600, at + 24);
    }
    expect(await wrong(lying)).toContain("workbook");
  }, 60_000);

  test("whose cells are worked out says so", async () => {
    const file = await writeExcel([
      {
        sheet: "survey",
        data: [
          [{ value: "type" }, { value: "label" }],
          [{ value: "text" }, { type: "Formula", value: 'CONCATENATE("Why","?")' }],
        ],
      },
    ] as never).toBuffer();
    const read = await taken(new Uint8Array(file));
    expect(read.remarks).toEqual([expect.stringContaining("worked out")]);
  });
});

describe("the product's own file", () => {
  test("comes back byte by byte, whatever is asked", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (drawn) => {
        const written = writeJson({ ...drawn, translations: { pl: { "q.q0.title": "Pytanie" } } });
        const read = readJson(written);
        if (!read.ok) throw new Error(read.wrong.join(" "));
        expect(writeJson(read.questionnaire)).toBe(written);
        expect(read.findings.every(({ outcome }) => outcome === "taken")).toBe(true);
      }),
      { numRuns: 60 },
    );
    for (const { questionnaire } of TEMPLATES) {
      const read = readJson(writeJson(questionnaire));
      expect(read.ok && read.questionnaire).toEqual(questionnaire);
    }
  });

  test("says where it is wrong, and names what it does not know", async () => {
    const draft = { form: 1, sections: [], questions: hallQuestions, translations: {} };
    const wrong = (change: object) => {
      const read = readJson(JSON.stringify({ ...draft, ...change }));
      return read.ok ? [] : read.wrong;
    };
    expect(wrong({ form: 2 })[0]).toContain("form");
    expect(wrong({ questions: [{ key: "a", kind: "riddle", title: "?" }] })[0]).toContain(
      "questions 1, kind",
    );
    expect(wrong({ questions: [hallQuestions[0], hallQuestions[0]] })[0]).toContain(
      "Two questions have the key",
    );
    expect(wrong({ questions: [{ ...hallQuestions[0], key: "../../x" }] })[0]).toContain("can't be a key");
    expect(readJson("{ no")).toMatchObject({ wrong: [expect.stringContaining("can’t be read")] });
    const read = await importQuestionnaire(
      new TextEncoder().encode(
        JSON.stringify({ ...draft, colour: "red", questions: [{ ...hallQuestions[0], weight: 3 }] }),
      ),
    );
    expect(read.ok && read.findings.filter(({ outcome }) => outcome === "left")).toMatchObject([
      { sheet: "questions 1", column: "weight", value: "3" },
      { sheet: "The whole file", column: "colour" },
    ]);
  });
});
