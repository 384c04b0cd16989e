import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { sharedByRoutes } from "../rooms";
import {
  type AnyFunction,
  at,
  bare,
  type Check,
  type Exported,
  exportsOf,
  filesUnder,
  importsOf,
  parse,
  type Source,
} from "./source";

const guards = ["anyone", "inDemo", "signedIn", "staff"];

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

/** The guard that an expression waits for, by the name it has in guards.server: `await staff(args, "lead")`. */
function guardIn(expression: ts.Expression | undefined, names: ReadonlyMap<string, string>): string | null {
  if (!expression || !ts.isAwaitExpression(expression)) return null;
  const call = bare(expression);
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return null;
  return names.get(call.expression.text) ?? null;
}

function guardNames(tree: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const [local, { module, imported }] of importsOf(tree)) {
    if (/(^|\/)guards\.server$/.test(module) && guards.includes(imported)) names.set(local, imported);
  }
  return names;
}

const isForStaff = (address: string) => /^\/manage(\/|$)/.test(address);

function checkGuard(source: Source, one: Exported, address: string): string[] {
  const guard = one.fn ? guardIn(firstExpression(one.fn), guardNames(source.tree)) : null;
  if (guard === null) {
    return [
      at(
        source,
        one.node,
        `Begin this ${one.name} with "const ctx = await" and a guard: anyone(args), signedIn(args) or staff(args, …) from ~/routes/guards.server. A parent's loader protects nothing.`,
      ),
    ];
  }
  return guard !== "staff" && guard !== "inDemo" && isForStaff(address)
    ? [at(source, one.node, `Begin this ${one.name} with staff(args, …): ${address} is for staff only.`)]
    : [];
}

function checkRoute(root: string, { file, address, isFrame }: Address): string[] {
  const source = parse(root, file);
  const found = exportsOf(source.tree);
  const unguarded = found
    .filter(({ name }) => name === "loader" || name === "action")
    .flatMap((one) => checkGuard(source, one, address));
  const isPage = found.some((one) => one.name === "default");
  const has = (name: string) => found.some((one) => one.name === name);
  const problems = [...unguarded];
  if (isPage && !isFrame && !has("meta")) {
    problems.push(`${file}:1 Export meta with a title of its own for ${address}.`);
  }
  if (isForStaff(address) && isPage && !has("loader")) {
    problems.push(`${file}:1 Export a loader that begins with staff(args, …): ${address} is for staff only.`);
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
    .filter((file) => !listed.has(file) && !sharedByRoutes.includes(file))
    .map(
      (file) =>
        `${file}:1 Give this file an address in app/routes.ts, or move it: markup to features/<room> or ui. What all pages share is listed in tests/structure/floors.cjs.`,
    );
  const files = new Map(addresses.map((one) => [one.file, one]));
  const inside = [...files.values()]
    .filter(({ file }) => existsSync(path.join(root, file)))
    .flatMap((one) => checkRoute(root, one));
  return [...missing, ...unlisted, ...inside];
};
