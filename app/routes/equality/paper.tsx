import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EqualityPaper } from "~/features/equality/EqualityPaper";
import { listExtras, listPlaces } from "~/features/equality/read.server";
import { translator } from "~/platform/i18n.server";
import { LOCALES, type Locale } from "~/platform/locales";
import { findCollection } from "~/routes/collections.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  const { locale } = args.context;
  return {
    collection,
    dir: LOCALES.find(({ code }) => code === locale)?.dir ?? "ltr",
    places: await listPlaces(ctx),
    extras: await listExtras(ctx),
    title: translator(locale as Locale)("equality.paper.link"),
  };
}

export default function AboutOneselfOnPaper() {
  const { collection, dir, places, extras } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { kind, slug, title } = collection;
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label={t("equality.title")}>
        <BackLink href={link(`/equality/${kind}/${slug}`)} />
        <p>{t("surveys.paper.print")}</p>
      </nav>
      <EqualityPaper
        caption={title}
        places={places}
        extras={extras}
        locale={locale}
        dir={dir as "ltr" | "rtl"}
      />
    </main>
  );
}
