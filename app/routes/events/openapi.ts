import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResultPaths } from "~/features/appraisals/export-results.server";
import { exportOpenApi } from "~/features/events/export-api.server";
import { describeIdeas } from "~/features/ideas/export-api.server";
import { getBorough } from "~/features/places/read.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const described = exportOpenApi(ctx, (await getBorough(ctx)).programme);
  const ideas = describeIdeas();
  return json({
    ...described,
    paths: { ...described.paths, ...ideas.paths, ...exportResultPaths() },
    components: { schemas: { ...described.components.schemas, ...ideas.schemas } },
  });
}
