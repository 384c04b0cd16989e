import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { withSectionMoved } from "~/features/surveys/section-form";
import { ruleWords } from "~/features/surveys/staff-words";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Table } from "~/ui/Table";
import { one } from "~/ui/typed";

const TITLE = "Parts of the survey";
const DONE: Readonly<Record<string, string>> = {
  saved: "The part is saved.",
  removed: "The part is taken out. Its questions are still there.",
};

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { slug, title, draft } = seen.survey;
  return {
    slug,
    survey: title,
    edits: may.edit(ctx.actor, seen.survey),
    done: DONE[new URL(args.request.url).searchParams.get("done") ?? ""],
    sections: draft.sections.map((section) => ({
      ...section,
      rule: ruleWords(section.showWhen, draft),
      questions: draft.questions.filter((one) => one.section === section.key).length,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const key = one(typed, "key");
  const by = one(typed, "by") === "up" ? -1 : 1;
  const edited = await editQuestions(ctx, { slug, edit: (draft) => withSectionMoved(draft, key, by) });
  if (edited.ok) return redirect(`/manage/surveys/${slug}/sections`, 303);
  return follow(args.context, typed, edited, "");
}

export default function Sections() {
  const { slug, survey, edits, done, sections } = useLoaderData<typeof loader>();
  const here = useHere();
  const at = `/manage/surveys/${slug}/sections`;
  return (
    <Page
      title={TITLE}
      caption={survey}
      lede="A part has a heading that stands above its questions, and can be for some people alone."
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={done && <NotificationBanner success>{done}</NotificationBanner>}
      head={edits && <ButtonLink href={`${at}/new`}>Add a part</ButtonLink>}
    >
      <SurveyNav slug={slug} current="sections" />
      {sections.length === 0 && (
        <EmptyState title="No parts yet" headingLevel={2} icon="talk">
          <p>A short survey needs none. Add one where questions belong together.</p>
        </EmptyState>
      )}
      {sections.length > 0 && (
        <Table
          caption="Parts in their order"
          captionSize="m"
          cards
          rows={sections}
          rowKey={({ key }) => key}
          columns={[
            {
              header: "Part",
              cell: ({ key, title }) => (edits ? <a href={`${at}/${key}`}>{title}</a> : title),
            },
            { header: "Who is asked", cell: ({ rule }) => (rule ? `Only if ${rule}` : "Everyone") },
            { header: "Questions", numeric: true, cell: ({ questions }) => questions },
            {
              header: "Order",
              cell: ({ key, title }) =>
                edits && (
                  <form method="post" action={here}>
                    <FormToken />
                    <input type="hidden" name="key" value={key} />
                    <Button name="by" value="up" variant="secondary" small>
                      Up<span className="govuk-visually-hidden">: {title}</span>
                    </Button>{" "}
                    <Button name="by" value="down" variant="secondary" small>
                      Down<span className="govuk-visually-hidden">: {title}</span>
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
