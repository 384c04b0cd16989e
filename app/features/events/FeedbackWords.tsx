import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { ErrorMessage } from "~/ui/ErrorMessage";
import { Select } from "~/ui/Select";
import { Tags } from "~/ui/Tags";
import type { listFeedbackWords } from "./read-feedback.server";
import { FLAG_WORDS } from "./staff-words";

type FeedbackWordsProps = {
  forms: Awaited<ReturnType<typeof listFeedbackWords>>["forms"];
  next: string | null;
  /** Where themes are given. */
  action: string;
  proof: ReactNode;
  fields: Record<string, string[]>;
  themes: readonly { slug: string; plainLabel: string }[];
};

type Form = FeedbackWordsProps["forms"][number];

/** What people wrote on their forms, with what it is about and what to look at. In no order that tells who wrote when. */
export function FeedbackWords({ forms, next, action, proof, fields, themes }: FeedbackWordsProps) {
  const error = fields.forms?.[0];
  // The error summary leads to the first box.
  const idOf = (form: Form) => (form === forms[0] ? "forms" : `form-${form.id}`);
  return (
    <section>
      <h2>What they wrote</h2>
      <form method="post" action={action} noValidate>
        {proof}
        {error && <ErrorMessage id="forms-error">{error}</ErrorMessage>}
        <ul className="rh-steps">
          {forms.map((form) => (
            <li key={form.id} dir="auto">
              {form.good && (
                <p>
                  <strong>Good:</strong> {form.good}
                </p>
              )}
              {form.better && (
                <p>
                  <strong>{form.came ? "Better:" : "Would have helped to come:"}</strong> {form.better}
                </p>
              )}
              <Tags
                items={[
                  ...(form.mayPrint ? [{ text: "May be printed", colour: "green" as const }] : []),
                  ...form.flags.flatMap((flag) => FLAG_WORDS[flag] ?? []),
                  ...form.themes.map((text) => ({ text, colour: "blue" as const })),
                ]}
              />
              <p>
                <a href={`/manage/responses/feedback/${form.id}`}>
                  Answer it in public
                  <span className="govuk-visually-hidden">
                    : {(form.better ?? form.good ?? "").slice(0, 60)}
                  </span>
                </a>
              </p>
              {themes.length > 0 && (
                <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                  <div className="govuk-checkboxes__item">
                    <input
                      className="govuk-checkboxes__input"
                      type="checkbox"
                      name="forms"
                      value={form.id}
                      id={idOf(form)}
                      aria-describedby={error ? "forms-error" : undefined}
                    />
                    <label className="govuk-label govuk-checkboxes__label" htmlFor={idOf(form)}>
                      Choose
                      <span className="govuk-visually-hidden">
                        {" "}
                        “{(form.good ?? form.better ?? "").slice(0, 60)}”
                      </span>
                    </label>
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
        {themes.length > 0 && (
          <fieldset className="govuk-fieldset rh-chosen">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">With those you chose</legend>
            <div className="rh-filter-row">
              <Select
                name="theme"
                label="Theme"
                error={fields.theme?.[0]}
                items={[{ value: "", text: "Choose" }].concat(
                  themes.map((theme) => ({ value: theme.slug, text: theme.plainLabel })),
                )}
              />
              <Button name="act" value="give" variant="secondary">
                Give them this theme
              </Button>
              <Button name="act" value="take" variant="secondary">
                Take it from them
              </Button>
            </div>
          </fieldset>
        )}
      </form>
      {next && (
        <p>
          <a href={next}>More of what they wrote</a>
        </p>
      )}
    </section>
  );
}
