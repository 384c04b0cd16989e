import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EqualityAnswers } from "~/features/equality/EqualityAnswers";
import { EqualityFrame } from "~/features/equality/EqualityFrame";
import { getStanding } from "~/features/equality/read-step.server";
import { cookieOf, readCode } from "~/features/equality/rules";
import { sendBlock } from "~/features/equality/send-block.server";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { findCollection } from "~/routes/collections.server";
import { FormToken } from "~/routes/FormToken";
import { missing, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Answers belong to whoever is at the screen now, and to nobody after them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  const locale = args.context.locale as Locale;
  const start = `/equality/${kind}/${slug}`;
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(kind, slug));
  const { said, steps, code, placeName } = await getStanding(ctx, collection, cookie);
  if (!collection.open || !code) throw redirect(inLocale(locale, start), 303);
  return {
    title: translator(locale)("surveys.check.title"),
    caption: collection.title,
    start,
    steps,
    said,
    placeName,
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  const locale = args.context.locale as Locale;
  const to = (path: string, headers?: HeadersInit) =>
    redirect(inLocale(locale, `/equality/${kind}/${slug}${path}`), { status: 303, headers });
  if (!collection.open) return to("");
  const typed = await typedIn(args.request);
  const name = cookieOf(kind, slug);
  const sent = await sendBlock(ctx, {
    collection: { kind: collection.kind, id: collection.id },
    code: readCode(cookieIn(args.request, ctx.origin, name)),
    submissionId: one(typed, "submissionId"),
  });
  return sent.ok ? to("/sent", { "Set-Cookie": cookieLine(ctx.origin, name, "", 0) }) : to("");
}

export default function CheckAboutOneself() {
  const { caption, start, steps, said, placeName, submissionId } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <EqualityFrame caption={caption} locale={locale} back={link(`${start}/${steps.at(-1)}`)}>
      <h1 className="govuk-heading-l">{t("surveys.check.title")}</h1>
      <EqualityAnswers
        steps={steps}
        said={said}
        placeName={placeName}
        href={(step) => link(`${start}/${step}?check`)}
      />
      <InsetText>{t("surveys.check.anonymous")}</InsetText>
      <form method="post" action={useHere()}>
        <FormToken />
        <input type="hidden" name="submissionId" value={submissionId} />
        <ButtonRow>
          <Button arrow>{t("surveys.check.send")}</Button>
        </ButtonRow>
      </form>
    </EqualityFrame>
  );
}
