import { existsSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { at, type Check, type Source, sourcesUnder, textOf, walk } from "./source";

function keysOf(value: unknown, key = ""): string[] {
  if (typeof value !== "object" || value === null) return [key];
  return Object.entries(value).flatMap(([name, inner]) =>
    keysOf(inner, key === "" ? name : `${key}.${name}`),
  );
}

const withoutForm = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, "");

/** The key that a `t(…)` call asks for; a template's is its beginning, followed by `*`. Null for other calls. */
function askedKey(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const first = node.arguments[0];
  if (!ts.isIdentifier(callee) || callee.text !== "t" || first === undefined) return null;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? `${first.head.text}*` : null;
}

function checkFile(source: Source, keys: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const known = (asked: string) =>
    asked.endsWith("*") ? [...keys].some((key) => key.startsWith(asked.slice(0, -1))) : keys.has(asked);
  walk(source.tree, (node) => {
    const asked = askedKey(node);
    if (asked !== null && !known(asked)) {
      problems.push(at(source, node, `Write the words for ${asked} in content/locales/en.json.`));
    }
  });
  return problems;
}

/** Every string that the code asks for is in en.json. */
export const strings: Check = (root) => {
  const file = "content/locales/en.json";
  if (!existsSync(path.join(root, file))) return [];
  const written = keysOf(JSON.parse(textOf(root, file)));
  const keys = new Set([...written, ...written.map(withoutForm)]);
  return sourcesUnder(root, "app").flatMap((source) => checkFile(source, keys));
};
