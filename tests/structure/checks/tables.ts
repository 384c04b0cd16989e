import path from "node:path";
import ts from "typescript";
import { rooms } from "../rooms";
import {
  at,
  bare,
  type Check,
  exportsOf,
  importedPath,
  importsOf,
  type Source,
  sourcesUnder,
  walk,
} from "./source";

const changes = new Set(["insert", "update", "delete"]);

/** The room or floor that a table file belongs to: `events-needs.ts` is another file of `events`. */
function ownerOf(file: string): string {
  const name = path.posix.basename(file, ".ts");
  return Object.keys(rooms).find((room) => name.startsWith(`${room}-`)) ?? name;
}

/** The owner of each table by its name: `events` → `events`, `auditEvents` → `platform`. */
function ownersOf(root: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path: file, tree } of sourcesUnder(root, "app/db/tables", /\.ts$/)) {
    for (const { name } of exportsOf(tree)) owners.set(name, ownerOf(file));
  }
  return owners;
}

/** The table that an expression names, by its exported name, when it was imported from db: `events`, or `tables.events`. */
export function tableIn(source: Source, expression: ts.Expression | undefined): string | null {
  if (!expression) return null;
  const inner = bare(expression);
  const imports = importsOf(source.tree);
  const fromDb = (local: string) => {
    const found = imports.get(local);
    const target = found && importedPath(source.path, found.module);
    return found && target?.startsWith("app/db/") ? found.imported : null;
  };
  if (ts.isIdentifier(inner)) return fromDb(inner.text);
  if (ts.isPropertyAccessExpression(inner) && ts.isIdentifier(inner.expression)) {
    return fromDb(inner.expression.text) ? inner.name.text : null;
  }
  return null;
}

function mayWrite(file: string, owner: string): boolean {
  if (owner in rooms) return file.startsWith(`app/features/${owner}/`);
  return file.startsWith("app/platform/") || file.startsWith("app/db/");
}

function refusal(owner: string, verb: string, table: string): string {
  const home = owner in rooms ? `features/${owner}` : "platform";
  return `Only ${home} writes ${table}. Call a verb or function of ${home} instead of ${verb}(${table}).`;
}

function isRawChange(node: ts.Node): boolean {
  if (!ts.isTaggedTemplateExpression(node) || !ts.isIdentifier(node.tag) || node.tag.text !== "sql")
    return false;
  return /^[`\s]*(?:insert|update|delete)\b/i.test(node.template.getText());
}

function checkFile(source: Source, owners: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  walk(source.tree, (node) => {
    if (isRawChange(node) && !source.path.startsWith("app/db/")) {
      problems.push(
        at(
          source,
          node,
          "Write with db.insert, db.update or db.delete, so that both engines and this check can read it.",
        ),
      );
    }
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const verb = node.expression.name.text;
    if (verb === "raw" && node.expression.expression.getText() === "sql") {
      problems.push(
        at(
          source,
          node,
          "Never use sql.raw: put values and columns into the sql template, which escapes them.",
        ),
      );
    }
    if (!changes.has(verb)) return;
    const table = tableIn(source, node.arguments[0]);
    const owner = table === null ? undefined : owners.get(table);
    if (table !== null && owner !== undefined && !mayWrite(source.path, owner)) {
      problems.push(at(source, node, refusal(owner, verb, table)));
    }
  });
  return problems;
}

/** Only its own room writes a table; tables of no room belong to platform. */
export const tables: Check = (root) => {
  const owners = ownersOf(root);
  return sourcesUnder(root, "app").flatMap((source) => checkFile(source, owners));
};
