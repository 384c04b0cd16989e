import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type Check, filesUnder, textOf } from "./source";

/** Built from pieces, so that this file does not hold what it looks for. */
const word = (...pieces: string[]) => pieces.join("");

interface Forbidden {
  pattern: RegExp;
  instead: string;
  /** Files that the rule looks at; all tracked files when left out. */
  where?: RegExp;
}

const prose = /^(?:app|content|public|docs)\/|^[A-Z]+\.md$/;

const forbidden: readonly Forbidden[] = [
  {
    pattern: new RegExp(word("(?<![\\w.-])/(?:wo", "rk|t", "mp)/")),
    instead: "Use a path from the project's folder, or the system's temporary folder by its function.",
  },
  {
    pattern: new RegExp(word("\\bsha", "red/(?:design|seeds|hooks)\\b")),
    instead: "Say it here or in docs: this path is on nobody else's machine.",
  },
  {
    pattern: new RegExp(word("\\bregis", "try\\.[a-z0-9-]+\\.[a-z]")),
    instead: "Leave the registry's address out: npm knows it.",
  },
  {
    pattern: new RegExp(word("\\b(?:Cla", "ude|Chat", "GPT|co", "pilot)\\b"), "i"),
    instead: "Say what the code does, not with what it was written.",
  },
  {
    pattern: new RegExp(word("\\bBA", "ME\\b")),
    instead: "Name the groups, or write “people from ethnic minorities”.",
    where: prose,
  },
  {
    pattern: new RegExp(word("\\bhard", "-to-", "reach\\b"), "i"),
    instead: "Write “less often heard”.",
    where: prose,
  },
  {
    pattern: new RegExp(word("\\bsign", "posted\\b"), "i"),
    instead: "Write “passed to”.",
    where: prose,
  },
  {
    pattern: new RegExp(word("\\bT", "BC\\b")),
    instead: "Write “not yet known”.",
    where: prose,
  },
  {
    pattern: new RegExp(word("\\blo", "rem\\b"), "i"),
    instead: "Write what the page will really say.",
    where: prose,
  },
  {
    pattern: new RegExp(word("\\b(?:TO", "DO|FIX", "ME|X", "XX)\\b")),
    instead: "Do it now, or leave it out.",
    where: /^(?!content\/)/,
  },
];

const notText = /\.(?:woff2?|png|ico|jpe?g|pdf|gz|br|db|zip)$/;

function trackedFiles(root: string): string[] {
  if (!existsSync(path.join(root, ".git"))) {
    return filesUnder(root, ".").filter((file) => !/^(?:node_modules|build|data)\//.test(file));
  }
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\0").filter((file) => file !== "" && existsSync(path.join(root, file)));
}

function checkFile(root: string, file: string): string[] {
  const rules = forbidden.filter(({ where }) => where === undefined || where.test(file));
  const text = textOf(root, file);
  return rules
    .filter(({ pattern }) => pattern.test(text))
    .map(({ pattern, instead }) => {
      const line = text.slice(0, text.search(pattern)).split("\n").length;
      return `${file}:${line} “${pattern.exec(text)?.[0]}”: ${instead}`;
    });
}

/** No file says a word that the house does not use. */
export const words: Check = (root) =>
  trackedFiles(root)
    .filter((file) => !notText.test(file))
    .flatMap((file) => checkFile(root, file));
