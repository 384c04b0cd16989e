import type { Dimension, Heading } from "~/db/tables/figures";
import type { FigureInput, FigureSubject } from "~/features/figures/compose";
import type { TrueTable } from "~/features/figures/linked";
import { backgroundsOf, codesOf, groupOf, PREFER_NOT } from "./code-lists";
import type { Tally } from "./read.server";
import { type CollectionTold, LEAST_ALONE, yearWords } from "./rules";
import { SENT } from "./tallies";
import {
  ADULTS,
  CHARACTERISTIC_WORDS,
  CHARACTERISTICS,
  type Characteristic,
  CODE_WORDS,
  KNOWN,
} from "./words";

/** What the figures of a financial year are kept under. */
export const whoAnsweredSubject = (year: string): FigureSubject => ({ kind: "who_answered", id: year });

/** What is needed to count a year: what was answered, by how many, and the neighbourhoods there are. */
export type YearCounted = {
  year: string;
  collections: readonly CollectionTold[];
  tallies: readonly Tally[];
  places: readonly { id: string; slug: string; name: string }[];
  asAt: Date;
};

/** The heading under which small collections stand together. */
const SMALLER = "smaller";

/** The heading of people who have not said where they live. */
const NOT_STATED = "not_stated";

type Group = { heading: Heading; of: readonly CollectionTold[] };

/**
 * Who answered in a financial year, in true counts: all that is published about it, as one set of tables with the
 * same margins. Collections in which nobody was asked are left out; small ones stand together.
 */
