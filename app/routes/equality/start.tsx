import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translator } from "~/platform/i18n.server";
import { asEnglish, type Locale } from "~/platform/locales";
import { findCollection } from "~/routes/collections.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.title),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  return { collection, title: translator(args.context.locale as Locale)("equality.title") };
}

const PARTS = ["why", "choice", "apart", "sees"] as const;

export default function AboutOneself() {
  const { collection } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { kind, slug, title, open, back } = collection;
  return (
    <Page
      title={t("equality.title")}
      caption={<span {...asEnglish(locale)}>{title}</span>}
      lede={t("equality.ask")}
    >
      <div className="rh-narrow">
        {!open && <InsetText>{t("equality.over")}</InsetText>}
        {PARTS.map((part) => (
          <section key={part}>
            <h2>{t(`equality.${part}.title`)}</h2>
            <p>{t(`equality.${part}.text`)}</p>
          </section>
        ))}
        <ButtonRow>
          {open && (
            <ButtonLink href={link(`/equality/${kind}/${slug}/place`)} arrow>
              {t("equality.begin")}
            </ButtonLink>
          )}
          <ButtonLink href={link(back)} variant="secondary">
            {t("equality.no")}
          </ButtonLink>
        </ButtonRow>
        <p>
          <a href={link(`/equality/${kind}/${slug}/paper`)}>{t("equality.paper.link")}</a>
        </p>
      </div>
    </Page>
  );
}
