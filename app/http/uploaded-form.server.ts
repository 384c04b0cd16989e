import type { IncomingMessage } from "node:http";

/** Forms that may carry a file: those of staff alone. */
const FOR_STAFF = /^\/manage\//;
const TYPE = /^multipart\/form-data\s*;\s*boundary=/i;

/** True for a form with a file, sent to a page that takes one. Takes the decoded path without its language. */
export function isUpload(req: IncomingMessage, path: string): boolean {
  return (
    FOR_STAFF.test(path) &&
    req.headers["content-encoding"] === undefined &&
    TYPE.test(req.headers["content-type"] ?? "")
  );
}

/** The fields of a form with a file; null when it cannot be read or holds NUL in its words. */
export async function readUpload(req: IncomingMessage, body: Buffer): Promise<FormData | null> {
  try {
    const type = req.headers["content-type"] ?? "";
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    const words = [...form].flatMap(([name, value]) => (typeof value === "string" ? [name, value] : [name]));
    return words.some((word) => word.includes("\0")) ? null : form;
  } catch {
    return null;
  }
}
