import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KIND_WORDS } from "~/features/appraisals/criteria-form";
import { may } from "~/features/appraisals/may";
import { findForStaff } from "~/features/appraisals/read.server";
import { countScores } from "~/features/appraisals/read-scores.server";
import { spaced } from "~/features/appraisals/room-code";
import { KINDS } from "~/features/appraisals/rules";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { CardGrid } from "~/ui/CardGrid";
import { StatTile } from "~/ui/StatTile";

const TITLE = "In the room";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.type(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state, roomCode } = seen.appraisal;
  if (state !== "scoring" || !roomCode) throw redirect(`/manage/options/${slug}`);
  return { slug, question, code: spaced(roomCode), counts: await countScores(ctx, id), origin: ctx.origin };
}

export default function Room() {
  const { slug, question, code, counts, origin } = useLoaderData<typeof loader>();
  const at = `/manage/options/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={question}
      lede={
        <>
          People go to <bdi>{origin.replace(/^https?:[/][/]/, "")}/options/score</bdi> and type{" "}
          <strong className="rh-reference">{code}</strong>
        </>
      }
      back={{ href: at, text: "Back to the appraisal" }}
      head={
        <ButtonRow>
          <ButtonLink href={`${at}/room`}>Count again</ButtonLink>
          <ButtonLink href={`${at}/type`} variant="secondary">
            Type a sheet of paper
          </ButtonLink>
          <a href={`${at}/wall`}>Sheet for the wall</a>
          <a href={`${at}/sheets`}>Sheets to score on</a>
        </ButtonRow>
      }
    >
      <CardGrid size="stats">
        <StatTile number={counts.all} label="have scored so far" icon="people" />
        {KINDS.map((kind) => (
          <StatTile key={kind} number={counts[kind]} label={KIND_WORDS[kind]} icon="dot" tone="sky" />
        ))}
      </CardGrid>
      <p>
        These are true numbers, for staff alone. Kinds with fewer than 8 people are joined with others when
        the result is published.
      </p>
      <p>
        <a href={`${at}/close`}>Close scoring</a>
      </p>
    </Page>
  );
}
