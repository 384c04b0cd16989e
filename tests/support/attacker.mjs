// Somebody who tries to find people in published tables: reads them in every format, knows the rule, puts all that
// hangs together into one system, editions of different days too, and works out what each hidden number can be.
import { parse } from "csv-parse/sync";
import { linear } from "./linear.mjs";

const HIDDEN_TO = { nhs_1_7_r5: 7, ons_10_5: 9 };
const SPREAD = 2;
/** So many of the values of a star may be ruled out; one more, and it counts as recovered. */
const MAY_BE_RULED_OUT = 2;

const decoded = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Which headings are sums of others, from `answer:answered=yes+no`. */
const sumsNamed = (text) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((one) => /^(.*):(.*)=(.*)$/.exec(one))
    .map(([, key, code, of]) => ({ key, code, of: of.split("+") }));

/**
 * The numbers on a page: what is marked with `data-cell`, in tables marked with `data-figures`.
 * @param {string} html
 */
export function readHtml(html) {
  const cells = [];
  const groups = [];
  const open = [];
  for (const [, head, table] of html.matchAll(/<table([^>]*data-figures=[^>]*)>([\s\S]*?)<\/table>/g)) {
    groups.push(...sumsNamed(decoded(/data-sums="([^"]*)"/.exec(head)?.[1] ?? "")));
    open.push(
      ...decoded(/data-open="([^"]*)"/.exec(head)?.[1] ?? "")
        .split(" ")
        .filter(Boolean),
    );
    for (const [, id, inside] of table.matchAll(/data-cell="([^"]*)"[^>]*>([\s\S]*?)<\/t[dh]>/g)) {
      const words = inside.replace(/<span class="govuk-visually-hidden">[\s\S]*?<\/span>/g, "");
      cells.push({ id: decoded(id), text: words.replace(/<[^>]*>/g, "").trim() });
    }
  }
  return { cells, groups, open };
}

/**
 * The numbers in a CSV file with the columns `id`, `people` and `shown`.
 * @param {string} csv
 */
export function readCsv(csv) {
  const rows = parse(csv, { columns: true });
  const cells = rows.map(({ id, people, shown }) => ({ id, text: people, shown }));
  const groups = rows.flatMap((row) => groupIn(row.id, row.row_of, row.column_of));
  return { cells, groups };
}

/** A sum that a line of the CSV names, when it stands for one heading alone and so says which. */
function groupIn(id, ...named) {
  const conditions = id.split("&").slice(1);
  const of = named.filter(Boolean);
  if (conditions.length !== 1 || of.length !== 1) return [];
  const [key, code] = conditions[0].split("=").map(decodeURIComponent);
  return [{ key, code, of: of[0].split("+") }];
}

/**
 * The numbers in a JSON document: everything with an id beside `people`, whatever it is in.
 * @param {string} text
 */
export function readJson(text) {
  const document = JSON.parse(text);
  const cells = [];
  const groups = [];
  const open = [];
  const look = (value) => {
    if (typeof value !== "object" || value === null) return;
    if (typeof value.id === "string" && typeof value.people?.text === "string") {
      cells.push({ id: value.id, text: value.people.text, shown: value.people.shown });
    }
    if (Array.isArray(value.headings)) {
      for (const { code, of } of value.headings) if (of) groups.push({ key: value.key, code, of });
      if (value.headings.some(({ apart }) => apart)) open.push(value.key);
    }
    for (const inner of Object.values(value)) look(inner);
  };
  look(document);
  return {
    cells,
    groups,
    open,
    shapes: shapesIn(document),
    rule: document.rule,
    sensitive: document.sensitive,
    number: document.number,
  };
}

/** The sums of every table in a JSON document: each line and column is what its headings without `of` add up to. */
function shapesIn({ tables = [] }) {
  return tables.flatMap(({ people, down, across, rows }) => {
    if (!down || !rows) return [];
    const name = (...pairs) =>
      [
        encodeURIComponent(people),
        ...pairs
          .filter(([, code]) => code !== null)
          .map(([key, code]) => `${encodeURIComponent(key)}=${encodeURIComponent(code)}`)
          .sort(),
      ].join("&");
    const codes = (one) =>
      one ? [...one.headings.filter(({ apart }) => !apart).map(({ code }) => code), null] : [null];
    const plain = (one) => one.headings.filter(({ of, apart }) => !of && !apart).map(({ code }) => code);
    const isOpen = (one) => one.headings.some(({ apart }) => apart);
    const keyOf = across?.key ?? "";
    return [
      ...codes(across).map((column) => ({
        total: name([keyOf, column]),
        parts: plain(down).map((row) => name([down.key, row], [keyOf, column])),
        isOpen: isOpen(down),
      })),
      ...(across ? codes(down) : []).map((row) => ({
        total: name([down.key, row]),
        parts: plain(across).map((column) => name([down.key, row], [keyOf, column])),
        isOpen: isOpen(across),
      })),
    ];
  });
}

/** What a text can stand for by itself. */
function boxOf({ text, shown }, rule, sensitive) {
  const high = HIDDEN_TO[rule];
  if (text === "*") return { low: sensitive ? 0 : 1, high };
  if (text === "**") return { low: high + 1, high: Number.POSITIVE_INFINITY };
  const value = Number(text.replaceAll(",", ""));
  if (!Number.isInteger(value)) throw new Error(`"${text}" is no number that the attacker can read.`);
  if (value === 0 || shown === "exact" || value % 5 !== 0) return { low: value, high: value };
  return { low: Math.max(high + 1, value - SPREAD), high: value + SPREAD };
}

