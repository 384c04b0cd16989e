import ts from "typescript";
import {
  type AnyFunction,
  at,
  type Check,
  type Exported,
  exportsOf,
  type Source,
  sourcesUnder,
  walk,
} from "./source";
import { tableIn } from "./tables";
import { kindOfRoomFile } from "./vocabulary";

/** Kinds of room files that change things. */
const changing = ["verb", "transfer", "privacy"];

/** The doc comment that says why nobody is asked: `system only: sends reminders at their time`. */
const systemOnly = /system only:\s*\S+/;

/** The doc comment of a piece of a verb, which other verbs call with their inner ctx. */
const partOfWrite = /inside (?:a|the) write/i;

function calls(node: ts.Node, name: string): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression) && inner.expression.text === name)
      found = true;
  });
  return found;
}

function asksMay(node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (
      ts.isPropertyAccessExpression(inner) &&
      ts.isIdentifier(inner.expression) &&
      inner.expression.text === "may"
    ) {
      found = true;
    }
  });
  return found;
}

/** Whether a function changes a table of ours: `db.insert(events)`, and not `list.delete(x)`. */
function changesTable(source: Source, fn: AnyFunction): boolean {
  let found = false;
  walk(fn, (inner) => {
    if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return;
    const isChange = ["insert", "update", "delete"].includes(inner.expression.name.text);
    if (isChange && tableIn(source, inner.arguments[0]) !== null) found = true;
  });
  return found;
}

function takesCtxFirst(fn: AnyFunction): boolean {
  const first = fn.parameters[0];
  return first !== undefined && ts.isIdentifier(first.name) && first.name.text === "ctx";
}

function docOf({ statement }: Exported): string {
  return ts
    .getJSDocCommentsAndTags(statement)
    .map((doc) => doc.getText())
    .join("\n");
}

function checkVerb(source: Source, one: Exported): string[] {
  const { fn, name, node } = one;
  if (!fn) return [];
  if (!calls(fn, "write")) {
    const loose = changesTable(source, fn) && !partOfWrite.test(docOf(one));
    const advice = `Wrap the change in write(ctx, { locks }, …), or say in the doc comment of ${name} that it runs "inside a write".`;
    return loose ? [at(source, node, advice)] : [];
  }
  const problems: string[] = [];
  if (!takesCtxFirst(fn)) {
    problems.push(
      at(source, node, `Let ${name} take ctx first: (ctx, input). Time, actor and database come in with it.`),
    );
  }
  if (!asksMay(source.tree) && !systemOnly.test(docOf(one))) {
    problems.push(
      at(
        source,
        node,
        `Ask may.<act>(ctx.actor, …) inside the write of ${name}, or say in its doc comment "system only: …" and why.`,
      ),
    );
  }
  if (!calls(source.tree, "audit")) {
    problems.push(
      at(source, node, `Call audit(ctx, …) inside the write of ${name}, so that the change leaves a trace.`),
    );
  }
  return problems;
}

/** Every change of a room is made in a write; every verb that writes takes ctx first, asks `may` and leaves an audit row. */
export const verbs: Check = (root) =>
  sourcesUnder(root, "app/features", /\.server\.ts$/)
    .filter(({ path }) => changing.includes(kindOfRoomFile(path)?.kind ?? ""))
    .flatMap((source) => exportsOf(source.tree).flatMap((one) => checkVerb(source, one)));
