import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findAppraisalRow } from "~/features/appraisals/read.server";
import { codeIn } from "~/features/appraisals/room-code";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { title: translator(args.context.locale as Locale)("options.score.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const locale = args.context.locale as Locale;
  const typed = await typedIn(args.request);
  const code = codeIn(one(typed, "code"));
  const found = code && (await findAppraisalRow(ctx, { code }));
  if (found) return redirect(inLocale(locale, `/options/score/${code}`), 303);
  return refuse(args.context, typed, { code: [translator(locale)("options.score.wrong")] });
}

export default function Score() {
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const link = useLink();
  const error = refused?.fields.code?.[0];
  return (
    <Page
      title={t("options.score.title")}
      lede={t("options.nowText")}
      back={{ href: link("/options"), text: t("options.title") }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#code" }]} />}
    >
      <form className="rh-narrow" method="post" action={link("/options/score")} noValidate>
        <FormToken />
        <TextInput
          name="code"
          label={t("options.score.code")}
          hint={t("options.score.hint")}
          width={10}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={error}
          defaultValue={one(refused?.typed ?? {}, "code")}
        />
        <Button arrow>{t("options.score.go")}</Button>
      </form>
    </Page>
  );
}
