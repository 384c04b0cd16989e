import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppraisalDecision } from "~/features/appraisals/AppraisalDecision";
import { AppraisalHead } from "~/features/appraisals/AppraisalHead";
import { AppraisalMethod } from "~/features/appraisals/AppraisalMethod";
import { CriterionList } from "~/features/appraisals/CriterionList";
import { findingsOf } from "~/features/appraisals/findings";
import { OptionList } from "~/features/appraisals/OptionList";
import { ResultKinds } from "~/features/appraisals/ResultKinds";
import { ResultPreferences } from "~/features/appraisals/ResultPreferences";
import { ResultSensitivity } from "~/features/appraisals/ResultSensitivity";
import { ResultShort } from "~/features/appraisals/ResultShort";
import { ResultTotals } from "~/features/appraisals/ResultTotals";
import { findAppraisal } from "~/features/appraisals/read.server";
import { getWhole } from "~/features/appraisals/read-whole.server";
import { isDemo } from "~/platform/house.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.shown.question),
  { name: "description", content: args.data?.shown.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  // Staff look at drafts on their own pages: this one is the same for everybody.
  const seen = await findAppraisal({ ...ctx, actor: { kind: "anyone" } }, args.params.slug ?? "");
  if (!seen) throw missing();
  return { ...(await getWhole(ctx, seen)), code: isDemo ? seen.appraisal.roomCode : null };
}

export default function Appraisal() {
  const { shown, options, criteria, kindWeights, changes, settled, corrections, log, code } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { result } = shown;
  const found = result && findingsOf(result, kindWeights);
  return (
    <>
      <AppraisalHead shown={shown} people={result?.people ?? null} locale={locale} link={link}>
        {shown.state === "scoring" && (
          <InsetText>
            <p>
              <strong>{t("options.now")}</strong> {t("options.nowText")}
            </p>
            {code && <p>{t("options.demoCode", { code })}</p>}
            <ButtonLink href={link("/options/score")} arrow>
              {t("options.score.title")}
            </ButtonLink>
          </InsetText>
        )}
        {shown.state === "closed" && <InsetText>{t("options.closed")}</InsetText>}
      </AppraisalHead>
      <Section tight>
        {result && found && (
          <>
            <ResultShort
              result={result}
              found={found}
              settled={settled}
              decider={shown.decider}
              dueDay={log?.dueDay ?? shown.decisionDueDay}
              locale={locale}
            />
            <ResultTotals result={result} found={found} locale={locale} />
            <ResultPreferences result={result} locale={locale} />
            {settled && (
              <AppraisalDecision
                settled={settled}
                decider={shown.decider}
                log={log && link(`/decisions/${log.slug}`)}
                locale={locale}
              />
            )}
            <ResultSensitivity result={result} found={found} locale={locale} />
            <ResultKinds result={result} found={found} locale={locale} />
          </>
        )}
        <OptionList options={options} locale={locale} />
        <CriterionList shown={shown} criteria={criteria} changes={changes} locale={locale} />
        <AppraisalMethod shown={shown} corrections={corrections} locale={locale} />
        {result && (
          <p>
            <a href={`/api/v1/options/${shown.slug}`}>{t("options.data")}</a>
          </p>
        )}
      </Section>
    </>
  );
}
