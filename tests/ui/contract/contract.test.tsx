import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { content } from "./content";
import { fixturesOf, insertRaw, Unsupported } from "./fixtures";
import { forms } from "./forms";
import { normalise } from "./normalise";

/** How many fixtures of each component ours must match; the rest use options that ours deliberately has not. */
const matched: Record<string, number> = {
  "back-link": 7,
  breadcrumbs: 10,
  button: 28,
  "character-count": 17,
  checkboxes: 36,
  "date-input": 15,
  details: 10,
  "error-message": 6,
  "error-summary": 14,
  fieldset: 17,
  hint: 6,
  input: 40,
  "inset-text": 6,
  label: 16,
  "language-navigation": 10,
  "notification-banner": 21,
  pagination: 14,
  panel: 9,
  "phase-banner": 6,
  radios: 37,
  select: 12,
  "skip-link": 9,
  "summary-list": 20,
  table: 4,
  tag: 12,
  "task-list": 4,
  textarea: 18,
  "warning-text": 7,
};

/** Where ours differs on purpose, as a change to the fixture's markup. */
const meant: Record<string, (html: string) => string> = {
  // Our link that looks like a button stays a link: it goes somewhere, and Space does nothing.
  button: (html) =>
    html.startsWith("<a ")
      ? html.replace(/ (role="button"|draggable="false"|data-module="govuk-button")/g, "")
      : html,
  // The page opens at the summary without scripts: the two attributes that GOV.UK's script would set are there.
  "error-summary": (html) => html.replace("<div ", '<div tabindex="-1" autofocus '),
  // Our tables always have a caption, and scroll inside a region of that name.
  table: (html) => {
    const named = html.includes("<caption")
      ? html
      : html.replace(/(<table[^>]*>)/, '$1<caption class="govuk-table__caption">Caption</caption>');
    const [, name] = /<caption[^>]*>([^<]*)/.exec(named) ?? [];
    return `<section class="rh-scroll" aria-label="${name}" tabindex="0">${named}</section>`;
  },
};

beforeAll(() => i18next.use(initReactI18next).init({ lng: "en", resources: { en: { translation: {} } } }));

describe.each(Object.entries({ ...forms, ...content }))("%s", (component, adapt) => {
  const fixtures = fixturesOf(component).flatMap((fixture) => {
    try {
      return [{ ...fixture, element: adapt(fixture.options) }];
    } catch (error) {
      if (error instanceof Unsupported) return [];
      throw error;
    }
  });

  it("matches as many fixtures as agreed", () => {
    expect(fixtures.length).toBe(matched[component]);
  });

  it.each(fixtures)("$name", ({ html, element }) => {
    const ours = insertRaw(renderToStaticMarkup(element));
    expect(normalise(ours)).toBe(normalise(meant[component]?.(html.trim()) ?? html));
  });
});
