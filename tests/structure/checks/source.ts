import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A check reads the tree under `root` and returns one instruction for each thing to put right; none means kept. */
export type Check = (root: string) => readonly string[] | Promise<readonly string[]>;

/** A parsed file, the root of its tree, and its path from there with forward slashes. */
export interface Source {
  root: string;
  path: string;
  tree: ts.SourceFile;
}

/** Paths of all files under `folder`, from the root, sorted; empty when the folder is not there. */
export function filesUnder(root: string, folder: string, pattern = /./): string[] {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(start, name)).isFile())
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((name) => pattern.test(name))
    .sort();
}

/** The text of a file, by its path from the root. */
export function textOf(root: string, file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

const parsed = new Map<string, { text: string; tree: ts.SourceFile }>();

/** The syntax tree of a TypeScript file, parsed once for all checks while its text stays the same. */
export function parse(root: string, file: string): Source {
  const text = textOf(root, file);
  const key = path.join(root, file);
  const known = parsed.get(key);
  if (known?.text === text) return { root, path: file, tree: known.tree };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(key, { text, tree });
  return { root, path: file, tree };
}

/** Every TypeScript file under a folder, parsed. */
export function sourcesUnder(root: string, folder: string, pattern = /\.tsx?$/): Source[] {
  return filesUnder(root, folder, pattern).map((file) => parse(root, file));
}

/** `file:line instruction`, the shape of every message. */
export function at(source: Source, node: ts.Node, instruction: string): string {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return `${source.path}:${line + 1} ${instruction}`;
}

/** Calls `visit` for a node and everything inside it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** A function that can be exported: declared, or an arrow or function expression kept in a constant. */
export type AnyFunction = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** One exported thing. `statement` carries its doc comment; `value` is what a constant is set to. */
export interface Exported {
  name: string;
  statement: ts.Statement;
  node: ts.Node;
  fn?: AnyFunction;
  value?: ts.Expression;
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

function isDefault(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** Looks through brackets, `as`, `satisfies` and `await`. */
export function bare(expression: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isAwaitExpression(expression)
  ) {
    return bare(expression.expression);
  }
  return expression;
}

function functionIn(expression: ts.Expression | undefined): AnyFunction | undefined {
  if (!expression) return undefined;
  const inner = bare(expression);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner) ? inner : undefined;
}

function declared(statement: ts.Statement, name?: string): Exported[] {
  if (ts.isFunctionDeclaration(statement)) {
    const own = name ?? statement.name?.text ?? "default";
    return [{ name: own, statement, node: statement, fn: statement }];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((declaration) => {
      if (!ts.isIdentifier(declaration.name)) return [];
      return [
        {
          name: name ?? declaration.name.text,
          statement,
          node: declaration,
          fn: functionIn(declaration.initializer),
          value: declaration.initializer,
        },
      ];
    });
  }
  if (ts.isClassDeclaration(statement)) {
    return [{ name: name ?? statement.name?.text ?? "default", statement, node: statement }];
  }
  return [];
}

function localNamed(tree: ts.SourceFile, local: string): ts.Statement | undefined {
  return tree.statements.find((statement) => declared(statement).some((found) => found.name === local));
}

function listedExports(tree: ts.SourceFile, statement: ts.ExportDeclaration): Exported[] {
  if (statement.isTypeOnly || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
    return [];
  return statement.exportClause.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => {
      const local = (element.propertyName ?? element.name).text;
      const origin = statement.moduleSpecifier ? undefined : localNamed(tree, local);
      const found = origin && declared(origin).find((one) => one.name === local);
      return { ...(found ?? { statement, node: element }), name: element.name.text };
    });
}

/** Everything a file exports that exists when it runs (no types), in order; the default export is named `default`. */
export function exportsOf(tree: ts.SourceFile): Exported[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return listedExports(tree, statement);
    if (ts.isExportAssignment(statement)) {
      return [
        {
          name: "default",
          statement,
          node: statement,
          fn: functionIn(statement.expression),
          value: statement.expression,
        },
      ];
    }
    if (!isExported(statement)) return [];
    return declared(statement, isDefault(statement) ? "default" : undefined);
  });
}

/** Where an imported name comes from: the module as written and the name it has there (`*` for the whole module). */
export interface Import {
  module: string;
  imported: string;
  typeOnly: boolean;
}

const knownImports = new WeakMap<ts.SourceFile, ReadonlyMap<string, Import>>();

/** All imported names of a file, by the name they have in it. */
export function importsOf(tree: ts.SourceFile): ReadonlyMap<string, Import> {
  const known = knownImports.get(tree) ?? readImports(tree);
  knownImports.set(tree, known);
  return known;
}

function readImports(tree: ts.SourceFile): ReadonlyMap<string, Import> {
  const found = new Map<string, Import>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const module = statement.moduleSpecifier.text;
    const clause = statement.importClause;
    if (!clause) continue;
    const typeOnly = clause.isTypeOnly;
    if (clause.name) found.set(clause.name.text, { module, imported: "default", typeOnly });
    const bindings = clause.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) {
      found.set(bindings.name.text, { module, imported: "*", typeOnly });
    } else if (bindings) {
      for (const element of bindings.elements) {
        found.set(element.name.text, {
          module,
          imported: (element.propertyName ?? element.name).text,
          typeOnly: typeOnly || element.isTypeOnly,
        });
      }
    }
  }
  return found;
}

/** The path from the root that an import points to (without knowing its ending), or null for a package. */
export function importedPath(from: string, module: string): string | null {
  if (module.startsWith("~/")) return path.posix.join("app", module.slice(2));
  if (module.startsWith(".")) return path.posix.join(path.posix.dirname(from), module);
  return null;
}
