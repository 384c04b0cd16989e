import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { one, type Refused } from "~/ui/typed";
import { COLUMNS, type ColumnCode } from "./attenders";
import { LARGEST_WORKBOOK } from "./rules";

type ExportFieldsProps = Refused & { columns: readonly ColumnCode[] };

/** Which columns, in which kind of file, and why where people told us something about themselves. */
export function ExportFields({ columns, typed, fields }: ExportFieldsProps) {
  const isSensitive = (code: ColumnCode) => COLUMNS[code].who === "sensitive";
  const hasSensitive = columns.some(isSensitive);
  return (
    <>
      <Checkboxes
        name="columns"
        legend="Columns"
        error={fields.columns?.[0]}
        values={[typed.columns ?? []].flat()}
        small
        items={columns.map((value) => ({
          value,
          label: isSensitive(value) ? `${COLUMNS[value].header} (needs a reason)` : COLUMNS[value].header,
        }))}
      />
      {hasSensitive && (
        <Textarea
          name="reason"
          label="Why you need what people told us about themselves"
          hint="Only for columns that need a reason. It is written down with your name."
          error={fields.reason?.[0]}
          defaultValue={one(typed, "reason")}
          rows={2}
        />
      )}
      <Radios
        name="format"
        legend="Kind of file"
        error={fields.format?.[0]}
        value={one(typed, "format", "csv")}
        items={[
          {
            value: "csv",
            label: "CSV",
            hint: "Any number of bookings. Excel and every other program open it.",
          },
          {
            value: "xlsx",
            label: "Excel workbook",
            hint: `Up to ${LARGEST_WORKBOOK.toLocaleString("en-GB")} bookings.`,
          },
        ]}
      />
    </>
  );
}
