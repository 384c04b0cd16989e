import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import { faultsOf } from "./faults";
import { pagesOf } from "./questionnaire";
import { ruleWords } from "./staff-words";

/** A question on a page of the route, with who is asked and what is wrong. */
export type RouteQuestion = { key: string; title: string; rule: string | null; faults: string[] };

/** A page of the route. `rule`: why not everyone comes to it; null where everyone does. */
export type RoutePage = {
  key: string;
  n: number;
  section: string | null;
  rule: string | null;
  questions: RouteQuestion[];
  /** Numbers of later pages that it waits for: a circle. */
  waitsFor: number[];
};

/** The way through a questionnaire, page by page. */
export function routePages(draft: Questionnaire): RoutePage[] {
  const faults = faultsOf(draft);
  const pages = pagesOf(draft);
  const pageOf = (key: string) => pages.findIndex((page) => page.questions.some((one) => one.key === key));
  return pages.map((page, at): RoutePage => {
    const section = draft.sections.find(({ key }) => key === page.section);
    const ofSection = ruleWords(section?.showWhen ?? null, draft);
    const wrongAt = (key: string) => faults.filter((fault) => fault.at === key).map(({ text }) => text);
    const questions = page.questions.map((question) => ({
      key: question.key,
      title: question.title || question.key,
      rule: ruleWords(question.showWhen, draft),
      faults: [...wrongAt(question.key), ...(section ? wrongAt(`section:${section.key}`) : [])],
    }));
    const own = questions.every(({ rule }) => rule !== null)
      ? [...new Set(questions.map(({ rule }) => rule))]
      : [];
    const rules = [ofSection, own.join(", or ")].filter(Boolean);
    return {
      key: page.key,
      n: at + 1,
      section: section?.title ?? null,
      rule: rules.length > 0 ? `Only if ${rules.join(", and ")}` : null,
      questions,
      waitsFor: [...new Set(waitedFor(page.questions, draft).map(pageOf))]
        .filter((to) => to >= at)
        .map((to) => to + 1),
    };
  });
}

function waitedFor(questions: readonly Question[], { sections }: Questionnaire): string[] {
  const rules = questions.flatMap(({ showWhen, section }) => [
    showWhen,
    sections.find(({ key }) => key === section)?.showWhen ?? null,
  ]);
  return rules.flatMap((rule) =>
    (rule?.conditions ?? []).map(({ question }) => question.split("-")[0] ?? ""),
  );
}

/** A line of text in the picture, with where it begins. */
export type PictureLine = { text: string; x: number; y: number; as: "caption" | "title" | "rule" | "fault" };
/** A box of the picture: a page, or where the route begins and ends. */
export type PictureBox = {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  faulty: boolean;
  end: boolean;
};
/** A line between boxes; `circle` where a page waits for one that only comes after it. */
export type PictureArrow = { key: string; path: string; circle: boolean; head: boolean };

/** The picture of a route, in units of the page at 375 px. */
export type RoutePicture = {
  width: number;
  height: number;
  boxes: PictureBox[];
  arrows: PictureArrow[];
  lines: PictureLine[];
};

const WIDTH = 340;
const BOX = 300;
const INDENT = 52;
/** The line that everyone walks along. */
const RAIL = 22;
const GAP = 30;
const LINE = 18;
const PAD = 12;

