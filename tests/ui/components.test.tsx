import i18next from "i18next";
import { renderToStaticMarkup as render } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { BackLink } from "~/ui/BackLink";
import { CharacterCount } from "~/ui/CharacterCount";
import { DateCard } from "~/ui/DateCard";
import { ErrorMessage } from "~/ui/ErrorMessage";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Exchange } from "~/ui/Exchange";
import { FactList } from "~/ui/FactList";
import { FilterPanel } from "~/ui/FilterPanel";
import { InShort } from "~/ui/InShort";
import { MetaList } from "~/ui/MetaList";
import { Narrow } from "~/ui/Narrow";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Prose } from "~/ui/Prose";
import { Radios } from "~/ui/Radios";
import { Shell } from "~/ui/Shell";
import { StatTile } from "~/ui/StatTile";
import { type Column, Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { Timeline } from "~/ui/Timeline";

beforeAll(() => i18next.use(initReactI18next).init({ lng: "en", resources: { en: { translation: {} } } }));

describe("words", () => {
  it("are English where no locale file has them", () => {
    expect(render(<BackLink href="/" />)).toContain(">Back</a>");
    expect(render(<CharacterCount name="note" label="Note" limit={200} />)).toContain("up to 200 characters");
  });

  it("are the language's own where it has them", async () => {
    const pt = i18next.createInstance({
      lng: "pt",
      resources: { pt: { translation: { ui: { error: "Erro" } } } },
    });
    await pt.init();
    const html = render(
      <I18nextProvider i18n={pt}>
        <ErrorMessage>Escreva o seu nome</ErrorMessage>
      </I18nextProvider>,
    );
    expect(html).toContain("Erro:");
  });
});

describe("forms", () => {
  it("show a further question under its answer, hidden only where scripts say so", () => {
    const phone = <TextInput name="phone" label="Phone number" type="tel" />;
    const items = [{ value: "phone", label: "Phone", conditional: phone }];
    const html = render(<Radios name="contact" legend="How?" items={items} />);
    expect(html).toContain('class="govuk-radios__conditional govuk-radios__conditional--hidden"');
    expect(html).not.toContain(" hidden");
  });

  it("open at the summary, whose links reach the fields, and show nothing when all is well", () => {
    const html = render(<ErrorSummary errors={[{ text: "Enter your name", href: "#name" }]} />);
    expect(html).toMatch(/tabindex="-1" autofocus=""/);
    expect(html).toContain('<a href="#name">Enter your name</a>');
    expect(render(<ErrorSummary errors={[]} />)).toBe("");
  });
});

describe("tables", () => {
  const columns: Column<[string, number]>[] = [
    { header: "Name", cell: ([name]) => name, sort: { href: "?sort=name", direction: "ascending" } },
    { header: "People", numeric: true, cell: ([, people]) => people },
  ];
  const table = { caption: "Who came", columns, rows: [["Canalside", 12] as [string, number]] };

  it("scroll inside a region that has their name and that the keyboard reaches", () => {
    const html = render(<Table {...table} rowKey={([name]) => name} />);
    expect(html).toMatch(/^<section class="rh-scroll" aria-label="Who came" tabindex="0">/);
  });

  it("say how they are sorted, by links", () => {
    const html = render(<Table {...table} rowKey={([name]) => name} />);
    expect(html).toContain('aria-sort="ascending"><a class="rh-sort" href="?sort=name">');
  });

  it("name each cell where rows become cards", () => {
    const html = render(<Table {...table} cards rowKey={([name]) => name} />);
    expect(html).toContain('<th scope="row" class="govuk-table__header">Canalside</th>');
    expect(html).toContain('data-label="People"><div>12</div></td>');
    expect(html).not.toContain("rh-scroll");
  });
});

describe("the shell", () => {
  const html = render(
    <Shell
      skip="Skip to main content"
      languages={{
        label: "Languages",
        items: [
          { text: "English", lang: "en" },
          { text: "العربية", lang: "ar", dir: "rtl", href: "/ar" },
        ],
      }}
      brand={{ href: "/", name: "Round Here" }}
      nav={{ label: "Main", items: [{ href: "/events", text: "Events", current: true }] }}
      help={{
        title: "Prefer to talk?",
        text: "Ring us.",
        phone: { href: "tel:+442079460123", text: "020 7946 0123" },
        lines: ["Text 07700 900123"],
      }}
      columns={[{ title: "About", items: [{ href: "/privacy", text: "Privacy" }] }]}
      small={<p>Run by the council.</p>}
    >
      <h1>Events</h1>
    </Shell>,
  );

  it("begins with a way past itself to the one main", () => {
    expect(html).toMatch(/^<a href="#main" class="govuk-skip-link"/);
    expect(html.match(/<main id="main" tabindex="-1">/g)).toHaveLength(1);
  });

  it("marks the page and the language that one is at", () => {
    expect(html).toContain('<a href="/events" aria-current="page">Events</a>');
    expect(html).toContain('aria-current="true" lang="en">English</span>');
    expect(html).toContain('href="/ar" rel="alternate" lang="ar" hrefLang="ar" dir="rtl">العربية</a>');
  });

  it("offers the phone, and a text number, on every page", () => {
    expect(html).toContain('href="tel:+442079460123" dir="ltr">020 7946 0123</a>');
    expect(html).toContain("Text 07700 900123");
  });
});

describe("other furniture", () => {
  it("has one h1 in the head of a page, in the language of its words", () => {
    const html = render(<PageHead title="Caminhada" lang="pt" palette="brick" seed={3} />);
    expect(html.match(/<h1 lang="pt">/g)).toHaveLength(1);
    expect(html).toContain('data-palette="brick"');
  });

  it("gives a date to machines and to people", () => {
    const card = {
      href: "/e",
      title: "Tea",
      dateTime: "2027-01-12",
      weekday: "Tue",
      day: "12",
      month: "Jan",
    };
    const html = render(<DateCard {...card} lines={["6pm"]} tags={[{ text: "Free" }]} />);
    expect(html).toContain('<time class="rh-date-card__date" dateTime="2027-01-12">');
    expect(html).toContain('<a href="/e">Tea</a>');
  });

  it("filters by an address, and takes a filter away by a link", () => {
    const chosen = [{ text: "Canalside", removeHref: "?q=tea" }];
    const words = {
      title: "Filter",
      apply: "Show",
      chosenTitle: "Chosen",
      clear: { href: "?", text: "Clear" },
    };
    const html = render(
      <FilterPanel {...words} action="/events" chosen={chosen}>
        <TextInput name="q" label="Words" />
      </FilterPanel>,
    );
    expect(html).toContain('action="/events" method="get"');
    expect(html).toMatch(
      /<a href="\?q=tea"><span class="govuk-visually-hidden">Remove this filter: <\/span>Canalside/,
    );
  });

  it("names numbered pages", () => {
    const html = render(<Pagination items={[{ number: 2, href: "?page=2", current: true }]} />);
    expect(html).toContain('aria-label="Page 2" aria-current="page"');
  });

  it("pairs each fact with its name", () => {
    const html = render(<FactList items={[{ term: "When", detail: "Tuesday", icon: "sun" }]} />);
    expect(html).toMatch(/<div><dt><svg[\s\S]*<\/svg>When<\/dt><dd>Tuesday<\/dd><\/div>/);
  });

  it("quotes what was said and not what came of it", () => {
    const said = { title: "You said", big: "Mais tempo", lang: "pt" };
    const html = render(<Exchange said={said} answer={{ title: "What happened", big: "We cannot yet." }} />);
    expect(html).toContain('<blockquote class="rh-exchange__big" lang="pt">Mais tempo</blockquote>');
    expect(html).toContain('<p class="rh-exchange__big">We cannot yet.</p>');
  });

  it("shows cleaned text as it was saved", () => {
    expect(render(<Prose html="<p>Hello</p>" />)).toBe('<div class="rh-prose"><p>Hello</p></div>');
    expect(render(<Prose lang="so">Salaan</Prose>)).toBe('<div class="rh-prose" lang="so">Salaan</div>');
  });

  it("says a number together with what it counts", () => {
    const html = render(
      <StatTile number="31" label="changes made" note="4 refused" icon="leaf" tone="sky" />,
    );
    expect(html.replace(/<[^>]*>/g, "")).toBe("31 changes made4 refused");
    expect(html).toContain("rh-stat--sky");
  });

  it("tells what happened in order, each at its time", () => {
    const first = { title: "Offered", dateTime: "2026-10-01", date: "Thursday 1 October 2026", by: "Lead" };
    const html = render(<Timeline items={[first, { ...first, title: "Trying", by: undefined }]} />);
    expect(html).toMatch(/^<ol class="rh-timeline"><li><h3>Offered<\/h3>/);
    expect(html).toContain('<time dateTime="2026-10-01">Thursday 1 October 2026</time>, Lead</p>');
  });

  it("lists what to take away, and small facts by name", () => {
    const html = render(
      <Narrow>
        <InShort title="In short" items={["Waits fell", { key: "b", text: <b>Booking is hard</b> }]} />
        <MetaList items={[{ term: "Agenda item", detail: "6" }]} />
      </Narrow>,
    );
    expect(html).toContain("<li>Waits fell</li><li><b>Booking is hard</b></li>");
    expect(html).toContain("<dt>Agenda item</dt><dd>6</dd>");
    expect(html).toMatch(/^<div class="rh-narrow">/);
  });
});
