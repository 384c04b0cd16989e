import { NotificationBanner } from "~/ui/NotificationBanner";

/** The banner after something was done; nothing when nothing was. */
export function DoneBanner({ done }: { done: { title: string; text: string } | null }) {
  if (!done) return null;
  return (
    <NotificationBanner success text={done.title}>
      {done.text && <p>{done.text}</p>}
    </NotificationBanner>
  );
}
