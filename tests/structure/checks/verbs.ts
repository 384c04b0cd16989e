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
import { kindOfRoomFile } from "./vocabulary";

/** Kinds of room files that change things. */
const changing = ["verb", "transfer", "privacy"];

/** The doc comment that says why nobody is asked: `system only: sends reminders at their time`. */
const systemOnly = /system only:\s*\S+/;

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
  if (!fn || !calls(fn, "write")) return [];
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

/** Every verb that writes takes ctx first, asks `may` and leaves an audit row. */
export const verbs: Check = (root) =>
  sourcesUnder(root, "app/features", /\.server\.ts$/)
    .filter(({ path }) => changing.includes(kindOfRoomFile(path)?.kind ?? ""))
    .flatMap((source) => exportsOf(source.tree).flatMap((one) => checkVerb(source, one)));
