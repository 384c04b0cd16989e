import type { HTMLAttributes } from "react";

type ActivityTextProps = { text: string } & Pick<HTMLAttributes<HTMLElement>, "lang" | "dir">;

/** Plain text as it was typed: an empty line begins a new paragraph. */
export function ActivityText({ text, ...rest }: ActivityTextProps) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} {...rest}>
          {paragraph}
        </p>
      ))}
    </>
  );
}
