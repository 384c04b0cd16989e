import { Button } from "~/ui/Button";
import { Select } from "~/ui/Select";

type NoteActsProps = {
  slug: string;
  fields: Record<string, string[]>;
  themes: readonly { slug: string; plainLabel: string }[];
  steps: readonly { id: string; text: string }[];
};

/** Below the list: what can be done to all notes that are chosen. */
export function NoteActs({ slug, fields, themes, steps }: NoteActsProps) {
  return (
    <fieldset className="govuk-fieldset rh-chosen">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">With those you chose</legend>
      <Button name="act" value="clear">
        Let them through
      </Button>
      <div className="rh-filter-row">
        <Select
          name="theme"
          label="Theme"
          error={fields.theme?.[0]}
          items={[{ value: "", text: "Choose" }].concat(
            themes.map((theme) => ({ value: theme.slug, text: theme.plainLabel })),
          )}
        />
        <Button name="act" value="theme" variant="secondary">
          Give them this theme
        </Button>
      </div>
      {steps.length > 0 ? (
        <div className="rh-filter-row">
          <Select
            name="step"
            label="Next step"
            error={fields.step?.[0]}
            items={[{ value: "", text: "Choose" }].concat(
              steps.map((step) => ({ value: step.id, text: step.text })),
            )}
          />
          <Button name="act" value="carry" variant="secondary">
            Carry them there
          </Button>
        </div>
      ) : (
        <p>
          <a href={`/manage/events/${slug}/next-steps`}>Add a next step</a>, and you can carry notes to it.
        </p>
      )}
    </fieldset>
  );
}
