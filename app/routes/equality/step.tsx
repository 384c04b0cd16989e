import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerQuestion } from "~/features/equality/answer-question.server";
import { typedOn } from "~/features/equality/answering";
import { EqualityFrame } from "~/features/equality/EqualityFrame";
import { EqualityQuestion } from "~/features/equality/EqualityQuestion";
import { getStanding } from "~/features/equality/read-step.server";
import { COOKIE_HOURS, cookieOf, readCode } from "~/features/equality/rules";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { findCollection } from "~/routes/collections.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Answers belong to whoever is at the screen now, and to nobody after them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "", step: wanted = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  const locale = args.context.locale as Locale;
  const start = `/equality/${kind}/${slug}`;
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(kind, slug));
  const { said, steps, offered, code } = await getStanding(ctx, collection, cookie);
  const step = steps.find((one) => one === wanted);
  if (!collection.open) throw redirect(inLocale(locale, start), 303);
  if (!step) throw missing();
  if (!code && step !== "place") throw redirect(inLocale(locale, `${start}/place`), 303);
  const t = translator(locale);
  const n = steps.indexOf(step);
  const place = t("equality.place", { n: n + 1, of: steps.length });
  return {
    caption: collection.title,
    title: `${t(`equality.questions.${step}`)} – ${place}`,
    place,
    step,
    offered: offered(step),
    typed: typedOn(step, said),
    back: n > 0 ? `${start}/${steps[n - 1]}` : start,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { kind = "", slug = "", step = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  const locale = args.context.locale as Locale;
  const t = translator(locale);
  const to = (path: string) => inLocale(locale, `/equality/${kind}/${slug}${path}`);
  if (!collection.open) return redirect(to(""), 303);
  const typed = await typedIn(args.request);
  const name = cookieOf(kind, slug);
  const kept = await answerQuestion(ctx, {
    collection: { kind: collection.kind, id: collection.id },
    step,
    posted: typed,
    move: {
      back: one(typed, "action") === "back",
      fromCheck: new URL(args.request.url).searchParams.has("check"),
    },
    code: readCode(cookieIn(args.request, ctx.origin, name)),
  });
  if (kept.ok) {
    const cookie = cookieLine(ctx.origin, name, kept.code, COOKIE_HOURS * 3600);
    const next = kept.next === null ? "" : `/${kept.next}`;
    return redirect(to(next), { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (kept.reason === "missing") throw missing();
  if (kept.reason !== "wrong") return refuse(args.context, typed, { "": [t("surveys.tooMany")] }, 429);
  const { problem } = kept;
  const words = problem === "not_offered" ? t("surveys.wrong.not_offered") : t(`equality.wrong.${problem}`);
  return refuse(args.context, typed, { [step]: [words] });
}

export default function AboutOneselfStep() {
  const { caption, place, step, offered, typed, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = useHere();
  return (
    <EqualityFrame
      caption={caption}
      locale={locale}
      place={place}
      back={link(back)}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form method="post" action={here} noValidate>
        <FormToken />
        <EqualityQuestion
          step={step}
          offered={offered}
          typed={refused?.typed ?? typed}
          error={refused?.fields[step]?.[0]}
        />
        <ButtonRow>
          <Button name="action" value="next" arrow>
            {t("surveys.next")}
          </Button>
          <Button name="action" value="back" variant="secondary">
            {t("surveys.back")}
          </Button>
        </ButtonRow>
      </form>
    </EqualityFrame>
  );
}
