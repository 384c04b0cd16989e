import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { type AnyFunction, at, bare, type Check, exportsOf, filesUnder, importsOf, parse } from "./source";

/** Web helpers that routes share and that answer no address themselves. A new one is a decision. */
const helpersOfRoutes = ["app/routes/guards.server.ts"];

const guards = ["anyone", "signedIn", "staff"];

interface Entry {
  file: string;
  path?: string;
  index?: boolean;
  children?: Entry[];
}

/** One address of the site: what it looks like, the file that answers it, and whether other pages sit inside it. */
export interface Address {
  address: string;
  file: string;
  isFrame: boolean;
}

function flatten(entries: readonly Entry[], parent: string): Address[] {
  return entries.flatMap((entry) => {
    const address = path.posix.join(parent, entry.path ?? "");
    const children = entry.children ?? [];
    const own = { address, file: path.posix.join("app", entry.file), isFrame: children.length > 0 };
    return [own, ...flatten(children, address)];
  });
}

/** Every address listed in app/routes.ts; empty while the site map is not there. */
export async function addressesOf(root: string): Promise<Address[]> {
  const file = path.join(root, "app/routes.ts");
  if (!existsSync(file)) return [];
  const loaded = (await import(pathToFileURL(file).href)) as { default: Entry[] | Promise<Entry[]> };
  return flatten(await loaded.default, "/");
}

function firstExpression(fn: AnyFunction): ts.Expression | undefined {
  if (!fn.body) return undefined;
  if (!ts.isBlock(fn.body)) return fn.body;
  const first = fn.body.statements[0];
  if (!first) return undefined;
  if (ts.isExpressionStatement(first)) return first.expression;
  if (ts.isReturnStatement(first)) return first.expression;
  if (ts.isVariableStatement(first)) return first.declarationList.declarations[0]?.initializer;
  return undefined;
}

/** Whether an expression is a call of one of the guards: `anyone(args)`, `await staff("lead")(args)`. */
function isGuardCall(expression: ts.Expression | undefined, names: ReadonlySet<string>): boolean {
  if (!expression) return false;
  const call = bare(expression);
  if (!ts.isCallExpression(call)) return false;
  const callee = bare(call.expression);
  if (ts.isIdentifier(callee)) return names.has(callee.text);
  return ts.isCallExpression(callee) && isGuardCall(callee, names);
}

function guardNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const [local, { module, imported }] of importsOf(tree)) {
    if (/(^|\/)guards\.server$/.test(module) && guards.includes(imported)) names.add(local);
  }
  return names;
}

function checkRoute(root: string, { file, address, isFrame }: Address): string[] {
  const source = parse(root, file);
  const names = guardNames(source.tree);
  const found = exportsOf(source.tree);
  const problems: string[] = [];
  for (const one of found) {
    if (one.name !== "loader" && one.name !== "action") continue;
    const guarded = one.fn ? isGuardCall(firstExpression(one.fn), names) : isGuardCall(one.value, names);
    if (!guarded) {
      problems.push(
        at(
          source,
          one.node,
          `Begin this ${one.name} with a guard: anyone(args), signedIn(args) or staff(…) from ~/routes/guards.server. A parent's loader protects nothing.`,
        ),
      );
    }
  }
  const isPage = found.some((one) => one.name === "default");
  if (isPage && !isFrame && !found.some((one) => one.name === "meta")) {
    problems.push(`${file}:1 Export meta with a title of its own for ${address}.`);
  }
  return problems;
}

/** Every address has a file, a guard on its loader and action, and a page title; every route file has an address. */
export const siteMap: Check = async (root) => {
  const addresses = await addressesOf(root);
  const listed = new Set(addresses.map(({ file }) => file));
  const missing = addresses
    .filter(({ file }) => !existsSync(path.join(root, file)))
    .map(
      ({ file, address }) =>
        `app/routes.ts Write ${file}, which should answer ${address}, or take the line out.`,
    );
  const unlisted = filesUnder(root, "app/routes")
    .filter((file) => !listed.has(file) && !helpersOfRoutes.includes(file))
    .map(
      (file) =>
        `${file}:1 Give this file an address in app/routes.ts, or move it: markup to features/<room> or ui, web helpers to the list in tests/structure/checks/site-map.ts.`,
    );
  const files = new Map(addresses.map((one) => [one.file, one]));
  const inside = [...files.values()]
    .filter(({ file }) => existsSync(path.join(root, file)))
    .flatMap((one) => checkRoute(root, one));
  return [...missing, ...unlisted, ...inside];
};
