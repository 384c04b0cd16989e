import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { createAppraisal } from "~/features/appraisals/create-appraisal.server";
import { organises } from "~/features/appraisals/may";
import { APPRAISAL_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Begin an options appraisal";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!organises(ctx.actor)) throw forbidden();
  return { neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const done = await createAppraisal(ctx, { typed });
  if (done.ok) return redirect(`/manage/options/${done.slug}?done=created`, 303);
  return follow(args.context, typed, done, "/manage/options");
}

export default function NewAppraisal() {
  const { neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, orderOf(APPRAISAL_BOXES));
  return (
    <Page
      title={TITLE}
      lede="A draft that only staff see, until people can score."
      back={{ href: "/manage/options", text: "All appraisals" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/options/new" noValidate>
        <FormToken />
        <BoxList
          boxes={APPRAISAL_BOXES}
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
          neighbourhoods={neighbourhoods}
        />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
