import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { may } from "~/features/surveys/may";
import { RuleFields } from "~/features/surveys/RuleFields";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { questionsBefore, typedSection, withSection } from "~/features/surveys/section-form";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.survey)) throw forbidden();
  const { slug, title, draft } = seen.survey;
  const key = args.params.section ?? null;
  const section = draft.sections.find((one) => one.key === key);
  if (key !== null && !section) throw missing();
  return {
    title: section ? "Change a part" : "Add a part",
    slug,
    survey: title,
    key,
    typed: section ? typedSection(draft, section) : {},
    before: questionsBefore(draft, key).map(({ key, title, kind }) => ({ key, title, kind })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", section = null } = args.params;
  const typed = await typedIn(args.request);
  const edited = await editQuestions(ctx, {
    slug,
    edit: (draft) => withSection(draft, { key: section, typed }),
  });
  return follow(args.context, typed, edited, `/manage/surveys/${slug}/sections?done=saved`);
}

export default function SectionPage() {
  const { title, slug, survey, key, typed: kept, before } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const [typed, fields] = [refused?.typed ?? kept, refused?.fields ?? {}];
  const at = `/manage/surveys/${slug}/sections`;
  return (
    <Page
      title={title}
      caption={survey}
      back={{ href: at, text: "Parts of the survey" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, ["title", "text"])} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={here} noValidate>
        <FormToken />
        <TextInput
          name="title"
          label="Heading"
          hint="Stands above each of its questions."
          error={fields.title?.[0]}
          defaultValue={one(typed, "title")}
        />
        <Textarea
          name="text"
          label="Text under the heading (optional)"
          hint="Stands on each of its pages, so keep it short."
          rows={3}
          error={fields.text?.[0]}
          defaultValue={one(typed, "text")}
        />
        <RuleFields before={before} typed={typed} fields={fields} />
        <ButtonRow>
          <Button>Save the part</Button>
          {key && <a href={`${at}/${key}/remove`}>Take this part out</a>}
        </ButtonRow>
      </form>
    </Page>
  );
}
