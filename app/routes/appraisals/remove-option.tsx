import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/appraisals/may";
import { findForStaff, listOptions } from "~/features/appraisals/read.server";
import { removeOption } from "~/features/appraisals/remove-option.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Take this option out?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, state } = seen.appraisal;
  if (state !== "draft") throw redirect(`/manage/options/${slug}`);
  const option = (await listOptions(ctx, id)).find((one) => one.id === args.params.option);
  if (!option) throw missing();
  return { slug, title: option.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", option = "" } = args.params;
  const done = await removeOption(ctx, { slug, id: option });
  if (!done.ok && done.reason !== "over") throw done.reason === "missing" ? missing() : forbidden();
  return redirect(`/manage/options/${slug}/options?done=removed`, 303);
}

export default function RemoveOption() {
  const { slug, title } = useLoaderData<typeof loader>();
  const here = useHere();
  return (
    <Page
      title={TITLE}
      caption={title}
      back={{ href: `/manage/options/${slug}/options`, text: "All options" }}
    >
      <form method="post" action={here}>
        <FormToken />
        <p>Nobody has scored it yet. Options after it move up a letter. This can’t be undone.</p>
        <ButtonRow>
          <Button variant="warning">Take it out</Button>
          <ButtonLink href={`/manage/options/${slug}/options`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
