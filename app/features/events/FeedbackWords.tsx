import { Tags } from "~/ui/Tags";
import type { listFeedbackWords } from "./read-feedback.server";
import { FLAG_WORDS } from "./staff-words";

type FeedbackWordsProps = {
  forms: Awaited<ReturnType<typeof listFeedbackWords>>["forms"];
  next: string | null;
};

/** What people wrote on their forms, with what somebody should look at. In no order that tells who wrote when. */
export function FeedbackWords({ forms, next }: FeedbackWordsProps) {
  return (
    <section>
      <h2>What they wrote</h2>
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
              ]}
            />
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a href={next}>More of what they wrote</a>
        </p>
      )}
    </section>
  );
}