/** Text in lines of so many letters, the last with an ellipsis where there is more. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1) ?? "";
    const piece = word.length > letters ? `${word.slice(0, letters - 1)}…` : word;
    if (last === "") lines[lines.length - 1] = piece;
    else if (last.length + 1 + piece.length <= letters) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  const end = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${end.slice(0, letters - 1).trimEnd()}…`];
}

/** Lays the route out from the top down: pages that not everyone sees stand beside the line that goes on. */
export function drawRoute(pages: readonly RoutePage[]): RoutePicture {
  const picture: RoutePicture = { width: WIDTH, height: 0, boxes: [], arrows: [], lines: [] };
  const at = new Map<number, PictureBox>();
  const put = (box: Omit<PictureBox, "height">, lines: Omit<PictureLine, "x" | "y">[]): PictureBox => {
    const made = { ...box, height: PAD * 2 + lines.length * LINE - 4 };
    picture.boxes.push(made);
    for (const [n, line] of lines.entries()) {
      picture.lines.push({ ...line, x: box.x + PAD, y: box.y + PAD + 11 + n * LINE });
    }
    return made;
  };
  const whole = (key: string, y: number, text: string) =>
    put({ key, x: 1, y, width: BOX, faulty: false, end: true }, [{ text, as: "title" }]);
  let main = whole("start", 1, "Start");
  let y = main.y + main.height;
  for (const page of pages) {
    const x = page.rule ? INDENT : 1;
    const letters = page.rule ? 33 : 40;
    const rule = page.rule ? wrapped(page.rule, 38, 3) : [];
    const labels = rule.map((text, n) => ({
      text,
      as: "rule" as const,
      x: INDENT - 8,
      y: y + 26 + n * LINE,
    }));
    picture.lines.push(...labels);
    const top = y + GAP + (rule.length > 0 ? rule.length * LINE + 4 : 0);
    const faulty = page.questions.some(({ faults }) => faults.length > 0);
    const box = put({ key: page.key, x, y: top, width: BOX + 1 - x, faulty, end: false }, [
      { text: [`Page ${page.n}`, page.section].filter(Boolean).join(" · ").slice(0, letters), as: "caption" },
      ...page.questions.flatMap(({ title, rule }) =>
        wrapped(rule && !page.rule ? `◇ ${title}` : title, letters, 2).map((text) => ({
          text,
          as: "title" as const,
        })),
      ),
      ...(page.waitsFor.length > 0 ? [{ text: "Goes in a circle", as: "fault" as const }] : []),
      ...(faulty && page.waitsFor.length === 0
        ? [{ text: "Nobody gets through here", as: "fault" as const }]
        : []),
    ]);
    at.set(page.n, box);
    const bottom = box.y + box.height;
    if (page.rule) {
      const from = y + 14;
      picture.arrows.push(
        {
          key: `${page.key}-to`,
          path: `M${RAIL} ${from}V${box.y + 10}q0 12 12 12H${INDENT - 3}`,
          circle: false,
          head: true,
        },
        {
          key: `${page.key}-back`,
          path: `M${INDENT} ${bottom - 14}H${RAIL + 12}q-12 0 -12 12`,
          circle: false,
          head: false,
        },
      );
    } else {
      picture.arrows.push({
        key: `${page.key}-to`,
        path: `M${RAIL} ${main.y + main.height}V${box.y - 3}`,
        circle: false,
        head: true,
      });
      main = box;
    }
    y = bottom;
  }
  const end = whole("end", y + GAP, "Check the answers and send them");
  picture.arrows.push({
    key: "end",
    path: `M${RAIL} ${main.y + main.height}V${end.y - 3}`,
    circle: false,
    head: true,
  });
  picture.arrows.push(...circles(pages, at));
  return { ...picture, height: end.y + end.height + 2 };
}

function circles(pages: readonly RoutePage[], at: ReadonlyMap<number, PictureBox>): PictureArrow[] {
  return pages.flatMap(({ n, key, waitsFor }) =>
    waitsFor.flatMap((to) => {
      const [here, there] = [at.get(n), at.get(to)];
      if (!here || !there) return [];
      const [from, end] = [
        there.y + there.height / 2,
        here.y + Math.min(here.height, 30) - (to === n ? 12 : 0),
      ];
      const path = `M${BOX} ${from}h14q12 0 12 -12V${end + 12}q0 -12 -12 -12H${BOX + 3}`;
      return [{ key: `${key}-${to}`, path, circle: true, head: true }];
    }),
  );
}
