import { existsSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import {
  at,
  type Check,
  exportsOf,
  importedPath,
  importsOf,
  parse,
  type Source,
  sourcesUnder,
  walk,
} from "./source";
import { kindOfRoomFile } from "./vocabulary";

/** Types with the gate's mark. */
const MARKED = /^(?:Passed|Published|Share|Mean|Rate|Change|Representation|GatedTable|GatedRow|GatedCell)$/;

/** Tables with a row for each person, or for what one of them did or said. */
const ABOUT_PEOPLE =
  /^(?:participants|registrations|registrationNeeds|attendances|feedbackForms|claims|outreachEntries|outreachPeople|participationRatings|equalityAnswers|equalityTallies|surveyResponses|surveyAnswers|responses|answers|ideaSupports|appraiserScores)$/;

const ADDS_UP = new Set(["count", "countDistinct", "sum", "avg", "min", "max", "$count"]);
const TRUE_NUMBERS = /true\s+(?:\*\s+)?numbers/i;
const EXEMPT = /exempt:\s*\S+/i;

const isOfGate = ({ path: file }: Source) => file.startsWith("app/features/figures/");

/** The words of a statement's doc comment, without stars and breaks. */
function docOf(statement: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(statement)
    .map((doc) => doc.getText())
    .join(" ")
    .replace(/[\s*]+/g, " ");
}

/** Only the gate puts its mark on a value. */
function checkMark(source: Source): string[] {
  if (isOfGate(source)) return [];
  const problems: string[] = [];
  for (const { module, imported } of importsOf(source.tree).values()) {
    if (/features\/figures\/published$/.test(module) && ["passed", "shownAs", "*"].includes(imported)) {
      problems.push(
        `${source.path}:1 Leave ${imported} to the figures room: it says that a number has passed the gate. Call publishCount, publishTables or publishFigures instead.`,
      );
    }
  }
  walk(source.tree, (node) => {
    if (!ts.isAsExpression(node)) return;
    walk(node.type, (inner) => {
      if (ts.isTypeReferenceNode(inner) && MARKED.test(inner.typeName.getText())) {
        problems.push(
          at(
            source,
            node,
            `Take "as ${inner.typeName.getText()}" out: only the gate makes one. Send the true number through features/figures.`,
          ),
        );
      }
    });
  });
  return problems;
}

/** True when something in the node adds up rows of a table about people. */
function countsPeople(node: ts.Node): boolean {
  let adds = false;
  let people = false;
  walk(node, (inner) => {
    if (!ts.isCallExpression(inner)) return;
    const { expression, arguments: given } = inner;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
    adds ||= ADDS_UP.has(name) && (ts.isIdentifier(expression) || name === "$count");
    const table = ["from", "$count"].includes(name) ? given[0] : undefined;
    people ||= table !== undefined && ABOUT_PEOPLE.test(table.getText());
  });
  return adds && people;
}

/** A function that counts people says for whom its numbers are. */
function checkReader(source: Source): string[] {
  if (kindOfRoomFile(source.path)?.kind !== "read") return [];
  return exportsOf(source.tree).flatMap(({ fn, name, node, statement }) => {
    const doc = docOf(statement);
    if (!fn || TRUE_NUMBERS.test(doc) || EXEMPT.test(doc) || !countsPeople(fn)) return [];
    return [
      at(
        source,
        node,
        `${name} counts people. Write "True numbers: for staff." into its doc comment, or "Exempt: …" and why small ones may be seen (README of features/figures).`,
      ),
    ];
  });
}

/** Rows that are written and never read, whoever asks: what people said about themselves. */
const UNREAD = /^(?:equalityAnswers)$/;

function checkUnread(source: Source): string[] {
  const problems: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const reads = /^(?:from|\$count|(?:left|right|inner|full)Join)$/.test(node.expression.name.text);
    const table = node.arguments[0]?.getText() ?? "";
    if (!reads || !UNREAD.test(table)) return;
    problems.push(
      at(
        source,
        node,
        `Leave ${table} unread: its rows are listed and exported by nothing. Count from equalityTallies.`,
      ),
    );
  });
  return problems;
}

/** Files whose words reach people who are not staff: pages for anyone, exports, messages. */
function isForEveryone({ path: file, tree }: Source): boolean {
  const kind = kindOfRoomFile(file)?.kind;
  if (kind === "transfer" || file.endsWith("/messages.ts")) return true;
  return file.startsWith("app/routes/") && /\b(?:anyone|signedIn)\(args/.test(tree.text);
}

function checkReach(source: Source): string[] {
  if (!isForEveryone(source)) return [];
  return [...importsOf(source.tree).values()].flatMap(({ module, imported, typeOnly }) => {
    const file = importedPath(source.path, module);
    if (typeOnly || !file || !existsSync(path.join(source.root, `${file}.ts`))) return [];
    const found = exportsOf(parse(source.root, `${file}.ts`).tree).find(({ name }) => name === imported);
    if (!found || !TRUE_NUMBERS.test(docOf(found.statement))) return [];
    return [
      `${source.path}:1 ${imported} gives true numbers of people, and what this file says is not for staff alone. Let it pass the gate in a read or verb file (publishTables, publishFigures), and take that.`,
    ];
  });
}

/** Numbers about people reach everyone only through the gate: nobody else marks them, and true ones stay with staff. */
export const gated: Check = (root) =>
  sourcesUnder(root, "app").flatMap((source) => [
    ...checkMark(source),
    ...checkReader(source),
    ...checkUnread(source),
    ...checkReach(source),
  ]);
