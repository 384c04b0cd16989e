// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name other questions so
import writeExcel from "write-excel-file/node";

/** A sheet of a form: rows of cells, the first with the headings. */
export type FormSheet = (string | number | boolean | null)[][];
/** A form by the names of its sheets. */
export type Form = Record<string, FormSheet>;

/** A workbook as a browser would send it. */
export async function asWorkbook(form: Form): Promise<Uint8Array> {
  const sheets = Object.entries(form).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null || value === "" ? null : { value }))),
  }));
  return new Uint8Array(await writeExcel(sheets as never).toBuffer());
}

/** The same form as one file of comma-separated values, as XLSForms are written in it. */
export function asValues(form: Form): Uint8Array {
  const quoted = (value: FormSheet[number][number]) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  const lines = Object.entries(form).flatMap(([sheet, rows]) => [
    quoted(sheet),
    ...rows.map((row) => ["", ...row.map(quoted)].join(",")),
  ]);
  return new TextEncoder().encode(lines.join("\n"));
}

const yesNo: FormSheet = [
  ["yn", "yes", "Yes"],
  ["yn", "no", "No"],
];
const choices = (...rows: FormSheet): FormSheet => [["list_name", "name", "label"], ...rows];

/** Forms as different people write them: each with something that others have not. */
export const FORMS: Record<string, Form> = {
  "every kind of question": {
    survey: [
      ["type", "name", "label", "hint", "required", "appearance", "parameters"],
      ["note", "hello", "Welcome", "Thank you for your time.", "", "", ""],
      ["text", "street", "Which street do you live in?", "", "no", "", ""],
      ["text", "story", "What happened?", "As much as you like.", "", "multiline", ""],
      ["integer", "age", "How old are you?", "In years", "yes", "", ""],
      ["decimal", "miles", "How many miles is it to the clinic?", "", "", "", ""],
      ["range", "rate", "How was it?", "", "", "", "start=1 end=5 step=1"],
      ["range", "spent", "How many pounds did it cost?", "", "", "", "start=0 end=100 step=5"],
      ["date", "when", "When were you there?", "", "", "", ""],
      ["select_one yn", "again", "Would you go again?", "", "true()", "quick", ""],
      ["select_multiple way", "ways", "How did you get there?", "", "", "minimal", ""],
      ["rank way", "best", "Which ways are best?", "", "", "", ""],
      ["acknowledge", "agree", "You may use what I wrote", "", "", "", ""],
    ],
    choices: choices(
      ...yesNo,
      ["way", "bus", "By bus"],
      ["way", "foot", "On foot"],
      ["way", "car", "By car"],
    ),
    settings: [
      ["form_title", "form_id", "version"],
      ["Getting to the clinic", "clinic", 2026],
    ],
  },
  "languages, some of which are not offered": {
    survey: [
      [
        "type",
        "name",
        "label::English (en)",
        "label::Polski (pl)",
        "label::Yoruba (yo)",
        "hint::English (en)",
        "hint::Polski (pl)",
      ],
      [
        "select_one yn",
        "hall",
        "Do you use the hall?",
        "Czy korzystasz z sali?",
        "Ṣé o máa ń lo gbọ̀ngàn náà?",
        "Any room",
        "Dowolny pokój",
      ],
      ["text", "why", "Why?", "Dlaczego?", "Kí nìdí?", "", ""],
    ],
    choices: [
      ["list_name", "name", "label::English (en)", "label::Polski (pl)", "label::Yoruba (yo)"],
      ["yn", "yes", "Yes", "Tak", "Bẹ́ẹ̀ ni"],
      ["yn", "no", "No", "Nie", "Bẹ́ẹ̀ kọ́"],
    ],
    settings: [["default_language"], ["English (en)"]],
  },
  "no English at all": {
    survey: [
      ["type", "name", "label::Español (es)"],
      ["text", "calle", "¿En qué calle vive?"],
    ],
    settings: [["default_language"], ["Español (es)"]],
  },
  "conditions of many shapes": {
    survey: [
      ["type", "name", "label", "relevant", "constraint", "constraint_message"],
      ["select_one yn", "use", "Do you use the hall?", "", "", ""],
      [
        "select_multiple day",
        "days",
        "On which days?",
        "selected(${use}, 'yes')",
        "count-selected(.) <= 2",
        "Two at most",
      ],
      [
        "integer",
        "hours",
        "For how many hours?",
        "${use} = 'yes' and not(selected(${days}, 'sun'))",
        ". >= 0 and . <= 24",
        "Hours",
      ],
      ["text", "long", "What do you do there for so long?", "${hours} > 4 or ${hours} = 3", "", ""],
      ["text", "short", "Why not longer?", "${hours} <= 4", "regex(., '[a-z]+')", "Letters"],
      [
        "text",
        "weekend",
        "What about weekends?",
        "selected(${days},'sat') or selected(${days},'sun')",
        "",
        "",
      ],
      ["text", "never", "Why not?", "${use} != 'yes' and ${use} != ''", "", ""],
      ["text", "mixed", "Anything else?", "(${use}='yes' and ${hours} > 2) or ${use}='no'", "", ""],
      ["text", "sums", "And so?", "${hours} * 2 > 10", "", ""],
      ["text", "unasked", "Who?", "${nobody} = 'yes'", "", ""],
    ],
    choices: choices(
      ...yesNo,
      ["day", "sat", "Saturday"],
      ["day", "sun", "Sunday"],
      ["day", "mon", "Monday"],
    ),
  },
  "groups in groups": {
    survey: [
      ["type", "name", "label", "relevant", "appearance"],
      ["begin group", "home", "Your home", "", "field-list"],
      ["select_one yn", "own", "Do you own it?", "", ""],
      ["integer", "rooms", "How many rooms has it?", "", ""],
      ["begin group", "repairs", "Repairs", "${own} = 'no'", ""],
      ["text", "landlord", "What does your landlord mend?", "", ""],
      ["end group", "", "", "", ""],
      ["end group", "", "", "", ""],
      ["begin_group", "plain", "", "", ""],
      ["text", "street", "Which street?", "", ""],
      ["end_group", "", "", "", ""],
      ["begin_group", "garden", "Your garden", "selected(${own}, 'yes')", ""],
      ["text", "grow", "What do you grow?", "", ""],
      ["end_group", "", "", "", ""],
    ],
    choices: choices(...yesNo),
  },
  "grids in both ways of writing them": {
    survey: [
      ["type", "name", "label", "required", "appearance"],
      ["begin_group", "tables", "How far do you agree?", "", "table-list"],
      ["select_one agree", "safe", "I feel safe here", "yes", ""],
      ["select_one agree", "heard", "I feel heard here", "yes", ""],
      ["end_group", "", "", "", ""],
      ["begin_group", "services", "Services", "", "field-list"],
      ["select_one agree", "services_label", "These services work well", "", "label"],
      ["select_one agree", "bins", "Bins", "", "list-nolabel"],
      ["select_one agree", "buses", "Buses", "yes", "list-nolabel"],
      ["text", "more", "What else?", "", ""],
      ["end_group", "", "", "", ""],
      ["text", "unsafe", "What would help?", "", ""],
    ],
    choices: choices(["agree", 1, "Agree"], ["agree", 2, "Neither"], ["agree", 3, "Disagree"]),
  },
  "other answers": {
    survey: [
      ["type", "name", "label", "relevant"],
      ["select_one way or_other", "way", "How do you get here?", ""],
      ["select_multiple need", "needs", "What do you need?", ""],
      ["text", "needs_other", "Which other?", "selected(${needs}, 'other')"],
      ["select_one need", "first", "What first?", "${way} = 'other'"],
    ],
    choices: choices(
      ["way", "bus", "By bus"],
      ["way", "foot", "On foot"],
      ["need", "ramp", "A ramp"],
      ["need", "other", "Something else"],
      ["need", "pnts", "Prefer not to say"],
    ),
  },
  "earlier answers repeated": {
    survey: [
      ["type", "name", "label", "hint"],
      ["text", "town", "Which town do you come from?", ""],
      ["text", "like", "What do you like about ${town}?", "Not about {{templates}}"],
      ["note", "bye", "Greetings to ${town} and ${village}", ""],
    ],
  },
  "what can't be asked here": {
    survey: [
      [
        "type",
        "name",
        "label",
        "calculation",
        "default",
        "choice_filter",
        "image",
        "read_only",
        "repeat_count",
      ],
      ["start", "start", "", "", "", "", "", "", ""],
      ["deviceid", "device", "", "", "", "", "", "", ""],
      ["calculate", "sum", "", "1 + 1", "", "", "", "", ""],
      ["geopoint", "where", "Where are you?", "", "", "", "", "", ""],
      ["image", "photo", "Take a picture", "", "", "", "", "", ""],
      ["begin_repeat", "child", "Each child", "", "", "", "", "", 3],
      ["text", "child_name", "Name", "", "", "", "", "", ""],
      ["end_repeat", "", "", "", "", "", "", "", ""],
      ["select_one_from_file towns.csv", "town", "Town?", "", "", "", "", "", ""],
      ["select_one ghosts", "ghost", "Which?", "", "", "", "", "", ""],
      ["text", "word", "One word?", "", "yes", "country=${town}", "map.png", "yes", ""],
      ["end_group", "", "", "", "", "", "", "", ""],
    ],
    choices: [
      ["list_name", "name", "label", "region"],
      ["unused", "a", "A", "north"],
    ],
    entities: [["dataset"], ["trees"]],
  },
  "names that can't be keys": {
    survey: [
      ["type", "name", "label"],
      ["text", "Street Name", "Which street?"],
      ["text", "check", "Anything to check?"],
      ["text", "same", "First?"],
      ["text", "same", "Second?"],
      ["text", "1st", "Third?"],
      ["text", "", "Without a name?"],
      ["text", "a_name_that_is_much_longer_than_forty_letters_are", "Long?"],
      ["select_one n", "n", "Which number?"],
    ],
    choices: choices(
      ["n", 1, "One"],
      ["n", 1, "One more"],
      ["n", "prefer_not_to_say", "Rather not"],
      ["n", "", "No name"],
    ),
  },
  "signs of layout, and what looks like a page": {
    survey: [
      ["type", "name", "label", "hint", "required", "relevant"],
      [
        "text",
        "bold",
        '<span style="color:red">**Why** is it late?</span>',
        "<script>alert(1)</script>",
        "",
        "",
      ],
      ["text", "less", "Are you < 18 & > 12?", "# Small print", "${bold} != ''", "=HYPERLINK('x')"],
      ["note", "long", `A text ${"that goes on and on ".repeat(60)}`, "", "yes", ""],
    ],
  },
  "a form that a tool wrote": {
    survey: [
      [
        "type",
        "name",
        "label",
        "required",
        "relevant",
        "appearance",
        "kobo--score-choices",
        "$kuid",
        "_xpath",
        "trigger",
        "disabled",
      ],
      ["select_one yn", "q1", "Is it open?", "TRUE", "", "likert", "", "x1", "q1", "", ""],
      ["text", "q2", "Where?", "FALSE", "${q1} = 'yes'", "w2", "", "x2", "q2", "", ""],
      ["text", "q3", "Gone?", "", "", "", "", "x3", "q3", "", "yes"],
    ],
    choices: [
      ["list_name", "name", "label", "$kuid"],
      ["yn", "yes", "Yes", "c1"],
      ["yn", "no", "No", "c2"],
    ],
    settings: [
      ["form_title", "style", "id_string", "namespaces"],
      ["Is it open?", "theme-grid", "a1", ""],
    ],
  },
  "headings in capitals, in other words, with empty rows": {
    Survey: [
      [null, null, null],
      ["Type", "Name", "Label"],
      [null, null, null],
      ["Select_One yn", "open", "Is it open?"],
      ["begin  group", "g", "A part"],
      ["TEXT", "t", "Words?"],
      ["end  group", "", ""],
    ],
    Choices: [["List Name", "Value", "Caption"], ...yesNo],
  },
};
