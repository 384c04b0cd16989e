import i18next from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { FigureBars } from "~/features/figures/FigureBars";
import { FigurePairs } from "~/features/figures/FigurePairs";
import { FigureTable } from "~/features/figures/FigureTable";
import { FigureTimeline } from "~/features/figures/FigureTimeline";
import { publishTables } from "~/features/figures/gate";
import { FEW, publishCount } from "~/features/figures/published";
import { changeOf, publishShare, representationOf } from "~/features/figures/share";
import english from "../../../content/locales/en.json";
import { dimension, trueTable } from "../../support/figures";

const words = i18next.createInstance();
beforeAll(() =>
  words.use(initReactI18next).init({
    lng: "en",
    resources: { en: { translation: english } },
    interpolation: { escapeValue: false },
  }),
);
const render = (markup: ReactElement) =>
  renderToStaticMarkup(<I18nextProvider i18n={words}>{markup}</I18nextProvider>);
const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const published = (...[counts, more]: Parameters<typeof trueTable>) => {
  const table = publishTables([trueTable(counts, more)]).tables[0];
  if (!table) throw new Error("withheld");
  return table;
};
const rule = "nhs_1_7_r5";

const answers = {
  key: "answer",
  label: "Answer",
  headings: [
    { code: "yes", label: "Yes" },
    { code: "no", label: "No" },
    { code: "both", label: "Answered", of: ["yes", "no"] },
    { code: "none", label: "Left it out" },
  ],
};

describe("a table", () => {
  test("marks every number with its name, and says in words what a star is", () => {
    const html = render(<FigureTable table={published([[41], [22], [30], [3]])} rule={rule} locale="en" />);
    expect(html).toContain('data-figures="t"');
    expect(html.match(/data-cell="/g)).toHaveLength(5);
    expect(html).toMatch(/data-cell="p&amp;a=a3"[^>]*><span aria-hidden="true">\*<\/span>/);
    expect(textOf(html)).toContain("fewer than 8 people");
    expect(textOf(html)).not.toMatch(/\b(41|22|96)\b/);
  });

  test("names the headings that are sums of others", () => {
    const table = published([[41], [22], [30]], { down: answers, across: null });
    expect(render(<FigureTable table={table} rule={rule} locale="en" />)).toContain(
      'data-sums="answer:both=yes+no"',
    );
  });
});

describe("bars", () => {
  test("say each share with both numbers and its interval, who answered and who did not, and hold the table", () => {
    const table = published([[41], [22], [30]], { down: answers, across: null });
    const html = render(<FigureBars table={table} rule={rule} locale="en" />);
    const text = textOf(html);
    expect(text).toContain("62% (40 of 65)");
    expect(text).toContain("between 49% and 72%");
    expect(text).toMatch(/Answered : 65 ; Left it out : 30/);
    expect(html).toContain('width="62%"');
    expect(html).toContain('data-figures="t"');
    expect(html).not.toContain("viewBox");
  });

  test("draw a gap for a star, and no bar", () => {
    const table = published([[41], [3], [30], [60]], { down: dimension("a", 4) });
    const html = render(<FigureBars table={table} rule={rule} locale="en" />);
    expect(html.match(/rh-chart__rail--gap/g)).toHaveLength(1);
    expect(html.match(/rh-chart__fill/g)).toHaveLength(3);
  });
});

describe("pairs of bars", () => {
  test("say that a change is not clear", () => {
    const change = changeOf(publishShare(218, 398), publishShare(131, 209));
    const html = render(
      <FigurePairs id="say" title="A say" locale="en" changes={[{ label: "Had a say", change }]} />,
    );
    expect(textOf(html)).toContain("No clear change");
    expect(textOf(html)).toContain("+7.9 points (between −0.4 and +15.9 points)");
    expect(html).toContain('width="55%"');
    expect(html).toContain('width="63%"');
  });

  test("say who is under-represented, who is not clearly so, and where there is not enough to say", () => {
    const known = publishCount(1000);
    const groups = [
      { label: "One", against: representationOf(publishCount(185), known, 0.23) },
      { label: "Two", against: representationOf(publishCount(65), known, 0.08) },
      { label: "Three", against: representationOf(FEW, known, 0.05) },
    ];
    const text = textOf(render(<FigurePairs id="who" title="Who took part" locale="en" groups={groups} />));
    expect(text).toMatch(/One Fewer than live here .* Two No clear difference .* Three Not enough to say/);
    expect(text).toContain("Took part: 19% (185 of 1,000). Live here: 23%");
  });
});

test("a timeline has a row of columns for everybody and for each way of answering, and the table", () => {
  const weeks = dimension("week", 3);
  const table = published(
    [
      [40, 12],
      [90, 2],
      [20, 60],
    ],
    { down: weeks, across: dimension("channel", 2) },
  );
  const html = render(<FigureTimeline table={table} rule={rule} locale="en" />);
  expect(html.match(/<svg/g)).toHaveLength(3);
  expect(html.match(/rh-chart__rail--gap/g)?.length).toBeGreaterThanOrEqual(1);
  expect(textOf(html)).toMatch(/Everybody week 0 week 2/);
  expect(html).toContain('data-figures="t"');
});
