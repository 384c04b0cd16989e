import { Table } from "~/ui/Table";
import { CHANNEL_WORDS, type Channel } from "./rules";

type SurveyWorkProps = {
  slug: string;
  /** Responses by the way on which they came. */
  channels: readonly { channel: Channel; count: number }[];
  received: number;
  /** What this person may do with responses. */
  does: { enter: boolean; export: boolean; names: boolean };
};

/** Responses by channel, adding up to the total, and what staff do for people who don't answer on a device. */
export function SurveyWork({ slug, channels, received, does }: SurveyWorkProps) {
  const at = `/manage/surveys/${slug}`;
  const links = [
    does.enter && { href: `${at}/sheets`, text: "Sheets of paper" },
    does.enter && { href: `${at}/type`, text: "Type sheets" },
    does.enter && { href: `/manage/equality/type/survey/${slug}`, text: "Type sheets about people" },
    does.enter && { href: `${at}/answer-for`, text: "Answer for somebody" },
    does.export && { href: `${at}/export`, text: "Take the responses out" },
    does.names && { href: `${at}/linked`, text: "People who answered" },
  ].filter((link) => link !== false);
  return (
    <>
      <h2>Responses</h2>
      <nav aria-label="Responses">
        <ul className="rh-acts">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption="Responses by the way on which they came"
        captionHidden
        rows={[
          ...channels.map(({ channel, count }) => ({ name: CHANNEL_WORDS[channel], count })),
          { name: "All", count: received },
        ]}
        rowKey={({ name }) => name}
        columns={[
          { header: "Way", cell: ({ name }) => name },
          { header: "Responses", numeric: true, cell: ({ count }) => count.toLocaleString("en-GB") },
        ]}
      />
    </>
  );
}
