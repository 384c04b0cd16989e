import ts from "typescript";
import { sharedByRoutes } from "../rooms";
import { at, type Check, exportsOf, importsOf, type Source, sourcesUnder, walk } from "./source";

const mostLines = 160;
const order = ["meta", "loader", "action", "default", "ErrorBoundary"];
/** Remix reads these too; they may stand anywhere. */
const alsoRead = ["handle", "headers", "links"];

const spoken = (name: string) => (name === "default" ? "the page's component" : name);

function checkLength(source: Source): string[] {
  const lines = source.tree.text.trimEnd().split("\n").length;
  return lines > mostLines
    ? [
        `${source.path}:${mostLines + 1} Cut this route from ${lines} lines to ${mostLines} or fewer (aim for 100): move markup to features/<room>/<Noun><Part>.tsx and decisions to a verb or rules.ts.`,
      ]
    : [];
}

function checkOrder(source: Source): string[] {
  const found = exportsOf(source.tree);
  const strangers = found
    .filter(({ name }) => !order.includes(name) && !alsoRead.includes(name))
    .map(({ name, node }) =>
      at(
        source,
        node,
        `Move ${name} out: a route exports only ${order.join(", ")}, and handle, headers or links.`,
      ),
    );
  const ranked = found.filter(({ name }) => order.includes(name));
  const late = ranked.find((one, i) => {
    const before = ranked[i - 1];
    return before !== undefined && order.indexOf(one.name) < order.indexOf(before.name);
  });
  return late
    ? [
        ...strangers,
        at(
          source,
          late.node,
          `Put ${spoken(late.name)} in its place: meta, loader, action, component, ErrorBoundary.`,
        ),
      ]
    : strangers;
}

function checkContents(source: Source): string[] {
  const problems: string[] = [];
  for (const [name, { module, typeOnly }] of importsOf(source.tree)) {
    if (typeOnly) continue;
    if (module === "zod" || module.startsWith("zod/")) {
      problems.push(
        `${source.path}:1 Move the schema that uses ${name} to features/<room>/schema.ts and import it.`,
      );
    }
    if (module.startsWith("drizzle-orm")) {
      problems.push(`${source.path}:1 Move the query that uses ${name} to features/<room>/read.server.ts.`);
    }
  }
  walk(source.tree, (node) => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === "sql") {
      problems.push(at(source, node, "Move this SQL to features/<room>/read.server.ts."));
    }
  });
  return problems;
}

/** Route files stay short, hold neither queries nor schemas, and export the same things in the same order. */
export const routeBudget: Check = (root) =>
  sourcesUnder(root, "app/routes").flatMap((source) => [
    ...checkLength(source),
    ...checkContents(source),
    ...(sharedByRoutes.includes(source.path) ? [] : checkOrder(source)),
  ]);
