import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { mergeTheme } from "~/features/places/merge-theme.server";
import { askWith } from "~/features/places/PlaceForm";
import { findThemeRow, listThemes } from "~/features/places/read-themes.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Select } from "~/ui/Select";
import { summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, `Merge ${args.data?.label ?? ""}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const theme = await findThemeRow(ctx, args.params.slug ?? "");
  if (!theme || theme.mergedIntoId) throw missing();
  if (!may.keepThemes(ctx.actor)) throw forbidden();
  const others = (await listThemes(ctx)).filter((one) => one.id !== theme.id && !one.retiredDay);
  return {
    slug: theme.slug,
    label: theme.label,
    plainLabel: theme.plainLabel,
    others: others.map((one) => ({ value: one.slug, text: `${one.label}: ${one.plainLabel}` })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const merged = await mergeTheme(ctx, { slug: args.params.slug ?? "", typed });
  const to = merged.ok ? `/manage/places/themes/${merged.into}?done=merged` : "";
  return follow(args.context, typed, merged, to);
}

export default function MergeTheme() {
  const { slug, label, plainLabel, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field } = askWith(refused ?? { typed: {}, fields: {} });
  const back = `/manage/places/themes/${slug}`;
  return (
    <Page
      title={`Merge ${label}`}
      lede={`Its words, “${label}” and “${plainLabel}”, become other words of the theme that stays.`}
      back={{ href: back, text: label }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <WarningText>This can’t be undone.</WarningText>
      <form className="rh-narrow" method="post" action={useHere()} noValidate>
        <FormToken />
        <Select
          {...field("into")}
          label="The theme that stays"
          items={[{ value: "", text: "Choose one" }, ...others]}
        />
        <ButtonRow>
          <Button variant="warning">Merge them</Button>
          <ButtonLink href={back} variant="secondary">
            No, keep both
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
