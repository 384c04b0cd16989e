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

type SurveyVersionsProps = { slug: string; versions: readonly Omit<SurveyVersion, "questionnaire">[] };

/** Every version that was published, with what changed and why. */
export function SurveyVersions({ slug, versions }: SurveyVersionsProps) {
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
          header: "File",
          cell: ({ version }) => (
            <a href={`/manage/surveys/${slug}/versions/${version}/questionnaire.json`}>
              Save<span className="govuk-visually-hidden"> version {version}</span> (JSON)
            </a>
          ),
        },
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
