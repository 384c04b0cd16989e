import { parse as parseYaml } from "yaml";
import { addressesOf } from "./site-map";
import { type Check, filesUnder, textOf } from "./source";

/** What a page may ask the site to fill in. */
const placeholders = new Set([
  "origin",
  ...["name", "council", "programme", "phone", "textNumber", "email", "address", "hours"].map(
    (one) => `borough.${one}`,
  ),
  ...["safeguardingAdults", "safeguardingChildren"].map((one) => `borough.${one}`),
  ...[
    "accessNeedsDays",
    "registrationMonths",
    "messageDays",
    "handOverMonths",
    "backupDays",
    "needsReviewMonths",
    "needsAnswerDays",
    "wordsMonths",
    "claimMonths",
  ].map((one) => `retention.${one}`),
  ...["sessionDays", "sessionIdleHours", "residentSessionDays", "signInLinkMinutes"].map(
    (one) => `retention.${one}`,
  ),
]);

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

function checkFrontMatter(file: string, text: string): string[] {
  const found = frontMatter.exec(text)?.[1];
  if (found === undefined)
    return [`${file}:1 Begin with front matter between --- lines: title, summary, updated.`];
  let facts: Record<string, unknown>;
  try {
    facts = parseYaml(found) ?? {};
  } catch (error) {
    return [
      `${file}:1 Mend the front matter: ${error instanceof Error ? error.message : "it does not parse"}`,
    ];
  }
  const empty = ["title", "summary"].filter((name) => typeof facts[name] !== "string" || facts[name] === "");
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(String(facts.updated));
  return [
    ...empty.map((name) => `${file}:1 Give this page a ${name} in its front matter.`),
    ...(dated
      ? []
      : [`${file}:1 Say in the front matter when this page was updated: updated: "YYYY-MM-DD".`]),
  ];
}

function checkPlaceholders(file: string, text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)]
    .map(([, name]) => name ?? "")
    .filter((name) => !placeholders.has(name))
    .map(
      (name) =>
        `${file} Use a placeholder that the site fills in, not {{${name}}}; the list is in tests/structure/checks/content-pages.ts.`,
    );
}

/** Whether an address of the site map answers a path: `/events/:slug` answers `/events/tea`. */
function answers(address: string, target: string): boolean {
  const wanted = address.split("/");
  const given = target.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, i) => (part.startsWith(":") ? given[i] !== "" : part === given[i]))
  );
}

function checkLinks(file: string, text: string, addresses: readonly string[]): string[] {
  return [...text.matchAll(/\]\((\/[^)\s]*)\)/g)]
    .map(([, target]) => (target ?? "").replace(/[?#].*$/, ""))
    .filter((target) => !addresses.some((address) => answers(address, target)))
    .map(
      (target) => `${file} Link to an address of the site map: no line of app/routes.ts answers ${target}.`,
    );
}

/** Pages and guides have a title, ask only for what can be filled in, and link to addresses that answer. */
export const contentPages: Check = async (root) => {
  const addresses = (await addressesOf(root)).map(({ address }) => address);
  const files = [
    ...filesUnder(root, "content/pages", /\.md$/),
    ...filesUnder(root, "content/guides", /\.md$/),
  ];
  return files.flatMap((file) => {
    const text = textOf(root, file);
    return [
      ...checkFrontMatter(file, text),
      ...checkPlaceholders(file, text),
      ...(addresses.length > 0 ? checkLinks(file, text, addresses) : []),
    ];
  });
};
