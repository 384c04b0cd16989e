import { formatWords, type MessageChannel, makingOf } from "~/platform/formats";
import { Tag } from "~/ui/Tag";

type MessageHowProps = {
  message: { channel: MessageChannel; recipient: string; formats: string[]; language: string | null };
  telephone: (number: string) => string;
};

/** How one message is to reach somebody, as a task for staff: by which way, in which form. */
export function MessageHow({ message, telephone }: MessageHowProps) {
  const { channel, recipient, formats, language } = message;
  const making = channel === "by_hand" ? makingOf(formats, language) : null;
  return (
    <div className="rh-cell">
      {way()}
      {formatWords(formats, language).map((word) => (
        <Tag key={word} colour="purple">
          {word}
        </Tag>
      ))}
      {making && <p>{making}</p>}
    </div>
  );

  function way() {
    const where = recipient.replaceAll("\n", ", ");
    if (channel === "letter") return <p>Letter to {where}</p>;
    if (channel === "by_hand") return <p>To {where}</p>;
    return (
      <p>
        <a href={telephone(recipient)}>
          {channel === "text" ? "Text" : "Call"} {recipient}
        </a>
      </p>
    );
  }
}
