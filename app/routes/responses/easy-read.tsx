import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getBorough } from "~/features/places/read.server";
import { ResponseEasy } from "~/features/responses/ResponseEasy";
import { listStanding } from "~/features/responses/read.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Few enough to be read in one go, and printed on a few sheets. */
const MOST = 10;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["after"] });
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  return {
    ...(await listStanding(ctx, { after }, MOST)),
    isFirst: after === undefined,
    phone: (await getBorough(ctx)).contacts.phone,
    title: translator(args.context.locale as Locale)("responses.easy.title"),
  };
}

export default function EasyRead() {
  const { responses, next, isFirst, phone, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = "/you-said-we-did/easy-read";
  return (
    <>
      <PageHead title={title} back={{ href: link("/you-said-we-did"), text: t("responses.ways.back") }} />
      <Section tight>
        <div className="rh-easy">
          {t("responses.easy.intro")
            .split("\n\n")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </div>
        <ResponseEasy responses={responses} locale={locale} link={link} />
        <p className="rh-lede">{t("responses.easy.ring", { phone })}</p>
        {(next || !isFirst) && (
          <Pagination
            previous={isFirst ? undefined : { href: link(here), text: t("responses.newest") }}
            next={next ? { href: link(`${here}?after=${next}`), text: t("responses.older") } : undefined}
          />
        )}
      </Section>
    </>
  );
}
