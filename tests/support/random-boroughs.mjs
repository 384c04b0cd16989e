// Boroughs with random surveys, published by the gate itself and shown by its own components and exports, for the
// attacker to read. The gate's sources are loaded through Vite, as the tests load them.
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createServer } from "vite";
import { attack, readCsv, readHtml, readJson } from "./attacker.mjs";

/** The same numbers between 0 and 1 each time (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dimension = (key, codes, sums = []) => ({
  key,
  label: key,
  headings: [...codes.map((code) => ({ code, label: code })), ...sums],
});

/** One who answered, by everything that tables ask for: some answers and places are rare. */
function person(random, { hoods, options }) {
  const pick = (list, lean) => list[Math.min(list.length - 1, Math.floor(list.length * random() ** lean))];
  return {
    hood: pick(hoods, 1.8),
    channel: pick(["online", "paper", "phone"], 2.5),
    answer: pick(options, 1.5),
    month: pick(["april", "may", "june"], 1),
  };
}

/** True counts of people by one or two dimensions. */
function tableOf(id, people, down, across) {
  const plain = (one) => one.headings.filter(({ of }) => !of).map(({ code }) => code);
  const counts = plain(down).map((row) =>
    (across ? plain(across) : [null]).map(
      (column) =>
        people.filter((one) => one[down.key] === row && (!across || one[across.key] === column)).length,
    ),
  );
  return { id, title: id, people: "everyone", down, across, counts, isTopline: true };
}

/** The heading under which an answer is counted: its own, or the others. */
const headingFor = ({ headings }, answer) =>
  headings.some(({ code }) => code === answer) ? answer : "others";

/** A borough's survey on some days: the same tables, with more people each day. */
function borough(random) {
  const hoods = Array.from({ length: 3 + Math.floor(4 * random()) }, (_, n) => `hood${n}`);
  const options = Array.from({ length: 2 + Math.floor(4 * random()) }, (_, n) => `option${n}`);
  const dimensions = {
    hood: dimension("hood", hoods),
    channel: dimension("channel", ["online", "paper", "phone"]),
    month: dimension("month", ["april", "may", "june"]),
    answer: dimension("answer", [...options, "none"], [{ code: "answered", label: "answered", of: options }]),
  };
  // Some surveys say nowhere who gave no answer, and by channel only one answer against the others.
  const coarse = { ...dimensions.answer };
  if (random() < 0.5) {
    const [first, ...rest] = options;
    const none = { code: "none", label: "none", apart: true };
    const others = { code: "others", label: "others", of: rest };
    dimensions.answer = {
      ...dimensions.answer,
      headings: [...dimensions.answer.headings.filter(({ code }) => code !== "none"), none, others],
    };
    coarse.headings = [{ code: first, label: first }, { code: "others", label: "others" }, none];
  }
  const people = [];
  const days = [];
  const size = 20 + Math.floor(300 * random() ** 2);
  for (let day = 0; day < 1 + Math.floor(3 * random()); day++) {
    const more = day === 0 ? size : Math.floor(30 * random());
    for (let n = 0; n < more; n++) people.push(person(random, { hoods, options: [...options, "none"] }));
    days.push([
      tableOf("answers", people, dimensions.answer, null),
      tableOf("by hood", people, dimensions.answer, dimensions.hood),
      tableOf(
        "by channel",
        people.map((one) => ({ ...one, answer: headingFor(coarse, one.answer) })),
        coarse,
        dimensions.channel,
      ),
      tableOf("timeline", people, dimensions.month, dimensions.channel),
    ]);
  }
  const terms = { rule: random() < 0.7 ? "nhs_1_7_r5" : "ons_10_5", sensitive: random() < 0.2 };
  return { days, terms };
}

/** The true number behind each name, to see that the attacker concludes nothing false. */
function truths(counts, n) {
  return Object.entries(counts).map(([id, count]) => [`${n}/${id}`, count]);
}

/**
 * Publishes random boroughs and attacks each.
 * @param {{count: number, seed: number, withoutAudit?: boolean}} options `withoutAudit`: numbers are hidden and
 *   rounded, and nothing more is kept back
 */
export async function randomBoroughs({ count, seed, withoutAudit = false }) {
  const vite = await createServer({
    configFile: false,
    root: process.cwd(),
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { "~": path.resolve("app") } },
    esbuild: { jsx: "automatic" },
  });
  try {
    const room = (file) => vite.ssrLoadModule(`/app/features/figures/${file}`);
    const { composeEdition } = await room("compose.ts");
    const { exportCsv, exportJson } = await room("export-figures.server.ts");
    const { FigureTable } = await room("FigureTable.tsx");
    const { leastPossible } = await room("rules.ts");
    const random = chance(seed);
    const total = { stars: 0, editions: 0, held: 0, withheld: 0, recovered: [] };
    for (let n = 0; n < count; n++) {
      const { days, terms } = borough(random);
      const nobody = () => ({ exposed: () => null, width: () => leastPossible(terms), with: nobody });
      const before = [];
      const published = [];
      const known = new Map();
      for (const tables of days) {
        const options = withoutAudit ? { audit: nobody } : {};
        const composed = composeEdition({ tables, terms }, before, options);
        if (composed.kind !== "new") {
          total.held += 1;
          continue;
        }
        const { gated, counts } = composed;
        for (const [name, value] of truths(counts, before.length)) known.set(name, value);
        before.push({ tables: gated.tables, counts });
        total.withheld += gated.withheld.length;
        const figures = {
          ...gated,
          ...terms,
          number: before.length,
          asAt: new Date(0),
          publishedAt: new Date(0),
        };
        const html = gated.tables.map((table) =>
          renderToStaticMarkup(createElement(FigureTable, { table, rule: terms.rule, locale: "en" })),
        );
        const json = readJson(JSON.stringify(exportJson(figures)));
        published.push({
          readings: [readHtml(html.join("\n")), readCsv(exportCsv(figures)), json],
          ...terms,
        });
      }
      if (published.length === 0) continue;
      const found = attack(published);
      if (!found.isPossible) throw new Error(`The numbers of borough ${n} contradict each other.`);
      for (const [name, { low, high }] of found.ranges) {
        const truth = known.get(name) ?? low;
        if (truth < low || truth > high) {
          throw new Error(
            `The attacker is wrong about ${name} of borough ${n}: ${truth}, not ${low} to ${high}.`,
          );
        }
      }
      total.stars += found.stars;
      total.editions += published.length;
      total.recovered.push(...found.recovered.map((one) => ({ ...one, name: `borough ${n}: ${one.name}` })));
    }
    return total;
  } finally {
    await vite.close();
  }
}
