import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";

const DONE: Record<string, string> = {
  added: "They can sign in now. Give them a role, so that they can do something",
  given: "They have the role",
  taken: "The role has ended",
  "signed-out": "They are signed out everywhere",
  left: "Their access has ended. Below is what they held",
  reinstated: "They can sign in again. They have none of their earlier roles",
  "handed-over": "The role is handed over",
};

const TROUBLE: Record<string, string> = {
  last_admin: "This is the last administrator. Make somebody else administrator first",
  over: "This role had ended already",
  already: "They have this role there already",
  left: "They have left. Let them back in first",
  scope: "The place that the role held over is no more",
  dates: "The role’s last day is past",
  gone: "This has been done already",
  to: "Choose who takes the role over",
  not_allowed: "Your own role does not reach that far",
};

/** What just happened to an account, or why it did not. Codes come from the address; unknown ones say nothing. */
export function PersonNotice({ done, trouble }: { done: string | null; trouble: string | null }) {
  const [good, bad] = [DONE[done ?? ""], TROUBLE[trouble ?? ""]];
  if (bad) return <ErrorSummary errors={[{ text: bad }]} />;
  return good ? <NotificationBanner success text={good} /> : null;
}
