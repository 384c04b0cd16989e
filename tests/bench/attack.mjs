// Somebody who tries to find people in what is published: random boroughs, then the demonstration borough as it runs.
//   node tests/bench/attack.mjs [--boroughs 200] [--seed 1] [--no-site]
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { attack, readCsv, readHtml, readJson } from "../support/attacker.mjs";
import { demoBorough, startSite, temporaryFolder } from "../support/live-site.mjs";
import { randomBoroughs } from "../support/random-boroughs.mjs";

const { values: asked } = parseArgs({
  options: {
    boroughs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    "no-site": { type: "boolean", default: false },
  },
});

/** Every page that the site map names, and every edition of figures that one of them leads to. */
async function attackSite() {
  const place = temporaryFolder();
  const site = await startSite(await demoBorough(place.folder));
  try {
    const get = async (path) => (await fetch(new URL(path, site.url))).text();
    const map = await get("/sitemap.xml");
    const pages = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
    const editions = new Set();
    let loose = 0;
    const read = async (path) => {
      const html = await get(path);
      for (const [, id] of html.matchAll(/\/figures\/([\w-]+)/g)) editions.add(id);
      return readHtml(html);
    };
    for (const path of pages) loose += (await read(path)).cells.length;
    const subjects = new Map();
    for (const id of editions) {
      const readings = [await read(`/figures/${id}`), readCsv(await get(`/figures/${id}.csv`))];
      const json = readJson(await get(`/figures/${id}.json`));
      const own = json.cells[0]?.id.split("&", 1)[0] ?? id;
      const edition = {
        readings: [...readings, json],
        rule: json.rule,
        sensitive: json.sensitive,
        number: json.number,
      };
      subjects.set(own, [...(subjects.get(own) ?? []), edition]);
    }
    let stars = 0;
    const recovered = [];
    for (const list of subjects.values()) {
      const found = attack(list.sort((a, b) => a.number - b.number));
      if (!found.isPossible) throw new Error("Published numbers contradict each other.");
      stars += found.stars;
      recovered.push(...found.recovered);
    }
    console.log(
      `  the site: ${pages.length} pages, ${editions.size} editions, ${loose} numbers outside them`,
    );
    return { stars, recovered };
  } finally {
    await site.stop();
    place.remove();
  }
}

await plainly(async () => {
  const count = Number(asked.boroughs);
  const whole = await randomBoroughs({ count, seed: Number(asked.seed) });
  const weak = await randomBoroughs({ count, seed: Number(asked.seed), withoutAudit: true });
  console.log(
    `  ${count} boroughs: ${whole.stars} stars in ${whole.editions} editions, ${whole.held} held back, ${whole.withheld} tables withheld`,
  );
  console.log(
    `  with nothing kept back: ${weak.recovered.length} recovered, stars and few people between two editions`,
  );
  let site = null;
  if (!asked["no-site"]) {
    await prepare();
    site = await attackSite();
  }
  const recovered = [...whole.recovered, ...(site?.recovered ?? [])];
  for (const { name, low, high } of recovered) console.log(`  recovered: ${name} is ${low} to ${high}`);
  const demo = site ? `, of ${site.stars} on the demo site ${site.recovered.length}` : "";
  console.log(
    `RESULT attack: of ${whole.stars} hidden numbers of ${count} boroughs ${whole.recovered.length} recovered${demo}; with nothing kept back ${weak.recovered.length}`,
  );
  if (recovered.length > 0 || weak.recovered.length === 0) process.exitCode = 1;
});
