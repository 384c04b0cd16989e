import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cardOf, type IdeaCard } from "~/features/ideas/IdeaCards";
import { IDEA_FIELDS, IdeaFields } from "~/features/ideas/IdeaFields";
import { IdeaSent } from "~/features/ideas/IdeaSent";
import { IdeaSimilar } from "~/features/ideas/IdeaSimilar";
import { postIdea } from "~/features/ideas/post-idea.server";
import { findBoard } from "~/features/ideas/read.server";
import { ownLink } from "~/features/ideas/read-cases.server";
import { listSimilar } from "~/features/ideas/read-similar.server";
import { standingOf } from "~/features/ideas/rules";
import { getBorough, listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder, one, type Refused } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Who comes back to the form meets the same form, so that sending it again is sending it once. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const board = await findBoard(ctx, args.params.board ?? "");
  if (!board) throw missing();
  const news = new URL(args.request.url).searchParams.get("news");
  const standing = standingOf(board, ctx.now);
  const sent = (["held", "unconfirmed"] as const).find((one) => one === news) ?? null;
  const isOpen = standing === "open";
  const shut = standing === "closed" ? "closed" : "not_yet";
  const key = sent ? `ideas.done.${sent}` : isOpen ? "ideas.new.title" : `ideas.new.${shut}`;
  return {
    title: translator(args.context.locale as Locale)(key),
    board: { slug: board.slug, title: board.title, decides: board.decides, support: board.support },
    asksLink: board.asksLink,
    isOpen,
    sent,
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    contacts: (await getBorough(ctx)).contacts,
    submissionId: newSubmissionId(ctx),
  };
}

type Again = Refused & { similar?: IdeaCard[] };

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.board ?? "";
  const { locale, clientAddress } = args.context;
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  const submissionId = one(typed, "submissionId");
  if (cameTooSoon(ctx, submissionId)) return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  if (one(typed, "look") !== "") {
    const board = await findBoard(ctx, slug);
    const said = { title: one(typed, "title"), text: one(typed, "text") };
    const similar = board ? (await listSimilar(ctx, board, said)).map(cardOf) : [];
    if (similar.length > 0) return json<Again>({ typed, fields: {}, similar });
  }
  const posted = await postIdea(ctx, { board: slug, typed, locale, submissionId, limitBy: clientAddress });
  const at = (path: string) => redirect(inLocale(locale as Locale, `/ideas/${slug}/${path}`), 303);
  // Whoever waits for a person sees where their words are, and whom to ring meanwhile.
  if (posted.ok && posted.state === "held")
    return redirect(inLocale(locale as Locale, `/your-words/${ownLink(ctx, posted.id)}`), 303);
  if (posted.ok)
    return at(posted.state === "live" ? `${posted.slug}?news=posted` : `new?news=${posted.state}`);
  if (posted.reason === "missing") throw missing();
  if (posted.reason === "too_many") return refuse(args.context, typed, { "": ["ideas.new.tooMany"] }, 429);
  if (posted.reason === "invalid") return refuse(args.context, typed, posted.fields);
  return refuse(args.context, typed, {
    "": [posted.reason === "closed" ? "ideas.new.closed" : "ideas.new.not_yet"],
  });
}

export default function NewIdea() {
  const { title, board, asksLink, isOpen, sent, neighbourhoods, themes, contacts, submissionId } =
    useLoaderData<typeof loader>();
  const again = useActionData<typeof action>() as Again | undefined;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const errors = inOrder(again, IDEA_FIELDS).map(({ text, href }) => ({ text: t(text), href }));
  const similar = again?.similar ?? [];
  return (
    <Page
      title={title}
      lede={sent ? undefined : t("ideas.new.boardIs", { board: board.title })}
      back={{ href: link(`/ideas/${board.slug}`), text: <span {...asEnglish(locale)}>{board.title}</span> }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {sent && <IdeaSent sent={sent} board={board} locale={locale} link={link} />}
      {(isOpen || again) && !sent && (
        <form className="rh-narrow" action={link(`/ideas/${board.slug}/new`)} method="post" noValidate>
          <FormToken />
          <input
            type="hidden"
            name="submissionId"
            value={one(again?.typed ?? {}, "submissionId", submissionId)}
          />
          {similar.length > 0 ? (
            <IdeaSimilar ideas={similar} board={board} locale={locale} link={link} />
          ) : (
            <input type="hidden" name="look" value="yes" />
          )}
          <IdeaFields
            typed={again?.typed ?? {}}
            fields={again?.fields ?? {}}
            neighbourhoods={neighbourhoods}
            themes={themes}
            asksLink={asksLink}
            contacts={contacts}
            locale={locale}
          />
          <div className="rh-trap" aria-hidden="true">
            <label htmlFor="website">{t("register.website")}</label>
            <input id="website" name="website" tabIndex={-1} autoComplete="off" />
          </div>
          <Button>{t(similar.length > 0 ? "ideas.new.anyway" : "ideas.new.button")}</Button>
          <p className="rh-after">{t("ideas.new.phone", { phone: contacts.phone })}</p>
        </form>
      )}
    </Page>
  );
}
