import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { env } from "~/db/env.server";
import type { BoroughContacts } from "~/db/tables/places";
import { renderMarkdown } from "./markdown.server";
import { retention } from "./retention";

/** Who publishes the pages: the parts of the borough that prose may name. */
export type Publisher = {
  name: string;
  council: string;
  programme: string;
  contacts: BoroughContacts;
  /** How long it keeps things, where that differs from what the site begins with. */
  periods: Readonly<Record<string, number>> | null;
};

/** A page of prose, ready to show. `updated` is a day, YYYY-MM-DD. */
export type ContentPage = { slug: string; title: string; summary: string; updated: string; html: string };

type Values = Readonly<Record<string, string>>;

const FOLDER = "content/pages";
/** The pages are ours and start-up may be slow, so they get longer than what people type. */
const RENDER_LIMIT_MS = 10_000;

const frontMatter = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  updated: z.iso.date(),
});

/** The pages as last rendered, and for which values. Values change when staff change the borough's contacts. */
let shown: { values: string; pages: Promise<ContentPage[]> } | null = null;

/** Reads and renders every page once. Throws when one names a value that there is not. */
export async function prepareContent(publisher: Publisher | null): Promise<void> {
  await pagesFor(publisher);
}

/** The page at `/slug`, with the borough as it is now; null when there is none. */
export async function findContentPage(
  publisher: Publisher | null,
  slug: string,
): Promise<ContentPage | null> {
  return (await pagesFor(publisher)).find((page) => page.slug === slug) ?? null;
}

/** Every page, with the borough as it is now. */
export async function listContentPages(publisher: Publisher | null): Promise<readonly ContentPage[]> {
  return pagesFor(publisher);
}

function pagesFor(publisher: Publisher | null): Promise<ContentPage[]> {
  const values = valuesOf(publisher);
  const key = JSON.stringify(values);
  if (shown?.values === key) return shown.pages;
  const pages = renderAll(values);
  shown = { values: key, pages };
  // A failure is not kept: the next reader tries again.
  pages.catch(() => {
    if (shown?.pages === pages) shown = null;
  });
  return pages;
}

function valuesOf(publisher: Publisher | null): Values {
  const { contacts, name = "", council = "", programme = "" } = publisher ?? {};
  const { phone = "", textNumber = "", email = "", address = "", hours = "" } = contacts ?? {};
  const { safeguardingAdults = "", safeguardingChildren = "" } = contacts ?? {};
  const borough = { name, council, programme, phone, textNumber, email, address, hours };
  return {
    origin: env.ORIGIN,
    ...under("borough", { ...borough, safeguardingAdults, safeguardingChildren }),
    ...under("retention", { ...retention, ...publisher?.periods }),
  };
}

function under(group: string, values: Readonly<Record<string, string | number>>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${group}.${name}`, String(value)]),
  );
}

async function renderAll(values: Values): Promise<ContentPage[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
  return Promise.all(files.sort().map((file) => renderPage(file, values)));
}

async function renderPage(file: string, values: Values): Promise<ContentPage> {
  const [head, body] = split(file, readFileSync(path.join(FOLDER, file), "utf8"));
  const parsed = frontMatter.safeParse(parse(head));
  if (!parsed.success) throw new Error(`${FOLDER}/${file}: ${z.prettifyError(parsed.error)}`);
  const rendered = await renderMarkdown(fill(file, body, values, escapeMarkdown), {
    limitMs: RENDER_LIMIT_MS,
  });
  if (!rendered.ok) throw new Error(`${FOLDER}/${file}: could not be rendered (${rendered.reason}).`);
  const { title, summary, updated } = parsed.data;
  return {
    slug: path.basename(file, ".md"),
    title: fill(file, title, values),
    summary: fill(file, summary, values),
    updated,
    html: rendered.html,
  };
}

function split(file: string, text: string): [head: string, body: string] {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll("\r\n", "\n"));
  if (!parts)
    throw new Error(`${FOLDER}/${file}: begin with title, summary and updated between two lines of ---.`);
  return [parts[1] ?? "", parts[2] ?? ""];
}

/** Puts values in place of `{{name}}`. Throws for a name that there is not. */
function fill(file: string, text: string, values: Values, guard = (value: string) => value): string {
  return text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`${FOLDER}/${file}: there is no value {{${name}}}.`);
    return guard(value);
  });
}

/** A value is words: what looks like Markdown in it stays as it is. */
function escapeMarkdown(value: string): string {
  return value.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#!|~&]/g, (sign) => `\\${sign}`);
}
