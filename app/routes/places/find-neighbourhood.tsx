import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findNeighbourhoodByPostcode, listNeighbourhoods, sectorOf } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const title = translator(args.context.locale as Locale)("places.ask.page");
  return { neighbourhoods: await listNeighbourhoods(ctx), title };
}

/** The postcode comes in the body of the form, is looked up, and is in no address, log or table. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const typed = await typedIn(args.request);
  const postcode = one(typed, "postcode");
  const found = await findNeighbourhoodByPostcode(ctx, postcode);
  if (found) return redirect(inLocale(args.context.locale as Locale, `/neighbourhoods/${found.slug}`), 303);
  const problem = sectorOf(postcode) ? "problems.postcodeElsewhere" : "problems.postcode";
  return refuse(args.context, typed, { postcode: [problem] });
}

export default function FindNeighbourhood() {
  const { neighbourhoods, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const problem = refused?.fields.postcode?.[0];
  const error = problem ? t(problem) : undefined;
  return (
    <Page
      title={title}
      lede={t("places.ask.text")}
      back={{ href: link("/neighbourhoods"), text: t("places.back") }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#postcode" }]} />}
    >
      <form method="post" action={link("/neighbourhoods/find")} noValidate>
        <FormToken />
        <TextInput
          name="postcode"
          label={t("places.ask.label")}
          error={error}
          defaultValue={refused ? one(refused.typed, "postcode") : ""}
          autoComplete="postal-code"
          spellCheck={false}
          width={10}
        />
        <Button>{t("places.ask.button")}</Button>
      </form>
      <h2>{t("places.ask.orChoose")}</h2>
      <ul className="rh-list">
        {neighbourhoods.map((place) => (
          <li key={place.slug}>
            <a href={link(`/neighbourhoods/${place.slug}`)} {...asEnglish(locale)}>
              {place.name}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
