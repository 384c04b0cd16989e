import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type PopulationFieldsProps = { refused: Refused; action: string; proof: ReactNode };

/** The form that takes a file of population figures, and what it may look like. */
export function PopulationFields({ refused, action, proof }: PopulationFieldsProps) {
  const { typed, fields } = refused;
  const field = (name: string, otherwise = "") => ({
    name,
    error: fields[name]?.[0],
    defaultValue: one(typed, name, otherwise),
  });
  return (
    <form className="rh-narrow" method="post" action={action} encType="multipart/form-data" noValidate>
      {proof}
      <h2>Take a file in</h2>
      <p>You see what becomes of every line and column before anything counts.</p>
      <Details summary="Which files can be read">
        <ul className="rh-list">
          <li>
            our own template: <a href="/manage/equality/population.csv">download it (CSV)</a>
          </li>
          <li>Nomis bulk files, such as census2021-ts021-ltla.csv</li>
          <li>Nomis downloads of a query, with the lines above and below the table</li>
          <li>CSV from the Nomis interface (API)</li>
          <li>custom datasets of the Office for National Statistics</li>
        </ul>
      </Details>
      <TextInput
        name="file"
        type="file"
        accept=".csv,text/csv"
        label="File of figures (CSV)"
        className="govuk-file-upload"
        error={fields.file?.[0]}
      />
      <TextInput
        {...field("source")}
        label="Where it is from"
        hint="For example, Census 2021, table TS021. The template says so itself."
        autoComplete="off"
      />
      <TextInput
        {...field("sourceDate", "2021-03-21")}
        label="The day that it is about"
        hint="Year, month and day: 2021-03-21 is the day of the last census."
        width={10}
        autoComplete="off"
      />
      <TextInput {...field("licence", "Open Government Licence v3.0")} label="Licence" autoComplete="off" />
      <Button>See what it would bring</Button>
    </form>
  );
}
