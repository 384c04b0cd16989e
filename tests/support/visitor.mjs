import http from "node:http";

/** What came back: status, where it sends people to, the session cookie it set, and the page. */
/** @typedef {{ status: number, location: string, cookie: string, body: string }} Answer */

/**
 * Someone with a browser, or hundreds of them: keeps connections open and says where forms come from.
 * Fails when a connection breaks.
 * @param {string} url the site's address
 * @param {{ connections?: number, cookie?: string }} [options]
 */
export function newVisitor(url, { connections = 64, cookie } = {}) {
  const { port } = new URL(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const sent = cookie ? { cookie } : {};
  return {
    cookie,
    get: (path) => ask({ agent, port, path, headers: sent }),
    post(path, fields) {
      const body = formBody(fields);
      const headers = { ...sent, ...FORM, "content-length": Buffer.byteLength(body) };
      return ask({ agent, port, path, method: "POST", headers }, body);
    },
    close: () => agent.destroy(),
  };
}

/** Headers of a form that one of the site's own pages sent. */
export const FORM = {
  "content-type": "application/x-www-form-urlencoded",
  "sec-fetch-site": "same-origin",
};

/** A form's fields as a browser sends them; a list is a field repeated. */
export function formBody(fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, String(one));
  }
  return body.toString();
}

/** @returns {Promise<Answer>} */
function ask(options, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", ...options }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? "",
          cookie: (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "),
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** Signs in as someone on the demo's list; returns a visitor with their session. */
export async function signIn(url, person = "helen-pike") {
  const stranger = newVisitor(url, { connections: 1 });
  const { status, cookie } = await stranger.post("/sign-in/demo", { person });
  stranger.close();
  if (!cookie) throw new Error(`Nobody could sign in as ${person}: the site answered ${status}.`);
  return newVisitor(url, { cookie });
}

/** The form of one person who saves a place. Everyone is somebody else. */
export const personOf = (name, change = {}) => ({
  name,
  contact: "email",
  email: `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`,
  party: 1,
  submissionId: `form of ${name}`,
  ...change,
});

/** Does `work` with each item, at most `most` at once; results in order. */
export async function severalAtOnce(items, most, work) {
  const results = new Array(items.length);
  let next = 0;
  async function worker() {
    while (next < items.length) {
      const n = next++;
      results[n] = await work(items[n], n);
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
