import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { logDecision } from "~/features/appraisals/log-decision.server";
import { organises } from "~/features/appraisals/may";
import { DECISION_BOXES, DUE_BOX, orderOf } from "~/features/appraisals/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Log a decision";
const BOXES = [...DECISION_BOXES, DUE_BOX];

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!organises(ctx.actor)) throw forbidden();
  return { neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const done = await logDecision(ctx, { typed });
  if (done.ok) return redirect(`/manage/decisions/${done.slug}?done=logged`, 303);
  return follow(args.context, typed, done, "/manage/decisions");
}

export default function NewDecision() {
  const { neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, orderOf(BOXES));
  return (
    <Page
      title={TITLE}
      lede="It is public at once: who decides what, and by when."
      back={{ href: "/manage/decisions", text: "Decision log" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/decisions/new" noValidate>
        <FormToken />
        <BoxList
          boxes={BOXES}
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
          neighbourhoods={neighbourhoods}
        />
        <Button>Put it in the log</Button>
      </form>
    </Page>
  );
}
