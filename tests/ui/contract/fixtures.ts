import { readFileSync } from "node:fs";

// biome-ignore lint/suspicious/noExplicitAny: the options are govuk-frontend's own, of many shapes
export type Options = any;

type Fixture = { name: string; options: Options; html: string };

/** The examples with their right markup that govuk-frontend ships for a component. */
export function fixturesOf(component: string): Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return JSON.parse(readFileSync(file, "utf8")).fixtures;
}

/** Thrown by an adapter when a fixture uses an option that our component deliberately has not. */
export class Unsupported extends Error {}

/** Gives the options back when each of them is among `known`; else the fixture is not ours to match. */
export function only(options: Options, ...known: string[]): Options {
  const unknown = Object.keys(options ?? {}).filter(
    (key) => options[key] !== undefined && !known.includes(key),
  );
  if (unknown.length) throw new Unsupported(unknown.join(", "));
  return options ?? {};
}

/** A list of items; one with gaps, as Nunjucks allows, is not ours to match. */
export function whole(items: Options[] = []): Options[] {
  if (items.some((item) => !item)) throw new Unsupported("gaps");
  return items;
}

const raw: string[] = [];

/** The words of a `{ text }` or `{ html }` option; HTML is a mark that `insertRaw` replaces after rendering. */
export function words(options: Options, text = "text", html = "html"): string | undefined {
  if (options?.[html]) return `⟦${raw.push(options[html]) - 1}⟧`;
  return options?.[text] === undefined ? undefined : String(options[text]);
}

/** Puts the HTML of fixtures where its marks are. */
export function insertRaw(html: string): string {
  return html.replace(/⟦(\d+)⟧/g, (_, at) => raw[Number(at)] ?? "");
}

/** A size such as "l" from a class such as `govuk-label--l`; any other class is not ours. */
export function sizeOf(classNames: string | undefined, prefix: string): "s" | "m" | "l" | "xl" | undefined {
  if (!classNames) return undefined;
  const size = classNames.startsWith(`${prefix}--`) ? classNames.slice(prefix.length + 2) : "";
  if (size === "s" || size === "m" || size === "l" || size === "xl") return size;
  throw new Unsupported(classNames);
}
