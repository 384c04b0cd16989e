import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { TextInput } from "~/ui/TextInput";

type QuestionsUploadProps = { action: string; proof: ReactNode; error?: string };

/** The form that takes a file of questions, and what of such files is taken. */
export function QuestionsUpload({ action, proof, error }: QuestionsUploadProps) {
  return (
    <>
      <form method="post" action={action} encType="multipart/form-data" noValidate>
        {proof}
        <TextInput
          name="file"
          type="file"
          accept=".xlsx,.csv,.json"
          label="File of questions"
          hint="An XLSForm (.xlsx or .csv), or questions that were saved from this site (.json). 250 KB at most."
          className="govuk-file-upload"
          error={error}
        />
        <Button>See what becomes of it</Button>
      </form>
      <Details summary="What is taken of an XLSForm">
        <p>
          <strong>Kinds:</strong> text, note, integer, decimal, range, date, select_one, select_multiple (with
          or_other), rank and acknowledge. Groups with a heading become parts; a table-list, or label with
          list-nolabel, becomes a grid; field-list puts questions on one page.
        </p>
        <p>
          <strong>Columns:</strong> name, label and hint in each language of this site, required, relevant,
          and constraint for the least and the most of a number.
        </p>
        <p>
          <strong>Conditions:</strong> selected(), =, !=, &gt;, &gt;=, &lt; and &lt;=, joined by “and” or by
          “or”, with not(). Where a condition can’t be taken, everyone is asked, and the report says so.
        </p>
        <p>
          <strong>Not taken:</strong> places, pictures and sound, calculations, questions that are asked again
          and again, filters of answers, and anything that is written down without asking. The report names
          each.
        </p>
      </Details>
    </>
  );
}
