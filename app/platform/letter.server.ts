import { directionOf, type Locale } from "./locales";

/** One part of a message, in the order it is read. Addresses are whole: http, https, mailto or tel. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "link"; label: string; href: string }
  | { kind: "facts"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "code"; code: string };

/** Who writes, for the foot of every message: the borough, its programme and the number to ring. */
export type Sender = { name: string; phone: string; programme: string };

/** A message before it is laid out. */
export type LetterInput = { locale: Locale; from: Sender; subject: string; blocks: readonly Block[] };

/** Phones cut a longer subject off (interface study, part 6). */
export const LONGEST_SUBJECT = 59;
const LONGEST_PREVIEW = 120;

/** The one style sheet of every message. The front door allows it by its hash where a message is shown. */
export const LETTER_STYLE = [
  ":root{color-scheme:light}",
  "body{margin:0;padding:16px;background:#fff;color:#17241f;font:18px/1.5 Arial,Helvetica,sans-serif}",
  ".page{max-width:560px;margin:0 auto;overflow-wrap:anywhere}",
  ".preview{display:none}",
  "h1{margin:0 0 20px;padding-top:16px;border-top:6px solid #0e4a3c;font-size:24px;line-height:1.25}",
  "p,dl{margin:0 0 20px}",
  "a{color:#0e4a3c}",
  ".button{display:inline-block;padding:10px 18px;border-radius:4px;background:#0e4a3c;color:#fff;font-weight:bold;text-decoration:none}",
  ".address{font-size:16px}",
  "dt{font-weight:bold}",
  "dd{margin:0 0 8px}",
  ".code{font:bold 32px/1.2 Consolas,Menlo,monospace;letter-spacing:4px}",
  "body.large{font-size:24px}.large .page{max-width:760px}.large h1{font-size:32px}.large .address,.large .foot{font-size:24px}",
  ".foot{margin-top:32px;padding-top:16px;border-top:1px solid #cfd8d2;color:#4b5953;font-size:16px}",
].join("");

const SAFE_ADDRESS = /^(https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d])[^\s]*$/i;

/**
 * Lays a message out as text and as the same in HTML: one column, nothing fetched from outside, every
 * address written in full. A long subject is shortened. Throws for a line break in the subject and for
 * an address that is not whole, because both are mistakes of ours.
 */
export function letter(input: LetterInput): { subject: string; text: string; html: string } {
  const subject = shortened(oneLine(input.subject), LONGEST_SUBJECT);
  for (const block of input.blocks) {
    if (block.kind === "link" && !SAFE_ADDRESS.test(block.href)) throw new Error("A letter's link is whole.");
  }
  return { subject, text: asText(input), html: asHtml(input, subject) };
}

/** The same message for somebody who needs large print. */
export function inLargePrint(html: string): string {
  return html.replace("<body>", '<body class="large">');
}

/** The value, when it can stand in a mail header; throws for line breaks and other control characters. */
export function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(value)) throw new Error("A mail header is one line.");
  return value;
}

function shortened(value: string, most: number): string {
  const letters = [...value.trim()];
  if (letters.length <= most) return letters.join("");
  const cut = letters.slice(0, most - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${cut.slice(0, lastSpace > most / 2 ? lastSpace : cut.length).trimEnd()}…`;
}

function asText({ blocks, from }: LetterInput): string {
  const foot = `-- \n${from.programme}, ${from.name}\n${from.phone}`;
  return `${[...blocks.map(blockText), foot].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text.trim();
    case "link":
      return `${block.label}:\n${block.href}`;
    case "facts":
      return block.rows.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "code":
      return `    ${block.code}`;
  }
}

function asHtml({ locale, blocks, from }: LetterInput, subject: string): string {
  const words = blocks.map((block) => (block.kind === "text" ? block.text : "")).join(" ");
  const preview = shortened(words.replace(/\s+/g, " "), LONGEST_PREVIEW);
  const phone = `<a href="tel:${escaped(from.phone.replace(/[^+\d]/g, ""))}"><bdi>${escaped(from.phone)}</bdi></a>`;
  return [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject)}</title>`,
    `<style>${LETTER_STYLE}</style></head><body>`,
    `<div class="preview" hidden>${escaped(preview)}</div><div class="page"><h1>${escaped(subject)}</h1>`,
    ...blocks.map(blockHtml),
    `<p class="foot">${escaped(from.programme)}, ${escaped(from.name)}<br>${phone}</p></div></body></html>`,
  ].join("\n");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "text":
      return paragraphs(block.text);
    case "link": {
      const href = escaped(block.href);
      const written = `<a href="${href}" dir="ltr">${href}</a>`;
      return `<p><a class="button" href="${href}">${escaped(block.label)}</a></p><p class="address">${written}</p>`;
    }
    case "facts":
      return `<dl>${block.rows.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${lines(value)}</dd>`).join("")}</dl>`;
    case "code":
      return `<p class="code" dir="ltr">${escaped(block.code)}</p>`;
  }
}

function paragraphs(text: string): string {
  const parts = text.trim().split(/\n\s*\n/);
  return parts.map((part) => `<p>${lines(part)}</p>`).join("");
}

const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
