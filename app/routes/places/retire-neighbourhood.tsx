import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { askWith } from "~/features/places/PlaceForm";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { countSectorsOf } from "~/features/places/read-history.server";
import { retireNeighbourhood } from "~/features/places/retire-neighbourhood.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, `Retire ${args.data?.name ?? ""}?`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.changeBoundaries(ctx.actor)) throw forbidden();
  if (one.status === "retired") throw redirect(`/manage/places/neighbourhoods/${one.slug}`);
  const others = (await listNeighbourhoods(ctx)).filter((other) => other.id !== one.id);
  return {
    slug: one.slug,
    name: one.name,
    postcodes: await countSectorsOf(ctx, one.id),
    others: others.map(({ slug, name }) => ({ value: slug, label: name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const retired = await retireNeighbourhood(ctx, { slug, typed });
  const here = `/manage/places/neighbourhoods/${slug}`;
  if (!retired.ok && retired.reason === "already") return redirect(here, 303);
  if (!retired.ok && retired.reason === "postcodes") return redirect(`${here}/retire`, 303);
  return follow(args.context, typed, retired, `${here}?done=retired`);
}

export default function RetireNeighbourhood() {
  const { slug, name, postcodes, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = summaryOf(refused);
  const { ticks } = askWith(refused ?? { typed: {}, fields: {} });
  const back = `/manage/places/neighbourhoods/${slug}`;
  if (postcodes > 0) {
    return (
      <Page title={`${name} can’t be retired yet`} back={{ href: back, text: name }}>
        <p>
          {postcodes === 1 ? "1 postcode sector still counts" : `${postcodes} postcode sectors still count`}{" "}
          as {name}. Give them to other neighbourhoods first:{" "}
          <a href={`${back}/boundary`}>a part has moved</a>, or{" "}
          <a href="/manage/places/postcodes">postcodes</a>.
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={`Retire ${name}?`}
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <WarningText>It will be in no list and on no map, and nobody can choose it any more.</WarningText>
      <p>Its page stays and leads to what came after it. Events and people keep its name.</p>
      <form className="rh-narrow" method="post" action={here}>
        <FormToken />
        <Checkboxes {...ticks("successors")} legend="What came after it?" small items={others} />
        <ButtonRow>
          <Button variant="warning">Yes, retire it</Button>
          <ButtonLink href={back} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
