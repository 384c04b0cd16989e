import ts from "typescript";
import { type AnyFunction, at, type Check, exportsOf, type Source, sourcesUnder, walk } from "./source";
import { kindOfRoomFile } from "./vocabulary";

const readers = ["read", "figures", "privacy", "transfer"];
const selects = new Set(["select", "selectDistinct"]);
const finders = new Set(["findMany", "findFirst"]);
const changes = new Set(["insert", "update", "delete"]);

/** A query: `….select(…).from(…)`, `….query.table.findMany(…)` or `….$count(…)`. */
function isQuery(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: target } = node.expression;
  if (name.text === "$count") return true;
  if (finders.has(name.text)) return /\.query\.\w+$/.test(target.getText());
  return (
    name.text === "from" &&
    ts.isCallExpression(target) &&
    ts.isPropertyAccessExpression(target.expression) &&
    selects.has(target.expression.name.text)
  );
}

function isWriteCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "write";
}

function queriesIn(node: ts.Node, enter: (node: ts.Node) => boolean = () => true): ts.Node[] {
  if (!enter(node)) return [];
  const own = isQuery(node) ? [node] : [];
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    inside.push(...queriesIn(child, enter));
  });
  return [...own, ...inside];
}

function changesSomething(fn: AnyFunction): boolean {
  let found = false;
  walk(fn, (node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      changes.has(node.expression.name.text)
    ) {
      found = true;
    }
  });
  return found;
}

/** In a verb's file: queries of exported functions that are neither inside `write` nor part of a change. */
function looseQueries(source: Source): ts.Node[] {
  return exportsOf(source.tree).flatMap(({ fn }) => {
    if (!fn) return [];
    const outside = queriesIn(fn, (node) => !isWriteCall(node));
    const writesItself = queriesIn(fn).length > outside.length;
    return outside.length > 0 && (writesItself || !changesSomething(fn)) ? outside : [];
  });
}

function checkFile(source: Source): string[] {
  const kind = kindOfRoomFile(source.path)?.kind;
  if (kind && readers.includes(kind)) return [];
  if (kind === "verb") {
    return looseQueries(source).map((node) =>
      at(source, node, "Load inside write(), where the lock is held, or move this query to read.server.ts."),
    );
  }
  return queriesIn(source.tree).map((node) =>
    at(
      source,
      node,
      "Move this query to features/<room>/read.server.ts (get must exist, find may be null, list many).",
    ),
  );
}

/** Queries stand in a room's read files, or inside the write of a verb; platform and db serve every room. */
export const reads: Check = (root) =>
  sourcesUnder(root, "app")
    .filter(({ path }) => !/^app\/(?:platform|db)\//.test(path))
    .flatMap(checkFile);
