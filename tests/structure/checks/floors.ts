import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import type { Check } from "./source";

const load = createRequire(import.meta.url);

/** Floors, room arrows, owners of packages, circles: the rules of floors.cjs, run over the tree. */
export const floors: Check = async (root) => {
  const { options, ...ruleSet } = load("../floors.cjs");
  const folders = ["app", "scripts", "tests", "drizzle", "server.mjs"].filter((name) =>
    existsSync(path.join(root, name)),
  );
  const tsConfig = path.join(root, "tsconfig.json");
  const { output } = await cruise(
    folders,
    { ...options, ruleSet, validate: true, baseDir: root, tsConfig: { fileName: tsConfig } },
    { ...options.enhancedResolveOptions, tsConfig },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const advice = new Map<string, string>(
    ruleSet.forbidden.map((rule: { name: string; comment: string }) => [rule.name, rule.comment]),
  );
  return (output as ICruiseResult).summary.violations.map(
    ({ from, to, rule }) => `${from} → ${to} ${advice.get(rule.name)} (${rule.name})`,
  );
};
