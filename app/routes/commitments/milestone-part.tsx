import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addMilestoneDate } from "~/features/commitments/add-milestone-date.server";
import { editMilestone } from "~/features/commitments/edit-milestone.server";
import {
  MILESTONE_ORDER,
  MilestoneFields,
  MilestoneMoveFields,
  MilestonePaperFields,
} from "~/features/commitments/MilestoneFields";
import { may } from "~/features/commitments/may";
import { isMilestonePart, type MilestonePart, milestoneTyped } from "~/features/commitments/milestone-typed";
import { moveMilestone } from "~/features/commitments/move-milestone.server";
import { getMilestoneChoices } from "~/features/commitments/read-choices.server";
import { findMilestone } from "~/features/commitments/read-milestones.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLES: Readonly<Record<MilestonePart, string>> = {
  about: "What the milestone says",
  move: "How the milestone stands",
  paper: "A date that a paper gives",
};
const VERBS = { about: editMilestone, move: moveMilestone, paper: addMilestoneDate };
const DONE = { about: "about", move: "moved", paper: "paper" };

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data && TITLES[args.data.part]);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findMilestone(ctx, args.params.slug ?? "");
  const part = args.params.part ?? "";
  if (!found || !may.work(ctx.actor) || !isMilestonePart(part)) throw missing();
  if (!may.planMilestones(ctx.actor)) throw forbidden();
  const { slug, title } = found.milestone;
  return {
    part,
    slug,
    title,
    now: milestoneTyped(part, found),
    choices: await getMilestoneChoices(ctx, slug),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", part = "" } = args.params;
  if (!isMilestonePart(part)) throw missing();
  const typed = await typedIn(args.request);
  const done = await VERBS[part](ctx, { slug, typed });
  return follow(args.context, typed, done, `/manage/milestones?done=${DONE[part]}`);
}

export default function MilestonePartPage() {
  const { part, slug, title, now, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, MILESTONE_ORDER);
  const form = { typed: refused?.typed ?? now, fields: refused?.fields ?? {} };
  return (
    <Page
      title={TITLES[part]}
      caption={title}
      back={{ href: "/manage/milestones", text: "Back to milestones" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/milestones/${slug}/${part}`} noValidate>
        <FormToken />
        {part === "about" && <MilestoneFields {...form} {...choices} isNew={false} />}
        {part === "move" && <MilestoneMoveFields {...form} />}
        {part === "paper" && <MilestonePaperFields {...form} />}
        <Button>Save</Button>
      </form>
    </Page>
  );
}
