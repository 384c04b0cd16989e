import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayAnswer } from "~/features/responses/may";
import { ResponseFacts } from "~/features/responses/ResponseFacts";
import { ResponseHistory } from "~/features/responses/ResponseHistory";
import { findResponse, listThemesOf, listVersions } from "~/features/responses/read.server";
import { countFollowers } from "~/features/responses/read-followers.server";
import { KIND_WORDS, thingOf } from "~/features/responses/rules";
import { counted, DONE_WORDS } from "~/features/responses/staff-words";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Exchange } from "~/ui/Exchange";
import { InsetText } from "~/ui/InsetText";
import { NotificationBanner } from "~/ui/NotificationBanner";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "An answer");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  const { id } = seen.response;
  return {
    seen,
    mayChange: mayAnswer(ctx.actor, seen),
    followers: await countFollowers(ctx, thingOf(seen.response)),
    themes: (await listThemesOf(ctx, [id])).get(id) ?? [],
    versions: await listVersions(ctx, id),
    done: DONE_WORDS[new URL(args.request.url).searchParams.get("done") ?? ""],
  };
}

export default function Answer() {
  const { seen, mayChange, followers, themes, versions, done } = useLoaderData<typeof loader>();
  const { response } = seen;
  const here = `/manage/answers/${response.id}`;
  const { state, publishedAt, withdrawnAt, withdrawnReason } = response;
  const people = counted(followers, "person asked", "people asked");
  return (
    <Page
      title={state === "draft" ? "A draft of an answer" : "An answer"}
      lede={
        state === "draft"
          ? `Nobody but staff sees it. ${people} to hear what comes of it.`
          : `Published on ${publishedAt ? plainDay(publishedAt) : ""}.`
      }
      back={{ href: `/manage/responses/${response.thingKind}/${response.thingId}`, text: "What was said" }}
      notice={done && <NotificationBanner success text={done} />}
      head={mayChange && <ButtonRow>{acts()}</ButtonRow>}
    >
      {state === "withdrawn" && (
        <InsetText>
          Taken back on {withdrawnAt ? plainDay(withdrawnAt) : ""}: {withdrawnReason}
        </InsetText>
      )}
      <Exchange
        headingLevel={2}
        said={{ title: "You said", big: response.said, dir: "ltr" }}
        answer={{ title: KIND_WORDS[response.kind], big: response.text, dir: "ltr" }}
      />
      <ResponseFacts seen={seen} themes={themes} locale="en" link={(path) => path} />
      <ResponseHistory earlier={[]} versions={versions} locale="en" />
    </Page>
  );

  function acts() {
    if (state === "withdrawn") return null;
    if (state === "published") {
      return (
        <>
          <ButtonLink href={`${here}/correct`}>Correct its words</ButtonLink>
          <ButtonLink href={`${here}/withdraw`} variant="secondary">
            Take it back
          </ButtonLink>
          <a href={`/you-said-we-did/${response.id}`}>The public page</a>
        </>
      );
    }
    return (
      <>
        <ButtonLink href={`${here}/publish`}>Publish it</ButtonLink>
        <ButtonLink href={`${here}/edit`} variant="secondary">
          Change it
        </ButtonLink>
        <ButtonLink href={`${here}/discard`} variant="secondary">
          Delete it
        </ButtonLink>
      </>
    );
  }
}
