import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Tags } from "~/ui/Tags";
import { one, type Refused } from "~/ui/typed";
import type { TextSeen } from "./read-words.server";
import { DANGER_WORDS, FLAG_WORDS } from "./staff-words";
import { cardField } from "./word-forms";

type WordCardProps = {
  text: TextSeen;
  /** Its place on the page, and how many there are. */
  n: number;
  of: number;
  themes: readonly { slug: string; plainLabel: string }[];
  refused: Refused | undefined;
  /** The second reader says what it is about and nothing else. */
  isSecond?: boolean;
  /** Where quotes of the survey are; left out where none is proposed. */
  quotes?: string;
};

/** True for an answer that this person can still say something about. */
export const isOpen = ({ words, isRead, isMine }: Pick<TextSeen, "words" | "isRead" | "isMine">) =>
  words !== "" && (!isRead || isMine);

/** One answer in somebody's own words, with what to look at and what it may be about. */
export function WordCard({ text, n, of, themes, refused, isSecond = false, quotes }: WordCardProps) {
  const { id, words, flags, danger, isRead } = text;
  const chosen = text.themes?.map((theme) => theme.slug) ?? [];
  const state = isSecond ? null : DANGER_WORDS[danger];
  return (
    <section className="rh-word" aria-labelledby={`text-${id}`}>
      <h2 className="rh-note" id={`text-${id}`}>
        Answer {n} of {of} on this page
      </h2>
      {words === "" ? (
        <p>The words were deleted: we keep them no longer than we say.</p>
      ) : (
        <blockquote className="rh-said" dir="auto">
          {words}
        </blockquote>
      )}
      <Tags
        items={[
          ...flags.flatMap((flag) => FLAG_WORDS[flag] ?? []),
          ...(state ? [state] : []),
          ...(text.mayQuote ? [{ text: "May be quoted", colour: "green" as const }] : []),
        ]}
      />
      {isSecond || isOpen(text) ? (
        <>
          <input type="hidden" name="text" value={id} />
          {!isSecond && danger !== "none" && <Danger {...{ id, danger, refused }} />}
          <Checkboxes
            name={cardField("themes", id)}
            legend="What is it about?"
            legendSize="s"
            small
            className="rh-ticks"
            error={refused?.fields[cardField("themes", id)]?.[0]}
            values={
              refused
                ? [
                    refused.typed[cardField("themes", id)] ?? [],
                    refused.typed[cardField("none", id)] ?? [],
                  ].flat()
                : isRead && chosen.length === 0 && !isSecond
                  ? ["yes"]
                  : chosen
            }
            items={[
              ...themes.map((theme) => ({ value: theme.slug, label: theme.plainLabel })),
              { value: "yes", name: cardField("none", id), label: "None of these", exclusive: true },
            ]}
          />
        </>
      ) : (
        <p>{about(text)}</p>
      )}
      {quotes && isRead && words !== "" && text.mayQuote && !text.quote && danger !== "passed_on" && (
        <p>
          <a href={`${quotes}/new/${id}`}>
            Propose it as a quote<span className="govuk-visually-hidden">: answer {n}</span>
          </a>
        </p>
      )}
      {text.quote && text.quote !== "withdrawn" && (
        <p>{text.quote === "published" ? "Published as a quote." : "Proposed as a quote."}</p>
      )}
    </section>
  );
}

function about({ themes }: TextSeen) {
  if (!themes) return "What it is about is shown when a second person has read it.";
  return themes.length === 0
    ? "About none of the themes."
    : `About: ${themes.map((theme) => theme.plainLabel).join(", ")}.`;
}

type DangerProps = Pick<TextSeen, "id" | "danger"> & { refused: Refused | undefined };

function Danger({ id, danger, refused }: DangerProps) {
  const name = cardField("danger", id);
  return (
    <Radios
      name={name}
      legend="Someone may be in danger. What became of it?"
      legendSize="s"
      small
      error={refused?.fields[name]?.[0]}
      value={refused ? one(refused.typed, name) : danger}
      items={[
        { value: "passed_on", label: "Passed to the safeguarding lead: I have rung them" },
        { value: "looked_at", label: "I have read it: nobody is in danger" },
      ]}
    />
  );
}
