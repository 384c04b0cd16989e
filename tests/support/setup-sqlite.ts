import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./template";

/** Once per run: a folder for this project's databases and, in it, one that is migrated and then copied for each file. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-tests-"));
  const template = path.join(folder, "template.db");
  await makeTemplate(`file:${template}`);
  project.provide("databases", { engine: "sqlite", folder, template });
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
