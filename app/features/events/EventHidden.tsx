import { InsetText } from "~/ui/InsetText";
import type { EventShown } from "./EventHead";

/** Tells staff, who alone see such a page, that nobody else finds it; nothing on public pages. */
export function EventHidden({ event }: { event: EventShown["event"] }) {
  const words = wordsOf(event);
  if (!words) return null;
  return (
    <div className="rh-wrap rh-notice" lang="en" dir="ltr">
      <InsetText>
        <p>
          <strong>{words}</strong> <a href={`/manage/events/${event.slug}`}>Back to its staff page</a>
        </p>
      </InsetText>
    </div>
  );
}

function wordsOf({ state, audience, registration }: EventShown["event"]): string | null {
  if (state === "draft") return "This is a draft. It will look like this; only staff see it now.";
  if (audience === "staff") return "Only staff see this page.";
  return registration === "invite_only" ? "Only staff see this page, and people with an invitation." : null;
}
