import { existsSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import {
  type AnyFunction,
  at,
  type Check,
  type Exported,
  exportsOf,
  importedPath,
  importsOf,
  parse,
  type Source,
  sourcesUnder,
  walk,
} from "./source";
import { tableIn } from "./tables";
import { kindOfRoomFile } from "./vocabulary";

/** Kinds of room files that change things. */
const changing = ["verb", "transfer", "privacy"];

/** The doc comment that says why nobody is asked: `system only: sends reminders at their time`. */
const systemOnly = /system only:\s*\S+/i;

/** The doc comment of a verb whose time must not be known: `Daily totals: the record holds exact times`. */
const dailyTotals = /daily totals:\s*\S+/i;

/** The doc comment of a piece of a verb, which other verbs call with their inner ctx. */
const partOfWrite = /inside (?:a|the) write/i;

function docOf(statement: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(statement)
    .map((doc) => doc.getText())
    .join(" ")
    .replace(/[\s*]+/g, " ");
}

const knownFunctions = new WeakMap<ts.SourceFile, ReadonlyMap<string, ts.Node>>();

/** Functions that a file declares, by name. */
function localFunctions(tree: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const known = knownFunctions.get(tree) ?? readFunctions(tree);
  knownFunctions.set(tree, known);
  return known;
}

function readFunctions(tree: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) found.set(name.text, initializer);
    }
  }
  return found;
}

/** A function and the file it is in. */
interface Found {
  source: Source;
  node: ts.Node;
}

/** The function that a name stands for in its own file. */
function inFile(source: Source, name: string): Found | null {
  const node = localFunctions(source.tree).get(name);
  return node ? { source, node } : null;
}

/** The function that a name stands for, in its own file or in another of the same room. */
function inRoom(source: Source, name: string): Found | null {
  const { module, imported } = importsOf(source.tree).get(name) ?? {};
  if (!imported || !module?.startsWith("./")) return inFile(source, name);
  const file = `${importedPath(source.path, module)}.ts`;
  return existsSync(path.join(source.root, file)) ? inFile(parse(source.root, file), imported) : null;
}

type Is = (node: ts.Node, source: Source) => boolean;

/** Whether something is done in `node`, or in a function that it leads to and that `find` finds. */
function does(source: Source, node: ts.Node, isIt: Is, find = inRoom): boolean {
  const seen = new Set<ts.Node>();
  const look = (from: Source, start: ts.Node): boolean => {
    if (seen.has(start)) return false;
    seen.add(start);
    let found = false;
    walk(start, (inner) => {
      const next = ts.isIdentifier(inner) ? find(from, inner.text) : null;
      found ||= isIt(inner, from) || (next !== null && look(next.source, next.node));
    });
    return found;
  };
  return look(source, node);
}

const isCallOf = (name: string) => (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

const asksMay = (node: ts.Node) =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "may";

/** A change of a table of ours: `db.insert(events)`, and not `list.delete(x)`. */
const isChange: Is = (node, source) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const changes = ["insert", "update", "delete"].includes(node.expression.name.text);
  return changes && tableIn(source, node.arguments[0]) !== null;
};

function takesCtxFirst(fn: AnyFunction): boolean {
  const first = fn.parameters[0];
  return first !== undefined && ts.isIdentifier(first.name) && first.name.text === "ctx";
}

/** The statement of the file that a node stands in; it carries the doc comment. */
function outermost(node: ts.Node): ts.Node {
  return ts.isSourceFile(node.parent) ? node : outermost(node.parent);
}

function checkWrite(source: Source, call: ts.CallExpression): string[] {
  const work = call.arguments.at(-1);
  if (!work) return [];
  const problems: string[] = [];
  const whole = outermost(call);
  if (!does(source, whole, asksMay) && !systemOnly.test(docOf(whole))) {
    problems.push(
      at(
        source,
        call,
        'Ask may.<act>(ctx.actor, …) in this write, after loading, or say in the doc comment "system only: …" and why.',
      ),
    );
  }
  if (!does(source, work, isCallOf("audit")) && !dailyTotals.test(docOf(whole))) {
    problems.push(
      at(
        source,
        call,
        'Call audit(ctx, …) inside this write, so that the change leaves a trace, or say in the doc comment "Daily totals: …" and why nobody may know when it was.',
      ),
    );
  }
  return problems;
}

function checkExport(source: Source, { fn, name, node, statement }: Exported): string[] {
  if (!fn) return [];
  if (does(source, fn, isCallOf("write"))) {
    return takesCtxFirst(fn)
      ? []
      : [
          at(
            source,
            node,
            `Let ${name} take ctx first: (ctx, input). Time, actor and database come in with it.`,
          ),
        ];
  }
  if (!does(source, fn, isChange, inFile) || partOfWrite.test(docOf(statement))) return [];
  return [
    at(
      source,
      node,
      `Wrap the change in write(ctx, { locks }, …), or say in the doc comment of ${name} that it runs "inside a write".`,
    ),
  ];
}

function checkFile(source: Source): string[] {
  const problems = exportsOf(source.tree).flatMap((one) => checkExport(source, one));
  walk(source.tree, (node) => {
    if (ts.isCallExpression(node) && isCallOf("write")(node)) problems.push(...checkWrite(source, node));
  });
  return problems;
}

/** Every change of a room is made in a write, every write asks `may` and leaves an audit row, every verb takes ctx. */
export const verbs: Check = (root) =>
  sourcesUnder(root, "app/features", /\.server\.ts$/)
    .filter(({ path }) => changing.includes(kindOfRoomFile(path)?.kind ?? ""))
    .flatMap(checkFile);
