import { type IncomingHttpHeaders, request } from "node:http";

/** A request as it goes over the wire; nothing is put right on the way. */
export type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** The whole answer. */
export type Got = { status: number; headers: IncomingHttpHeaders; text: string };

/** Headers of a form that one of the site's own pages sends. */
export const ownForm = (): Record<string, string> => ({
  "content-type": "application/x-www-form-urlencoded",
  origin: process.env.SITE_URL ?? "",
});

/** Asks the site by plain HTTP, on a connection of its own. */
export function ask(path: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Got> {
  const { hostname, port } = new URL(process.env.SITE_URL ?? "");
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(
      { hostname, port, path, method, agent: false, headers: { ...length, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}
