import { NotificationBanner } from "~/ui/NotificationBanner";
import { type Done, doneWords } from "./done";

/** The banner after something was done; nothing when nothing was. */
export function EventDone({ done }: { done: Done | null }) {
  if (!done) return null;
  const { title, text, went } = doneWords(done);
  return (
    <NotificationBanner success={went} text={title}>
      {text && <p>{text}</p>}
    </NotificationBanner>
  );
}
