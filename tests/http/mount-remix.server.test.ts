import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  type ServerBuild,
} from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoadContext } from "~/http/load-context";
import { mountRemix } from "~/http/mount-remix.server";
import { openTestDoor, type TestDoor } from "../support/front-door";

/** What the loader and the action saw last. */
let seen: { url: string; context: LoadContext; form?: string; host?: string | null };

async function loader({ request, context }: LoaderFunctionArgs) {
  seen = { url: request.url, context, host: request.headers.get("host") };
  if (request.url.endsWith("/keep")) Object.assign(context.page, { keep: true });
  if (request.url.endsWith("/broken")) throw new Error("secret detail");
  if (request.url.endsWith("/gone")) throw new Response("Gone", { status: 410 });
  return null;
}

async function action({ request, context }: ActionFunctionArgs) {
  seen = { url: request.url, context };
  if (request.url.endsWith("/unread")) return redirect("/unread-done", 303);
  seen.form = String(
    await request.formData().then((form) => new URLSearchParams([...form] as [string, string][])),
  );
  return redirect("/done", 303);
}

/** The smallest build Remix will run: one page at every address, one resource at /resource. */
const build = {
  mode: "production",
  isSpaMode: false,
  publicPath: "/",
  basename: "/",
  assetsBuildDirectory: "build/client",
  future: { v3_singleFetch: true, v3_throwAbortReason: true },
  assets: { version: "1", url: "", entry: { imports: [], module: "" }, routes: {} },
  entry: {
    module: {
      default: (_request: Request, status: number, headers: Headers) => {
        headers.set("Content-Type", "text/html; charset=utf-8");
        return new Response("<!DOCTYPE html><p>page", { status, headers });
      },
    },
  },
  routes: {
    root: {
      id: "root",
      path: "*",
      module: { default: () => null, ErrorBoundary: () => null, loader, action },
    },
    resource: { id: "resource", path: "resource", module: { loader, action } },
  },
} as unknown as ServerBuild;

const TYPE = { "content-type": "application/x-www-form-urlencoded" };

describe("Remix behind the door", () => {
  let t: TestDoor;
  beforeAll(async () => {
    t = await openTestDoor({
      origin: "http://localhost:3000",
      originIsExplicit: false,
      handle: mountRemix(build, "production"),
    });
  });
  afterAll(() => t.door.close());

  it("gets the address of our own origin, whatever the visitor wrote", async () => {
    const answer = await t.ask("/pt/events?page=2", {
      headers: { host: "evil.example:99", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe("<!DOCTYPE html><p>page");
    expect(seen.url).toBe("http://localhost:3000/events?page=2");
    expect(seen.host).toBe("localhost:3000");
    expect(seen.context).toMatchObject({ locale: "pt", clientAddress: "127.0.0.1" });
  });

  it("gets a form sent from another loopback name, and does not call it forged", async () => {
    const headers = { ...TYPE, origin: `http://127.0.0.1:${t.port}`, host: `127.0.0.1:${t.port}` };
    const answer = await t.ask("/form", { method: "POST", headers, body: "name=Zo%C3%AB&needs=a&needs=b" });
    expect([answer.status, answer.headers.location]).toEqual([303, "/done"]);
    expect(seen.form).toBe("name=Zo%C3%AB&needs=a&needs=b");
  });

  it.each(["/form", "/resource"])("is spared forged forms: %s", async (path) => {
    const headers = {
      ...TYPE,
      origin: "https://evil.example",
      host: "evil.example",
      "x-forwarded-host": "evil.example",
    };
    expect((await t.ask(path, { method: "POST", headers, body: "a=1" })).status).toBe(403);
  });

  it("may leave a form unread, and the connection lives", async () => {
    const head = `POST /unread HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${TYPE["content-type"]}\r\n`;
    const answer = await t.raw(
      `${head}Content-Length: 3\r\n\r\na=1${head}Connection: close\r\nContent-Length: 3\r\n\r\na=2`,
    );
    expect(answer.match(/HTTP\/1.1 303 /g)?.length).toBe(2);
  });

  it("may be sent a form without a body", async () => {
    const answer = await t.ask("/form", { method: "POST", headers: { "sec-fetch-site": "same-origin" } });
    expect(answer.status).toBe(303);
    expect(seen.form).toBe("");
  });

  it("has its pages kept when the loader asks", async () => {
    await t.ask("/keep");
    const first = seen;
    await t.ask("/keep");
    expect(seen).toBe(first);
    expect((await t.ask("/keep", { method: "HEAD" })).headers["content-length"]).toBe("22");
  });

  it("shows its own error pages, without details", async () => {
    const broken = await t.ask("/broken");
    expect([broken.status, broken.text]).toEqual([500, "<!DOCTYPE html><p>page"]);
    expect((await t.ask("/gone")).status).toBe(410);
  });
});

it("behind https it is told https", async () => {
  const t = await openTestDoor({
    origin: "https://larkmere.example.org",
    handle: mountRemix(build, "production"),
  });
  const answer = await t.ask("/events");
  expect(seen.url).toBe("https://larkmere.example.org/events");
  expect(answer.headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
  await t.door.close();
});

it("an entry that cannot render is our error page, not a line of text", async () => {
  const failing = { ...build, entry: { module: { default: () => Promise.reject(new Error("secret")) } } };
  const t = await openTestDoor({ handle: mountRemix(failing as unknown as ServerBuild, "production") });
  const answer = await t.ask("/events");
  expect(answer.status).toBe(500);
  expect(answer.text).toContain("something went wrong");
  expect(answer.text).not.toContain("secret");
  await t.door.close();
});
