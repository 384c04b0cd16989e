/** Why somebody should look at a text before it is let through. */
export type Flag = "safeguarding" | "name" | "contact";

/** What people write who are in danger, or know of somebody who is. Looked for as whole words; better one too many. */
const DANGER = [
  /\b(?:kill|hurt|harm|cut)(?:s|ing)? (?:my|him|her|them)sel(?:f|ves)\b/,
  /\b(?:end|take|took) (?:my|his|her|their) (?:own )?li(?:fe|ves)\b/,
  /\bsuicid(?:e|al)\b|\bself[- ]harm/,
  /\b(?:want|wants|wanted) to die\b|\bno reason to live\b/,
  /\babus(?:e|ed|es|ing|ive)\b|\bassault(?:ed)?\b|\brape[ds]?\b|\bmolest/,
  /\b(?:hits?|hitting|beats?|beating|punch(?:es|ed)?|slap(?:s|ped)?|chok(?:es|ed)|threaten(?:s|ed)?) (?:me|him|her|us|them|my|the (?:kids|child|children))\b/,
  /\b(?:scared|afraid|frightened|terrified) (?:of (?:my|his|her|him|them)|at home|to go home)\b/,
  /\bdomestic violence\b|\bforced marriage\b|\btrafficked\b|\bgrooming\b/,
  /\b(?:neglect(?:ed|ing)|starving|locked (?:in|up))\b/,
  /\b(?:takes?|taking|took|steals?|stealing|stole) (?:all )?(?:my|his|her|their|mum's|dad's) (?:money|pension|benefits?)\b/,
];

const CONTACT = [
  /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/,
  /(?:\+44|\b0)[\d\s().-]{8,}\d/,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i,
];

const TITLED = /\b(?:Dr|Mrs?|Ms|Miss|Nurse|Sister|Cllr|Councillor|Matron|Doctor|Prof)\.?\s+\p{Lu}/u;
/** Two words with capitals, the first of which does not begin a sentence. */
const TWO_CAPITALS = /[^\s.!?:“"(][.,;]?\s+\p{Lu}[\p{Ll}'’]+\s+\p{Lu}[\p{Ll}'’]+/u;

/** A title and the name after it; and such a pair of capitals, with what stands before it. */
const TITLED_WHOLE =
  /\b(?:Dr|Mrs?|Ms|Miss|Nurse|Sister|Cllr|Councillor|Matron|Doctor|Prof)\.?\s+\p{Lu}[\p{Ll}'’]*(?:\s+\p{Lu}[\p{Ll}'’]+)*/u;
const CAPITALS = /([^\s.!?:“"(][.,;]?\s+)\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}'’]+)+/u;

/** What stands in a quote where words were cut out. */
export const CUT = "[…]";

/**
 * What may have to be taken out of a text, or seen to at once, before others read it. Suggests and never
 * decides. `known` are names of places and organisations, which are nobody's.
 */
export function flagsIn(text: string, known: readonly string[]): Flag[] {
  const plain = text.toLowerCase().replaceAll("’", "'");
  const nobodys = known.reduce((rest, name) => rest.replaceAll(name, "it"), text);
  const found: [Flag, boolean][] = [
    ["safeguarding", DANGER.some((pattern) => pattern.test(plain))],
    ["name", TITLED.test(nobodys) || TWO_CAPITALS.test(nobodys)],
    ["contact", CONTACT.some((pattern) => pattern.test(text))],
  ];
  return found.flatMap(([flag, is]) => (is ? [flag] : []));
}

/**
 * The text with `[…]` in place of addresses, numbers and what looks like names: where somebody begins who cuts
 * words out before they are printed. Suggests and never decides.
 */
export function cutOut(text: string, known: readonly string[]): string {
  const all = (pattern: RegExp) => new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
  const kept = known.filter((name) => text.includes(name));
  // Names of places stand aside meanwhile, as characters that nobody types.
  const aside = kept.reduce((rest, name, n) => rest.replaceAll(name, String.fromCharCode(0xe000 + n)), text);
  const cut = [...CONTACT, TITLED_WHOLE, CAPITALS].reduce((rest, pattern) => {
    return rest.replace(all(pattern), (_, before: string | number) =>
      typeof before === "string" ? `${before}${CUT}` : CUT,
    );
  }, aside);
  return kept.reduce((rest, name, n) => rest.replaceAll(String.fromCharCode(0xe000 + n), name), cut);
}

const SORT_CODE = /(?<!\d)\d{2}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/;
const ACCOUNT = /(?<!\d)\d{4}[\s-]?\d{4}(?!\d)/;
const IBAN = /\bGB\d{2}\s?[A-Z]{4}(?:\s?\d){14}\b/i;

/** True when a text seems to hold a sort code and an account number. We keep no bank details, not even by accident. */
export function hasBankDetails(text: string): boolean {
  if (IBAN.test(text)) return true;
  const account = ACCOUNT.exec(text);
  if (!account) return false;
  const rest = text.replace(account[0], " ; ");
  return SORT_CODE.test(rest);
}
