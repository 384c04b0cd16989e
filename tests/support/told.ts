// What a page tells those who do not see it, or read it on paper. These run inside the browser as well.

/** What a page says of itself. */
export type PageFacts = {
  title: string;
  headings: string[];
  titleSaysHeading: boolean;
  lang: string;
  dir: string;
  firstStop: string | null;
  help: string | null;
  foreign: string[];
  bareFields: string[];
  ordered: string[];
  mutePictures: string[];
};

/** Reads what a page says of itself; `locale` is the language that its words should be in. */
export function pageFacts(locale: string): PageFacts {
  const root = document.documentElement;
  const all = <T extends Element = HTMLElement>(selector: string) => [
    ...document.querySelectorAll<T>(selector),
  ];
  const html = (elements: Element[]) => elements.map((element) => element.outerHTML.slice(0, 110));
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3);

  /** Sentences in Latin letters inside blocks that say they are Arabic. */
  function foreign(): string[] {
    if (locale !== "ar") return [];
    const sentence = /(\p{Script=Latin}+[\s,]+){2}\p{Script=Latin}{2,}/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      // What somebody typed themselves is in whatever language they chose.
      if (node.parentElement?.matches("textarea")) continue;
      const isHere = node.parentElement?.closest("[lang]")?.getAttribute("lang") === "ar";
      if (isHere && sentence.test(text) && !/\p{Script=Arabic}/u.test(text)) found.push(text.slice(0, 80));
    }
    return found;
  }

  const wanted: Record<string, (field: HTMLInputElement) => boolean> = {
    email: (field) => field.type === "email" && field.autocomplete !== "",
    phone: (field) => field.type === "tel" && field.autocomplete !== "",
    postcode: (field) => field.autocomplete !== "",
    code: (field) => field.autocomplete !== "",
  };
  const title = document.title;
  const headings = all("h1").map((one) => one.textContent?.trim() ?? "");
  const stops = all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  const said = new Set(words(title));
  // A page about a person has their name as its heading, which is nothing for a title: its caption is.
  const caption = document.querySelector(".rh-page-head__caption")?.textContent ?? "";
  const heard = words(`${headings[0] ?? ""} ${caption}`);
  return {
    title,
    headings,
    titleSaysHeading:
      heard.length === 0 || heard.some((word) => said.has(word)) || title.includes(headings[0] ?? ""),
    lang: root.lang,
    dir: root.dir,
    firstStop: stops[0]?.getAttribute("href") ?? null,
    help: all("footer a")[0]?.getAttribute("href") ?? null,
    foreign: foreign(),
    bareFields: html(
      all<HTMLInputElement>("main form[method=post] input").filter(
        (field) => !(wanted[field.name]?.(field) ?? true),
      ),
    ),
    ordered: html(all("[tabindex]").filter((element) => element.tabIndex > 0)),
    mutePictures: html(
      all<SVGElement>("svg, img").filter(
        (picture) =>
          picture.closest("[aria-hidden=true]") === null &&
          !picture.getAttribute("aria-label") &&
          !picture.getAttribute("aria-labelledby") &&
          !picture.getAttribute("alt") &&
          picture.getAttribute("alt") !== "" &&
          picture.querySelector("title") === null,
      ),
    ),
  };
}

/** What a printed page should not have: ways to go elsewhere, buttons, and answers that stay folded. */
export function shownOnPaper(): string[] {
  const shown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 1;
  const pressed = [
    ...document.querySelectorAll(
      "nav:not(main nav), .govuk-skip-link, .govuk-back-link, .govuk-button, .govuk-pagination, .rh-bar, .rh-footer__links",
    ),
  ].filter(shown);
  const folded = [...document.querySelectorAll("main details:not(.rh-filter *)")].filter(
    (details) =>
      shown(details) &&
      [...details.children].some((child) => child.matches(":not(summary, [hidden])") && !shown(child)),
  );
  const heading = document.querySelector("h1");
  const lost = heading && shown(heading) ? [] : ["the h1 is not printed"];
  return [...lost, ...[...pressed, ...folded].map((element) => element.outerHTML.slice(0, 110))];
}
