import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { findCollection } from "~/routes/collections.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const collection = await findCollection(ctx, args.params.kind ?? "", args.params.slug ?? "");
  if (!collection) throw missing();
  return { title: translator(args.context.locale as Locale)("equality.sent.title") };
}

export default function AboutOneselfSent() {
  const { t } = useTranslation();
  const link = useLink();
  return (
    <Page title={t("equality.sent.title")} lede={t("equality.sent.lede")}>
      <div className="rh-narrow">
        <h2>{t("surveys.sent.kept")}</h2>
        <p>{t("equality.apart.text")}</p>
        <p>
          <ButtonLink href={link("/who-we-heard-from")} variant="secondary">
            {t("who.title")}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
}
