import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CollectionWho } from "~/features/equality/CollectionWho";
import { findCollectionRow } from "~/features/equality/read-who-answered.server";
import { yearOf } from "~/features/equality/rules";
import { HeardArticle } from "~/features/events/HeardArticle";
import { findHeard } from "~/features/events/read-heard.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, type Locale } from "~/platform/locales";
import { longDay, plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { InsetText } from "~/ui/InsetText";
import { PageHead } from "~/ui/PageHead";
import type { Palette } from "~/ui/palettes";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.title),
  { name: "description", content: args.data?.page.content.summary ?? "" },
  ...(args.data?.isOld ? [{ name: "robots", content: "noindex" }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { slug = "", version } = args.params;
  if (version !== undefined && !/^[1-9]\d{0,3}$/.test(version)) throw missing();
  const found = await findHeard(ctx, slug, version === undefined ? undefined : Number(version));
  if (!found) throw missing();
  const { seen, page, versions, newest } = found;
  const { title, startsAt } = seen.event;
  return {
    event: { slug, title, startsAt },
    place: [seen.venue?.name, seen.neighbourhood?.name].filter(Boolean).join(", "),
    look: { palette: seen.neighbourhood?.palette, seed: seen.neighbourhood?.seed },
    title: translator(args.context.locale as Locale)("heard.titleFor", { event: title }),
    page,
    versions,
    isOld: page.version < newest,
    who: await findCollectionRow(ctx, { kind: "event", slug, year: yearOf(startsAt) }),
  };
}

export default function Heard() {
  const { event, place, look, page, versions, isOld, who } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = `/events/${event.slug}/heard`;
  return (
    <>
      <PageHead
        title={t("heard.title")}
        caption={<span {...asEnglish(locale)}>{event.title}</span>}
        lede={[longDay(event.startsAt, locale), place].filter(Boolean).join(". ")}
        back={{ href: link(`/events/${event.slug}`), text: t("heard.event") }}
        palette={look.palette as Palette | undefined}
        seed={look.seed}
      />
      <Section tight>
        {isOld && (
          <InsetText>
            {t("heard.old")} <a href={link(here)}>{t("heard.newest")}</a>
          </InsetText>
        )}
        {page.changes && <p {...asEnglish(locale)}>{t("heard.changes", { changes: page.changes })}</p>}
        <HeardArticle content={page.content} locale={locale} link={link} />
        {who && <CollectionWho row={who} locale={locale} link={link} />}
        <p className="rh-note">{t("heard.published", { day: plainDay(page.publishedAt, locale) })}</p>
        {versions.length > 1 && (
          <nav className="rh-no-print" aria-label={t("heard.versions")}>
            <h2>{t("heard.versions")}</h2>
            <ul className="rh-list">
              {versions.map(({ version, publishedAt, changes }) => (
                <li key={version}>
                  <a
                    href={link(`${here}/${version}`)}
                    aria-current={version === page.version ? "page" : undefined}
                  >
                    {t("heard.version", { version, day: plainDay(publishedAt, locale) })}
                  </a>
                  {changes && (
                    <span className="rh-note" {...asEnglish(locale)}>
                      {changes}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Section>
    </>
  );
}
