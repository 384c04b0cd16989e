import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { may as mayKeep } from "~/features/commitments/may";
import { may as mayEngage } from "~/features/engagement/may";
import { may as maySeeWho } from "~/features/equality/may";
import { may as mayAtEvents, TEAM } from "~/features/events/may";
import { reachOf as judgesReach } from "~/features/ideas/may";
import { may } from "~/features/people/may";
import { may as mayWithPlaces } from "~/features/places/may";
import { findBorough } from "~/features/places/read.server";
import { findLook } from "~/features/places/read-colours.server";
import { holdsAnywhere, isStaff } from "~/platform/actor";
import { translator } from "~/platform/i18n.server";
import { directionOf, isLocale } from "~/platform/locales";
import { ErrorPage, useProblem } from "~/routes/ErrorPage";
import { anyone } from "~/routes/guards.server";
import { useFacts } from "~/routes/request-facts";
import { SiteShell } from "~/routes/SiteShell";
import { type TitleFacts, titled } from "~/routes/title";
import { headingFontLink, themeColour } from "~/ui/fonts";
import styles from "~/ui/styles/app.scss?url";

export const links: LinksFunction = () => [
  headingFontLink,
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta: MetaFunction = (args) => titled(args, undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { locale: code, hasRefused } = args.context;
  const locale = isLocale(code) ? code : "en";
  const t = translator(locale);
  const borough = await findBorough(ctx);
  const titles: TitleFacts = {
    site: t("site.name"),
    errorWord: t("ui.error"),
    hasRefused: hasRefused ?? false,
  };
  const { actor } = ctx;
  const sees = {
    worksOnNeeds: holdsAnywhere(actor, TEAM),
    seesEngagement: mayEngage.work(actor),
    keepsCommitments: mayKeep.work(actor),
    seesWhoAnswered: maySeeWho.see(actor),
    judgesWords: judgesReach(actor, "judge").length > 0,
    seesPeople: may.seeAccounts(actor),
    keepsData: mayAtEvents.runRetention(actor),
    seesAudit: may.seeAudit(actor),
    seesSettings: mayWithPlaces.changeSettings(actor),
  };
  const look = await findLook(ctx);
  const account = actor.kind === "account" ? { name: actor.name, staff: isStaff(actor), ...sees } : null;
  return { titles, borough, account, look: look && { id: look.id, frame: look.frame } };
}

/** What the root knows, for pages; undefined on an error page that came before it. */
export type RootData = Awaited<ReturnType<typeof loader>>;

export default function Root() {
  return <Outlet />;
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useFacts();
  const { t } = useTranslation();
  const problem = useProblem();
  const look = useRouteLoaderData<RootData>("root")?.look;
  const isSheet = useMatches().some((match) => (match.handle as { bare?: boolean } | undefined)?.bare);
  const bare = isSheet && !problem;
  return (
    <html lang={locale} dir={directionOf(locale)} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={look?.frame ?? themeColour} />
        <meta name="color-scheme" content="light" />
        {problem ? <title>{`${t(`errors.${problem}.title`)} – ${t("site.name")}`}</title> : <Meta />}
        <Links />
        {look && <link rel="stylesheet" href={`/colours/${look.id}.css`} />}
      </head>
      <body className="govuk-template__body">{bare ? children : <SiteShell>{children}</SiteShell>}</body>
    </html>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
