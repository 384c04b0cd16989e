import type { TestProject } from "vitest/node";
import { NO_POSTGRES } from "../../scripts/lib/find-postgres.mjs";
import { startCluster } from "./postgres-cluster.mjs";
import { makeTemplate } from "./template";

/** Once per run: a PostgreSQL server of our own and, in it, a migrated database that is copied for each file. */
export default async function setup(project: TestProject) {
  const cluster = await startCluster();
  if (!cluster) throw new Error(NO_POSTGRES);
  await makeTemplate(await cluster.createDatabase("template"));
  project.provide("databases", { engine: "postgres", adminUrl: cluster.adminUrl, template: "template" });
  return () => cluster.stop();
}
