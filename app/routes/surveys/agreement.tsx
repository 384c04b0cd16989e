import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AgreementTable } from "~/features/surveys/AgreementTable";
import { DisagreementCard, settleField } from "~/features/surveys/DisagreementCard";
import { drawSample } from "~/features/surveys/draw-sample.server";
import { getAgreement } from "~/features/surveys/read-agreement.server";
import { codingProgress, findToRead } from "~/features/surveys/read-words.server";
import { settleReading } from "~/features/surveys/settle-reading.server";
import { WordViews } from "~/features/surveys/WordViews";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && `${args.data.box.title}: agreement`);

const OWN = "You read it yourself: a third person settles it, or who leads surveys here";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const survey = await findToRead(ctx, args.params.slug ?? "");
  if (!survey) throw missing();
  if (survey === "none") throw forbidden();
  const box = (await codingProgress(ctx, survey)).find((one) => one.key === args.params.box);
  if (!box) throw missing();
  const { slug, title } = survey;
  return { slug, title, box, ...(await getAgreement(ctx, survey.id, box)) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", box = "" } = args.params;
  const typed = await typedIn(args.request);
  const to = `/manage/surveys/${slug}/words/${box}/agreement`;
  const id = one(typed, "text");
  if (id === "") return follow(args.context, typed, await drawSample(ctx, { slug, box, typed }), to);
  const settled = await settleReading(ctx, { id: Number(id), typed });
  if (!settled.ok && settled.reason === "own")
    return refuse(args.context, typed, { [settleField(id)]: [OWN] });
  return settled.ok ? redirect(to, 303) : follow(args.context, typed, settled, to);
}

export default function Agreement() {
  const { slug, title, box, sample, read, open, measured, differ } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = `/manage/surveys/${slug}/words/${box.key}`;
  return (
    <Page
      title={box.title}
      lede={
        sample === 0
          ? "Two people read a sample of the answers, and neither sees what the other found."
          : `Two people have read ${read} of a sample of ${sample}, out of ${box.texts} answers. ${open} they read differently and nobody has settled.`
      }
      caption={`${title}: agreement`}
      back={{ href: `/manage/surveys/${slug}/words`, text: "What people wrote" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
      head={<WordViews at={at} box={box} view="agreement" />}
    >
      {measured.length > 0 && <AgreementTable measured={measured} />}
      {differ.length > 0 && <h2>Where they differ</h2>}
      {differ.map((one) => (
        <DisagreementCard
          key={one.id}
          of={one}
          action={`${at}/agreement`}
          proof={<FormToken />}
          error={refused?.fields[settleField(one.id)]?.[0]}
        />
      ))}
      {box.texts === 0 ? (
        <EmptyState title="No answers yet" icon="talk">
          <p>A sample can be drawn when there are some.</p>
        </EmptyState>
      ) : (
        <form className="rh-narrow" method="post" action={`${at}/agreement`} noValidate>
          <FormToken />
          <h2>{sample === 0 ? "Draw a sample" : "Make the sample larger"}</h2>
          <TextInput
            name="inAHundred"
            label="Of every hundred answers, so many"
            hint="Twenty answers at least are drawn, at random. A sample that was drawn only grows."
            error={refused?.fields.inAHundred?.[0]}
            defaultValue={one(refused?.typed ?? {}, "inAHundred", "10")}
            width={3}
            inputMode="numeric"
          />
          <Button variant="secondary">{sample === 0 ? "Draw it" : "Draw more"}</Button>
        </form>
      )}
    </Page>
  );
}
