import { useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { staffMenu } from "~/features/people/staff-menu";
import { BoroughLogo } from "~/features/places/BoroughLogo";
import { asEnglish, inLocale, LOCALES } from "~/platform/locales";
import type { RootData } from "~/root";
import { PhaseBanner } from "~/ui/PhaseBanner";
import { Shell, type ShellLink } from "~/ui/Shell";
import { useFacts, useLink } from "./request-facts";

/** A telephone number as a link that phones understand. */
export function telephone(number: string): string {
  const digits = number.replace(/[^\d+]/g, "");
  return `tel:${digits.startsWith("0") ? `+44${digits.slice(1)}` : digits}`;
}

/** The borough, also on a page that failed before it asked. */
export function useBorough() {
  const { borough } = useFacts();
  return useRouteLoaderData<RootData>("root")?.borough ?? borough;
}

/** What a route may say about its page: facts for `main` that programs read (docs: the contract), and that its words are English in every language. */
type Handle = { facts?: (data: unknown) => Record<`data-${string}`, string>; english?: boolean } | undefined;

/** The site's own shell: languages, name, ways in, help and links, the same on every page. */
export function SiteShell({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<RootData>("root");
  const { t } = useTranslation();
  const { locale, path, query, demo, machineDraft } = useFacts();
  const link = useLink();
  const borough = useBorough();
  const account = data?.account;
  const staffSide = path.startsWith("/manage") && account?.staff;
  const englishOnly = /^\/(manage|account|sign-in|sign-out)(\/|$)/.test(path);
  const isOn = (part: string) => path === part || path.startsWith(`${part}/`);
  const facts = Object.assign(
    {},
    ...useMatches().map(({ handle, data }) => (handle as Handle)?.facts?.(data)),
  );
  const isEnglishPage = useMatches().some(({ handle }) => (handle as Handle)?.english);
  const main = staffSide
    ? staffMenu(account, path)
    : ["events", "neighbourhoods", "engagement", "ideas", "you-said-we-did", "help"].map((part) => ({
        href: link(`/${part}`),
        text: t(`nav.${part}`),
        current: isOn(`/${part}`),
      }));

  return (
    <Shell
      skip={t("site.skip")}
      languages={
        englishOnly
          ? undefined
          : {
              label: t("site.languages"),
              items: LOCALES.map(({ code, name, dir }) => ({
                text: name,
                lang: code,
                dir,
                href: code === locale ? undefined : inLocale(code, path) + query,
              })),
            }
      }
      utilities={{ label: t("site.formats"), items: utilities() }}
      brand={{
        href: link("/"),
        name: t("site.name"),
        tagline: borough?.programme,
        lang: asEnglish(locale).lang,
        logo: borough?.logo && <BoroughLogo logo={borough.logo} />,
      }}
      nav={{ label: t("site.main"), items: main, folded: staffSide ? "Menu" : undefined }}
      banner={banner()}
      help={{
        title: t("footer.talk"),
        text: t("footer.ring"),
        phone: { href: telephone(borough?.contacts.phone ?? ""), text: borough?.contacts.phone ?? "" },
        lines: borough
          ? [
              <span key="hours" {...asEnglish(locale)}>
                {borough.contacts.hours}
              </span>,
              t("footer.text", { number: borough.contacts.textNumber }),
              t("footer.relay", { number: borough.contacts.phone }),
              <a key="bsl" href={link("/bsl")}>
                {t("footer.bsl")}
              </a>,
            ]
          : [],
      }}
      columns={[
        {
          title: t("footer.takePart"),
          items: [
            { href: link("/events"), text: t("footer.findEvent") },
            { href: link("/neighbourhoods"), text: t("footer.findNeighbourhood") },
            { href: link("/engagement"), text: t("engagement.title") },
            { href: link("/surveys"), text: t("surveys.title") },
            { href: link("/ideas"), text: t("ideas.title") },
            { href: link("/you-said-we-did"), text: t("responses.title") },
            ...["commitments", "options", "decisions"].map((part) => ({
              href: link(`/${part}`),
              text: t(`${part}.title`),
            })),
            { href: link("/themes"), text: t("themes.title") },
            { href: link("/who-we-heard-from"), text: t("who.title") },
            { href: link("/search"), text: t("footer.search") },
            { href: link("/help"), text: t("footer.help") },
          ],
        },
        {
          title: t("footer.about"),
          items: [
            ...["about", "accessibility", "privacy", "cookies"].map((part) => ({
              href: link(`/${part}`),
              text: t(`footer.${part}`),
            })),
            { href: link("/open-data"), text: t("footer.openData") },
            { href: "/sign-in", text: t("site.signIn") },
          ],
        },
      ]}
      facts={facts}
      small={borough && <p>{t("footer.small", { council: borough.council })}</p>}
    >
      {children}
    </Shell>
  );

  function utilities(): ShellLink[] {
    const links: ShellLink[] = [
      ...(englishOnly ? [] : [{ href: link("/languages"), text: t("site.languages"), narrow: true }]),
      { href: link("/easy-read"), text: "Easy Read", lang: "en" },
      { href: link("/bsl"), text: "BSL", lang: "en" },
    ];
    if (!account) return links;
    const desk = account.staff && !staffSide ? [{ href: "/manage", text: "Staff pages", lang: "en" }] : [];
    return [...links, ...desk, { href: "/account", text: account.name }];
  }

  function banner(): ReactNode {
    if (isEnglishPage && locale !== "en")
      return <PhaseBanner tag="English">{t("site.englishOnly")}</PhaseBanner>;
    if (machineDraft) return <PhaseBanner tag={t("site.draftTag")}>{t("site.draft")}</PhaseBanner>;
    if (!demo) return undefined;
    return (
      <PhaseBanner tag="Demo">
        An invented borough, and nothing is sent to anyone. Read its <a href="/manage/outbox">outbox</a>, or{" "}
        <a href="/sign-in">sign in as someone</a>.
      </PhaseBanner>
    );
  }
}
