import { type Chance, chance } from "./chance";
import type { Names, Somebody } from "./people.server";

/** Somebody made up, as a form would have them. */
export type Resident = {
  name: string;
  contact: Somebody["contact"];
  hereAs: Somebody["hereAs"];
  locale: string;
  /** Where they say they live, in their words; null when they say nothing. */
  ownPlace: string | null;
};

/** The same person at work, where English is used. */
export function atWork(person: Resident): Resident {
  return { ...person, hereAs: "staff", locale: "en", ownPlace: null };
}

/** Everyone who lives in the demonstration, by the slug of their neighbourhood. */
export type Crowd = ReadonlyMap<string, readonly Resident[]>;

/** Enough for its largest event without anybody twice. */
const EACH = 130;
const POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

/** What a crowd is made from: names, streets, languages, and other names of each neighbourhood. */
export type Material = { names: Names; aliases: ReadonlyMap<string, readonly string[]> };

/** Makes up the same people every time; no two have the same name, address or number. */
export function makeCrowd({ names, aliases }: Material): Crowd {
  const luck = chance("crowd");
  const used = new Set<string>();
  let phones = 0;

  function unusedName(): string {
    for (;;) {
      const name = `${luck.pick(names.given)} ${luck.pick(names.family)}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  }

  function contactOf(name: string, slug: string): Resident["contact"] {
    const way = luck.next();
    if (way < 0.6) return { by: "email", email: emailOf(name) };
    if (way < 0.82) {
      phones += 1;
      return { by: "phone", phone: `07700 900 ${600 + phones}` };
    }
    if (way < 0.92) return { by: "letter", address: addressIn(luck, names, slug) };
    return { by: "none" };
  }

  function resident(slug: string): Resident {
    const name = unusedName();
    return {
      name,
      contact: contactOf(name, slug),
      hereAs: hereAs(luck),
      locale: luck.pick(names.locales[slug] ?? ["en"]),
      ownPlace: luck.percent(15) ? luck.pick(aliases.get(slug) ?? [slug]) : null,
    };
  }

  const slugs = [...aliases.keys()];
  return new Map(slugs.map((slug) => [slug, Array.from({ length: EACH }, () => resident(slug))]));
}

function hereAs(luck: Chance): Resident["hereAs"] {
  const way = luck.next();
  if (way < 0.72) return "resident";
  if (way < 0.87) return "carer";
  if (way < 0.95) return "service_user";
  return way < 0.99 ? "vcfse_worker" : "other";
}

function emailOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^A-Za-z ]/g, "");
  return `${plain.toLowerCase().replaceAll(" ", ".")}@example.org`;
}

function addressIn(luck: Chance, names: Names, slug: string): string {
  const [street, sector] = luck.pick(Object.entries(names.streets[slug] ?? {}));
  const flat = luck.percent(40) ? `Flat ${1 + Math.floor(luck.next() * 30)}, ` : "";
  const number = 1 + Math.floor(luck.next() * 120);
  const letters = luck.pick([...POSTCODE_LETTERS]) + luck.pick([...POSTCODE_LETTERS]);
  return `${flat}${number} ${street}, Larkmere, ${sector}${letters}`;
}

/** Hands out people for one event, nobody twice. */
export type Deck = { from(slug: string): Resident; fromAnywhere(): Resident };

/** The crowd, shuffled for one event. */
export function deckOf(crowd: Crowd, luck: Chance): Deck {
  const piles = new Map([...crowd].map(([slug, people]) => [slug, luck.shuffled(people)]));
  const slugs = [...piles.keys()];

  function from(slug: string): Resident {
    const next = piles.get(slug)?.pop();
    if (!next) throw new Error(`Nobody is left to come from ${slug}.`);
    return next;
  }
  return { from, fromAnywhere: () => from(luck.pick(slugs)) };
}
