import ts from "typescript";
import { sharedByRoutes } from "../rooms";
import { at, type Check, type Exported, exportsOf, type Source, sourcesUnder } from "./source";

function isTable({ value }: Exported): boolean {
  return (
    value !== undefined &&
    ts.isCallExpression(value) &&
    ts.isIdentifier(value.expression) &&
    value.expression.text === "table"
  );
}

function hasComment(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => doc.getText().replace(/[/*\s]/g, "").length > 0);
}

function checkFile(source: Source): string[] {
  return exportsOf(source.tree)
    .filter((one) => (one.fn !== undefined || isTable(one)) && !hasComment(one.statement))
    .map((one) =>
      at(
        source,
        one.node,
        `Say in a doc comment what ${one.name} ${isTable(one) ? "holds, and its units" : "takes, returns and refuses"}.`,
      ),
    );
}

/** Exported functions and tables of rooms, platform, db, front door and furniture say what they are. */
export const docComments: Check = (root) =>
  sourcesUnder(root, "app")
    .filter(
      ({ path }) =>
        /^app\/(?:features|platform|db|http|ui|demo)\//.test(path) || sharedByRoutes.includes(path),
    )
    .flatMap(checkFile);
