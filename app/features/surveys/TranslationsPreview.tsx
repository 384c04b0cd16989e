import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { Table } from "~/ui/Table";
import type { TranslationsPlan } from "./import-translations.server";

type TranslationsPreviewProps = {
  plan: TranslationsPlan;
  /** The file as it was sent, to be taken in when staff say yes. */
  text: string;
  language: string;
  name: string;
  action: string;
  proof: ReactNode;
};

/** What a translator's file would change, line by line, and the question whether it shall. */
export function TranslationsPreview({ plan, text, language, name, action, proof }: TranslationsPreviewProps) {
  const { changed, refused, older, missing, all, said } = plan;
  return (
    <form method="post" action={action} encType="multipart/form-data">
      {proof}
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="language" value={language} />
      <p>
        The file changes {changed} {changed === 1 ? "text" : "texts"} in <span lang={language}>{name}</span>.{" "}
        {said} of {all} are translated then.
      </p>
      {refused.length > 0 && (
        <Table
          caption={`Not taken (${refused.length})`}
          captionSize="m"
          cards
          rows={refused}
          rowKey={({ line }) => String(line)}
          columns={[
            { header: "Line", cell: ({ line }) => line },
            { header: "Key", cell: ({ key }) => key || "None" },
            { header: "Why", cell: ({ why }) => why },
          ]}
        />
      )}
      {older.length > 0 && (
        <p>
          Taken, but look at them again, for their English words are others now:{" "}
          {older.map(({ line, key }) => `line ${line} (${key})`).join(", ")}.
        </p>
      )}
      {missing.length > 0 && (
        <Details summary={`Still in English: ${missing.length}`}>
          <ul className="rh-list">
            {missing.map(({ key, text, note }) => (
              <li key={key}>
                {note}: {text.slice(0, 120)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <ButtonRow>
        {changed > 0 && (
          <Button name="act" value="save">
            Use these translations
          </Button>
        )}
        <ButtonLink href={action} variant="secondary">
          Leave them as they are
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
