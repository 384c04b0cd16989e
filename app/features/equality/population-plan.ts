import { areAllAges, figureCodes, type Meaning, meaningOf, TOPICS, type Topic } from "./census-words";
import { backgroundsOf } from "./code-lists";
import { type FileRead, isTopic, type Observed, type TemplateLine } from "./population-file";

/** A figure that a file would bring. */
export type Figure = {
  areaCode: string;
  areaKind: "borough" | "neighbourhood";
  topic: Topic;
  categoryCode: string;
  count: number;
  base: number;
  source: string;
  sourceDate: string;
  licence: string;
};

/** What became of a column or line: what it was taken as, or why it was not taken. */
export type Reported = { where: string; what: string; taken: string | null; why: string };

/** What a file would bring, and what became of each of its columns and lines. */
export type Plan = { figures: Figure[]; report: Reported[] };

type Area = { code: string; name: string; kind: "borough" | "neighbourhood" };
type Told = { source: string; sourceDate: string; licence: string };

/** What a file that was read would bring to these areas. `told`: where it is from, for files that don't say so. */
export function planOf(read: FileRead, areas: readonly Area[], told: Told): Plan {
  const passed = read.passed.map((one) => ({ ...one, taken: null }));
  const plan =
    read.shape === "template" ? fromTemplate(read.lines, areas) : fromObserved(read.observed, areas, told);
  return { figures: plan.figures, report: together([...plan.report, ...passed]) };
}

const wholeIn = (text = "") => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function fromTemplate(lines: readonly TemplateLine[], areas: readonly Area[]): Plan {
  const report: Reported[] = [];
  const found: Figure[] = [];
  for (const { cells, line } of lines) {
    const {
      area_code = "",
      topic = "",
      category_code: code = "",
      source = "",
      source_date: day = "",
    } = cells;
    const area = areas.find((one) => one.code === area_code);
    const [count, base] = [wholeIn(cells.count), wholeIn(cells.base)];
    const where = `Line ${line}`;
    const what = `${cells.area_name || area_code}, ${topic}: ${code}`;
    const refuse = (why: string) => report.push({ where, what, taken: null, why });
    if (!area) refuse("Is about no area of ours");
    else if (!isTopic(topic)) refuse(`There is no topic “${topic.slice(0, 40)}”`);
    else if (!figureCodes(topic).includes(code)) refuse(`There is no “${code.slice(0, 40)}” in ${topic}`);
    else if (count === null || base === null || count > base)
      refuse("Count and base have to be whole numbers, the base no smaller");
    else if (!source || !cells.licence || !DAY.test(day))
      refuse("Source, its day (such as 2021-03-21) and licence have to be there");
    else if (
      found.some((one) => one.areaCode === area_code && one.topic === topic && one.categoryCode === code)
    ) {
      refuse("Stands there twice");
    } else {
      const told = {
        source: source.slice(0, 200),
        sourceDate: day,
        licence: (cells.licence ?? "").slice(0, 200),
      };
      found.push({
        areaCode: area.code,
        areaKind: area.kind,
        topic,
        categoryCode: code,
        count,
        base,
        ...told,
      });
      report.push({ where, what, taken: `${topic}: ${code}`, why: "" });
    }
  }
  const isSubtotal = (figure: Figure) =>
    figure.topic === "ethnicity" &&
    found.some(
      (one) =>
        one.areaCode === figure.areaCode && backgroundsOf(figure.categoryCode).includes(one.categoryCode),
    );
  return { figures: found.filter((figure) => !isSubtotal(figure)), report };
}

type Sorted = {
  area: Area;
  topic: Topic;
  label: string;
  meaning: Meaning;
  isAlone: boolean;
  value: number;
  where: string;
};

const OTHER_AREA = "Is about no area of ours";

