import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResultPaths } from "~/features/appraisals/export-results.server";
import { describeCommitments } from "~/features/commitments/export-api.server";
import { exportOpenApi } from "~/features/events/export-api.server";
import { describeIdeas } from "~/features/ideas/export-api.server";
import { getBorough } from "~/features/places/read.server";
import { describeResponses } from "~/features/responses/export-api.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const made = exportOpenApi(ctx, (await getBorough(ctx)).programme);
  const [ideas, responses, commitments] = [describeIdeas(), describeResponses(), describeCommitments()];
  return json({
    ...made,
    paths: {
      ...made.paths,
      ...ideas.paths,
      ...responses.paths,
      ...commitments.paths,
      ...exportResultPaths(),
    },
    components: {
      schemas: {
        ...made.components.schemas,
        ...ideas.schemas,
        ...responses.schemas,
        ...commitments.schemas,
      },
    },
  });
}
