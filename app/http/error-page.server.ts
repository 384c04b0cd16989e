import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What an error page says. The first body line tells what happened, the next ones what to do. */
export interface ErrorWords {
  title: string;
  body: readonly string[];
}

const WORDS: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: "We could not read that",
    body: ["The address or the form was not complete.", "Check the address, or go back and try again."],
  },
  403: {
    title: "We did not save that",
    body: [
      "We could not tell that the form came from our own page.",
      "Open the page again, fill in the form and send it once more.",
    ],
  },
  404: {
    title: "Page not found",
    body: ["There is no page at this address.", "Check that you typed it right."],
  },
  405: { title: "That does not work here", body: ["This address cannot be used in that way."] },
  408: { title: "That took too long", body: ["We waited, but not everything arrived.", "Please try again."] },
  413: {
    title: "That was too much to send",
    body: [
      "The form was larger than we can take. Nothing was saved.",
      "Make your answers shorter and try again.",
    ],
  },
  414: { title: "That address is too long", body: ["Check the address and try again."] },
  415: {
    title: "We could not read the form",
    body: [
      "It was sent in a way we do not take. Nothing was saved.",
      "Open the page again and use its form.",
    ],
  },
  417: { title: "That does not work here", body: ["This address cannot be used in that way."] },
  431: {
    title: "We could not read that",
    body: ["Your browser sent too much at once.", "Clear its cookies and try again."],
  },
  500: {
    title: "Sorry, something went wrong",
    body: ["It is our fault, not yours. We have made a note of it.", "Please try again in a few minutes."],
  },
  503: {
    title: "We are very busy",
    body: ["A lot of people are using the site at this moment.", "Please try again in a minute."],
  },
};

/** The site's facts that every error page shows. */
export interface ErrorPageSite {
  /** Telephone number, as people read it. */
  phone: string;
  /** Address of the built stylesheet, if it is known. */
  stylesheet?: string | undefined;
}

/** Makes one error page as HTML. `reference` is printed so that a caller can read it out. */
export type ErrorPage = (status: number, locale: string, reference?: string) => string;

/** The plain error page: English, whole in itself, without scripts or styles of its own. */
export function plainErrorPage(site: ErrorPageSite): ErrorPage {
  const link = site.stylesheet ? `<link rel="stylesheet" href="${escapeHtml(site.stylesheet)}">` : "";
  return (status, locale, reference) => {
    const words = WORDS[status] ?? WORDS[status >= 500 ? 500 : 400];
    const title = escapeHtml(words?.title ?? "");
    const lines = [...(words?.body ?? [])].map((line) => paragraph(escapeHtml(line)));
    const home = locale === "en" ? "/" : `/${escapeHtml(locale)}`;
    lines.push(paragraph(`You can also ring us on ${escapeHtml(site.phone)}.`));
    if (reference) lines.push(paragraph(`If you ring, give this number: ${escapeHtml(reference)}.`));
    lines.push(paragraph(`<a class="govuk-link" href="${home}">Go to the home page</a>`));
    return (
      '<!DOCTYPE html><html class="govuk-template" lang="en"><head><meta charset="utf-8">' +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${link}</head>` +
      '<body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper">' +
      `<h1 class="govuk-heading-l">${title}</h1>${lines.join("")}</main></div></body></html>`
    );
  };
}

/** Address of the root stylesheet among the built client files, or nothing when they are not built. */
export function findStylesheet(clientDir: string): string | undefined {
  try {
    const sheets = readdirSync(join(clientDir, "assets")).filter((name) => name.endsWith(".css"));
    const sheet = sheets.find((name) => name.startsWith("root")) ?? sheets[0];
    return sheet && `/assets/${sheet}`;
  } catch {
    return undefined;
  }
}

function paragraph(html: string): string {
  return `<p class="govuk-body">${html}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
