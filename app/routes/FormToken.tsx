import { useFacts } from "./request-facts";

/** Proves that a form came from us, for browsers that send neither Sec-Fetch-Site nor Origin. In every POST form. */
export function FormToken() {
  return <input type="hidden" name="formToken" value={useFacts().formToken()} />;
}
