import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import type { SurveyVersion } from "./read.server";
import { CHANGE_WORDS } from "./staff-words";

const CLASS_WORDS = {
  first: "First version",
  wording: "Wording",
  addition: "Additions",
  meaning: "Another meaning: new keys",
} as const;

/** Every version that was published, with what changed and why. */
export function SurveyVersions({ versions }: { versions: readonly Omit<SurveyVersion, "questionnaire">[] }) {
  return (
    <Table
      caption="Versions"
      captionHidden
      cards
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        { header: "Version", cell: ({ version }) => version },
        { header: "Published", cell: ({ publishedAt }) => dayAndClock(publishedAt) },
        { header: "Change", cell: ({ changeClass }) => CLASS_WORDS[changeClass] },
        {
          header: "What",
          cell: ({ changes, reason }) => (
            <>
              {reason && <p>{reason}</p>}
              {changes.map(({ key, kind, title }) => (
                <p key={key} className="rh-note">
                  {CHANGE_WORDS[kind]}: {title}
                </p>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