const both = (a, b) => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });

/**
 * All sums between named numbers, from their names: whoever has one condition less has all of them together, but for
 * what is `open`, where some are not listed.
 */
function sumsOf(ids, groups, open) {
  const named = groups.flatMap(({ key, code, of }) => {
    const is = (one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`;
    return [...ids].flatMap((id) => {
      const said = id.split("&");
      if (!said.includes(is(code))) return [];
      const others = of.map((one) => said.map((part) => (part === is(code) ? is(one) : part)));
      // The name of a number lists its conditions in order.
      const names = others.map(([people, ...rest]) => [people, ...rest.sort()].join("&"));
      return names.every((name) => ids.has(name)) ? [{ total: id, parts: names, by: is(code) }] : [];
    });
  });
  // A heading is a sum only where its parts are there too: elsewhere it stands for itself.
  const isSum = new Set(named.map(({ total, by }) => `${total} ${by}`));
  const parts = new Map();
  for (const id of ids) {
    const [people, ...conditions] = id.split("&");
    conditions.forEach((condition, at) => {
      if (isSum.has(`${id} ${condition}`) || open.has(decodeURIComponent(condition.split("=")[0]))) return;
      const rest = [people, ...conditions.filter((_, n) => n !== at)].join("&");
      if (!ids.has(rest)) return;
      const key = `${rest} ${condition.split("=")[0]}`;
      parts.set(key, { total: rest, parts: [...(parts.get(key)?.parts ?? []), id] });
    });
  }
  return [...parts.values(), ...named];
}

/**
 * Tries to recover hidden numbers from editions of the same figures, the oldest first.
 * @param {{readings: {cells: {id: string, text: string, shown?: string}[], groups: {key: string, code: string, of: string[]}[]}[], rule: string, sensitive: boolean}[]} editions
 *   what was read of each in every format
 * @returns {{stars: number, recovered: {name: string, low: number, high: number}[], ranges: Map<string, {low: number, high: number}>, isPossible: boolean}}
 */
export function attack(editions) {
  const boxes = new Map();
  const stars = new Set();
  const sums = [];
  editions.forEach(({ readings, rule, sensitive }, n) => {
    const ids = new Set();
    for (const { cells } of readings) {
      for (const cell of cells) {
        const name = `${n}/${cell.id}`;
        ids.add(cell.id);
        const box = boxOf(cell, rule, sensitive);
        boxes.set(name, both(boxes.get(name) ?? box, box));
        if (cell.text === "*") stars.add(name);
      }
    }
    const groups = [
      ...new Map(
        readings.flatMap((one) => one.groups).map((one) => [`${one.key}:${one.code}=${one.of}`, one]),
      ).values(),
    ];
    const open = new Set(readings.flatMap((one) => one.open ?? []));
    for (const { total, parts } of sumsOf(ids, groups, open)) {
      sums.push({ total: `${n}/${total}`, parts: parts.map((part) => `${n}/${part}`) });
    }
    for (const { total, parts, isOpen } of readings.flatMap((one) => one.shapes ?? [])) {
      const rest = `${n}/${total} - ${parts[0]}`;
      if (isOpen) boxes.set(rest, { low: 0, high: Number.POSITIVE_INFINITY });
      sums.push({
        total: `${n}/${total}`,
        parts: [...parts.map((part) => `${n}/${part}`), ...(isOpen ? [rest] : [])],
      });
    }
  });
  // People only come: between two editions each number grows, by somebody or nobody.
  const between = new Set();
  for (const name of [...boxes.keys()].filter((one) => !one.includes(" - "))) {
    const [n, id] = [Number(name.split("/", 1)[0]), name.slice(name.indexOf("/") + 1)];
    const next = `${n + 1}/${id}`;
    if (!boxes.has(next) || boxes.get(next).high < boxes.get(name).low) continue;
    boxes.set(`${name}+`, { low: 0, high: Number.POSITIVE_INFINITY });
    between.add(`${name}+`);
    sums.push({ total: next, parts: [name, `${name}+`] });
  }
  const names = [...boxes.keys()];
  const place = new Map(names.map((name, at) => [name, at]));
  const system = linear(
    names.map((name) => boxes.get(name)),
    sums.map(({ total, parts }) => ({
      total: place.get(total),
      parts: parts.map((part) => place.get(part)),
    })),
  );
  if (!system) return { stars: stars.size, recovered: [], ranges: new Map(), isPossible: false };
  const { rule, sensitive } = editions[0];
  const high = HIDDEN_TO[rule];
  const least = high + (sensitive ? 1 : 0) - MAY_BE_RULED_OUT;
  const ranges = new Map();
  const recovered = [];
  for (const name of [...stars, ...between]) {
    const range = system.range(place.get(name));
    ranges.set(name, range);
    const isSmall = stars.has(name) || (range.low >= 1 && range.high <= high);
    if (isSmall && range.high - range.low + 1 < least) recovered.push({ name, ...range });
  }
  return { stars: stars.size, recovered, ranges, isPossible: true };
}