function fromObserved(observed: readonly Observed[], areas: readonly Area[], told: Told): Plan {
  const report: Reported[] = [];
  const sorted: Sorted[] = [];
  for (const { area: code, labels, value, where } of observed) {
    const area = areas.find((one) => one.code === code);
    if (!area) {
      report.push({ where: "Lines of other areas", what: "", taken: null, why: OTHER_AREA });
      continue;
    }
    const known = labels.map(({ topic, label }) => ({ label, ...sort(topic, label) }));
    const named = known.map(({ label }) => label).join("; ");
    if (known.every(({ meaning }) => meaning.kind !== "code")) {
      const [first] = known;
      const why =
        first?.meaning.kind === "unknown" ? first.meaning.why : "Is a total, which we add up ourselves";
      report.push({ where, what: named, taken: null, why });
      for (const { topic, label, meaning } of known) {
        if (topic) sorted.push({ area, topic, label, meaning, isAlone: true, value, where });
      }
      continue;
    }
    for (const [at, { topic, label, meaning }] of known.entries()) {
      if (!topic || meaning.kind !== "code") continue;
      const others = known.filter((_, n) => n !== at);
      const isAlone = others.every(({ meaning }) => meaning.kind === "total");
      sorted.push({ area, topic, label, meaning, isAlone, value, where });
    }
  }
  const figures = areas.flatMap((area) =>
    TOPICS.flatMap((topic) => {
      const of = sorted.filter((one) => one.area === area && one.topic === topic);
      return figuresOf({ area, topic, of, told, report });
    }),
  );
  return { figures, report };
}

/** A label's topic, by the file or by the only one that knows the label, and its meaning. */
function sort(topic: Topic | null, label: string): { topic: Topic | null; meaning: Meaning } {
  if (topic) return { topic, meaning: meaningOf(topic, label) };
  const found = TOPICS.filter((one) => one !== "age" && meaningOf(one, label).kind === "code");
  if (found[0] && found.length === 1) return { topic: found[0], meaning: meaningOf(found[0], label) };
  const meaning = meaningOf("sex", label);
  return {
    topic: null,
    meaning: meaning.kind === "total" ? meaning : { kind: "unknown", why: "We can’t tell what it is about" },
  };
}

type Taking = { area: Area; topic: Topic; of: readonly Sorted[]; told: Told; report: Reported[] };

/** The figures of one area and topic, sub-totals left out; none where ages don't fit our bands. */
function figuresOf({ area, topic, of, told, report }: Taking): Figure[] {
  const coded = of.filter(({ meaning }) => meaning.kind === "code");
  const alone = coded.filter(({ isAlone }) => isAlone);
  const chosen = alone.length > 0 ? alone : coded;
  const labels = chosen.map(({ label }) => label);
  const isSubtotal = ({ label }: Sorted) => labels.some((one) => one.startsWith(`${label}:`));
  const say = ({ where, label }: Sorted, taken: string | null, why: string) =>
    report.push({ where, what: label, taken, why });
  const split = of.filter(({ meaning }) => topic === "age" && meaning.kind === "unknown");
  const ages = chosen.flatMap(({ meaning }) =>
    meaning.kind === "code" && meaning.ages ? [meaning.ages] : [],
  );
  const isWhole = topic !== "age" || areAllAges([...new Map(ages.map((one) => [one.join(), one])).values()]);
  const counts = new Map<string, number>();
  for (const one of chosen) {
    if (isSubtotal(one)) say(one, null, "Is the sum of others, which we add up ourselves");
    else if (!isWhole)
      say(
        one,
        null,
        `Not every age is there${split.length > 0 ? `: ${(split[0] as Sorted).label} lies in two of our bands` : ""}. Take a table by single years`,
      );
    else if (one.meaning.kind === "code") {
      counts.set(one.meaning.code, (counts.get(one.meaning.code) ?? 0) + one.value);
      say(one, `${topic}: ${one.meaning.code}`, "");
    }
  }
  const base = [...counts.values()].reduce((a, b) => a + b, 0);
  const shared = { areaCode: area.code, areaKind: area.kind, topic, base, ...told };
  return [...counts].map(([categoryCode, count]) => ({ ...shared, categoryCode, count }));
}

/** The report with what became of the same thing in many lines said once. */
function together(report: readonly Reported[]): Reported[] {
  const groups = new Map<string, Reported & { places: Set<string> }>();
  for (const one of report) {
    const name = JSON.stringify([one.what, one.taken, one.why]);
    const found = groups.get(name);
    if (found) found.places.add(one.where);
    else groups.set(name, { ...one, places: new Set([one.where]) });
  }
  return [...groups.values()].map(({ places, what, taken, why }) => {
    const [first = "", ...rest] = places;
    return { where: rest.length > 0 ? `${first} and ${rest.length} more` : first, what, taken, why };
  });
}
