import { NotificationBanner } from "~/ui/NotificationBanner";
import { type Done, doneWords } from "./done";

/** The banner after something was done; nothing when nothing was. */
export function ActivityDone({ done }: { done: Done | null }) {
  if (!done) return null;
  const { title, text } = doneWords(done);
  return (
    <NotificationBanner success text={title}>
      {text && <p>{text}</p>}
    </NotificationBanner>
  );
}
