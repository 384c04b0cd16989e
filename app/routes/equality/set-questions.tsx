import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EXTRAS } from "~/features/equality/code-lists";
import { EqualityNav } from "~/features/equality/EqualityNav";
import { may } from "~/features/equality/may";
import { listExtras } from "~/features/equality/read.server";
import { setQuestions } from "~/features/equality/set-questions.server";
import { CHARACTERISTIC_WORDS } from "~/features/equality/words";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What we ask");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.see(ctx.actor)) throw forbidden();
  return {
    extras: await listExtras(ctx),
    decides: may.setQuestions(ctx.actor),
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  return follow(args.context, typed, await setQuestions(ctx, { typed }), "/manage/equality/questions?done");
}

export default function SetQuestions() {
  const { extras, decides, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title="What we ask"
      lede="Ask only what will be used. Every question can be passed over, and every one has “Prefer not to say”."
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          done && (
            <NotificationBanner success>Saved. People who begin now meet these questions.</NotificationBanner>
          )
        )
      }
      head={<EqualityNav current="questions" />}
    >
      <div className="rh-narrow">
        <h2>Always asked</h2>
        <p>Neighbourhood, age, disability, ethnic group, sex, and whether somebody is an unpaid carer.</p>
        {decides ? (
          <form method="post" action={here}>
            <FormToken />
            <Checkboxes
              name="extras"
              legend="Asked beside these"
              legendSize="m"
              hint="Say in the privacy notice what you use them for, before you ask."
              values={extras}
              items={EXTRAS.map((extra) => ({ value: extra, label: CHARACTERISTIC_WORDS[extra] }))}
            />
            <Button>Ask these questions</Button>
          </form>
        ) : (
          <>
            <h2>Asked beside these</h2>
            <p>{extras.map((extra) => CHARACTERISTIC_WORDS[extra]).join(", ") || "Nothing more."}</p>
          </>
        )}
      </div>
    </Page>
  );
}