export function whoAnsweredFigures({ year, collections, tallies, places, asAt }: YearCounted): FigureInput {
  const counts = counter(tallies);
  const groups = groupsOf(collections, counts);
  const asked = CHARACTERISTICS.filter((one) => tallies.some(({ question }) => question === one));
  const collection = {
    key: "collection",
    label: "Survey or event",
    headings: groups.map(({ heading }) => heading),
  };
  const shape = { people: `who_answered/${year}` };
  const responsesIn = (group: Group) =>
    group.of.reduce((sum, one) => sum + Math.max(one.responses, counts(one, SENT)), 0);

  const byCollection = asked.map((key): TrueTable => {
    const across = dimensionOf(key);
    return {
      ...shape,
      id: `collection_by_${key}`,
      title: `${titleOf(key)} by survey or event`,
      down: collection,
      across,
      counts: groups.map((group) => {
        const said = plain(across).map(({ code }) =>
          group.of.reduce((sum, one) => sum + counts(one, key, code), 0),
        );
        said[said.length - 1] = responsesIn(group) - said.slice(0, -1).reduce((a, b) => a + b, 0);
        return said;
      }),
      // How many answered a survey is exact among its results: the audit has to reckon with that.
      isTopline: true,
    };
  });
  const alone = byCollection.map(
    ({ across, counts }, at): TrueTable => ({
      ...shape,
      id: asked[at] as string,
      title: titleOf(asked[at] as Characteristic),
      down: across as Dimension,
      across: null,
      counts: counts[0]?.map((_, column) => [sum(counts.map((row) => row[column] ?? 0))]) ?? [],
      isTopline: true,
    }),
  );
  const homes = placesTable();
  const detail = [homes, homesAlone(homes), backgroundTable()];
  return {
    subject: whoAnsweredSubject(year),
    title: `Who answered, ${yearWords(year)}`,
    definition: {
      counts:
        "Everyone who answered a survey or saved a place at an event where questions about people were asked",
      source:
        "Optional questions after the answers were sent, kept apart from them. Respondents chose themselves. People who answered several times are counted each time",
      period: `Surveys that closed and events that took place from ${yearWords(year)}`,
    },
    asAt,
    tables: groups.length > 0 ? [...alone, ...detail, ...byCollection] : [],
  };

  function placesTable(): TrueTable {
    const across = dimensionOf("ethnicity");
    const known = places.filter(({ id }) => tallies.some(({ place }) => place === id));
    const rows = [...known.map(({ id }) => id), ""];
    const cells = rows.map((place) =>
      plain(across).map(({ code }) =>
        sum(groups.flatMap(({ of }) => of).map((one) => counts(one, "ethnicity", code, place))),
      ),
    );
    const last = cells.map((row, at) => {
      const sent = sum(groups.flatMap(({ of }) => of).map((one) => counts(one, SENT, "", rows[at])));
      return [...row.slice(0, -1), sent - sum(row.slice(0, -1))];
    });
    // Who sent nothing has said no neighbourhood either.
    const everybody = sum(groups.map(responsesIn));
    const unsaid = last.at(-1) as number[];
    unsaid[unsaid.length - 1] = (unsaid.at(-1) ?? 0) + everybody - sum(last.flat());
    return {
      ...shape,
      id: "neighbourhood_by_ethnicity",
      title: "Ethnic group by neighbourhood",
      down: {
        key: "neighbourhood",
        label: "Neighbourhood",
        headings: [
          ...known.map(({ slug, name }) => ({ code: slug, label: name })),
          { code: NOT_STATED, label: "Not stated" },
        ],
      },
      across,
      counts: last,
    };
  }

  /** The sum of those who said where they live stands here alone: beside each group it would give the others away. */
  function homesAlone({ down, counts }: TrueTable): TrueTable {
    const said = down.headings.filter(({ code }) => code !== NOT_STATED);
    const known = { code: KNOWN, label: "Said where they live", of: said.map(({ code }) => code) };
    const rest = down.headings.slice(said.length);
    return {
      ...shape,
      id: "neighbourhood",
      title: "Where they live",
      down: { ...down, headings: [...said, ...(said.length > 0 ? [known] : []), ...rest] },
      across: null,
      counts: counts.map((row) => [sum(row)]),
    };
  }

  function backgroundTable(): TrueTable {
    const total = (question: string, code: string) =>
      sum(groups.flatMap(({ of }) => of).map((one) => counts(one, question, code)));
    const headings = codesOf("ethnicity").flatMap((group): Heading[] => {
      const said = [...backgroundsOf(group), `${group}_unsaid`];
      return [
        ...said.map((code) => ({ code, label: CODE_WORDS.background?.[code] ?? code })),
        { code: group, label: CODE_WORDS.ethnicity?.[group] ?? group, of: said },
      ];
    });
    const all = headings.filter(({ of }) => !of);
    const rest = [
      { code: KNOWN, label: "Known", of: all.map(({ code }) => code) },
      { code: PREFER_NOT, label: "Prefer not to say" },
      { code: "none", label: "Did not answer" },
    ];
    const countOf = ({ code }: Heading) => {
      if (!code.endsWith("_unsaid")) return total("background", code);
      const group = groupOf(code);
      return total("ethnicity", group) - sum(backgroundsOf(group).map((one) => total("background", one)));
    };
    const known = all.map(countOf);
    const prefer = total("ethnicity", PREFER_NOT);
    return {
      ...shape,
      id: "background",
      title: "Ethnic background",
      down: { key: "ethnicity", label: "Ethnic background", headings: [...headings, ...rest] },
      across: null,
      counts: [...known, prefer, sum(groups.map(responsesIn)) - sum(known) - prefer].map((count) => [count]),
    };
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const plain = ({ headings }: Dimension) => headings.filter(({ of }) => !of);
const titleOf = (key: Characteristic) => CHARACTERISTIC_WORDS[key].split(",")[0] ?? key;

/** The codes of a characteristic, with those of whom it is known as a sum. */
function dimensionOf(key: Characteristic): Dimension {
  const codes = key === "disability" ? ["yes", "no"] : codesOf(key);
  const known = codes.map((code) => ({ code, label: CODE_WORDS[key]?.[code] ?? code }));
  const adults = { code: ADULTS, label: "16 and over", of: codes.filter((code) => code !== "under_16") };
  return {
    key,
    label: titleOf(key),
    headings: [
      ...known,
      ...(key === "age" ? [adults] : []),
      { code: KNOWN, label: "Known", of: [...codes] },
      { code: PREFER_NOT, label: "Prefer not to say" },
      { code: "none", label: "Did not answer" },
    ],
  };
}

type Counter = (of: CollectionTold, question: string, answer?: string, place?: string) => number;

/** How often an answer was given in a collection, everywhere or in one neighbourhood. */
function counter(tallies: readonly Tally[]): Counter {
  const counts = new Map<string, number>();
  for (const { collectionKind, collectionId, place, question, answer, count } of tallies) {
    for (const where of ["*", place]) {
      const name = JSON.stringify([collectionKind, collectionId, question, answer, where]);
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return ({ kind, id }, question, answer = "", place = "*") =>
    counts.get(JSON.stringify([kind, id, question, answer, place])) ?? 0;
}

/** Collections with enough people each for itself, the others together. */
function groupsOf(collections: readonly CollectionTold[], counts: Counter): Group[] {
  const asked = collections.filter((one) => counts(one, SENT) > 0);
  const isLarge = (one: CollectionTold) => counts(one, SENT) >= LEAST_ALONE;
  const small = asked.filter((one) => !isLarge(one));
  const large = asked.filter(isLarge).map((one): Group => {
    return { heading: { code: `${one.kind}_${one.slug}`, label: one.title }, of: [one] };
  });
  if (small.length === 0) return large;
  return [...large, { heading: { code: SMALLER, label: "Smaller surveys and events" }, of: small }];
}
