import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { themeAsTyped } from "~/features/places/as-typed";
import { editTheme } from "~/features/places/edit-theme.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { PlacesDone } from "~/features/places/PlacesNav";
import { RetireLink } from "~/features/places/RetireLink";
import { findTheme, listMergedInto, listParents, listThemes } from "~/features/places/read-themes.server";
import { ThemeFields } from "~/features/places/ThemeFields";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.label);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const theme = await findTheme(ctx, args.params.slug ?? "");
  if (!theme) throw missing();
  if (!may.keepThemes(ctx.actor)) throw forbidden();
  // The address of a merged theme leads to the one that stays.
  if (theme.slug !== args.params.slug) throw redirect(`/manage/places/themes/${theme.slug}`);
  const parent = (await listThemes(ctx)).find((one) => one.id === theme.parentId);
  const { slug, label, retiredDay } = theme;
  return {
    ...{ slug, label, retiredDay },
    now: themeAsTyped(theme, parent?.slug ?? ""),
    parents: (await listParents(ctx)).filter((one) => one.slug !== slug),
    merged: (await listMergedInto(ctx, theme.id)).map((one) => `${one.label} (${one.plainLabel})`),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const changed = await editTheme(ctx, { slug: args.params.slug ?? "", typed });
  return follow(args.context, typed, changed, "/manage/places/themes?done=changed");
}

export default function EditTheme() {
  const { slug, label, retiredDay, now, parents, merged, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/themes";
  return (
    <Page
      title={label}
      back={{ href: back, text: "Themes" }}
      notice={errors.length > 0 ? <ErrorSummary errors={errors} /> : <PlacesDone done={done} />}
      head={
        <>
          {!retiredDay && (
            <p>
              <ButtonLink href={`${back}/${slug}/merge`}>Merge it into another</ButtonLink>
            </p>
          )}
          <RetireLink kind="theme" slug={slug} retiredDay={retiredDay} />
        </>
      }
    >
      {merged.length > 0 && <p>Merged into it: {merged.join(", ")}.</p>}
      <PlaceForm action={`${back}/${slug}`} save="Save the changes" back={back} proof={<FormToken />}>
        <ThemeFields parents={parents} {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
