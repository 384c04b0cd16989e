import { afterAll, beforeAll, expect, it } from "vitest";
import { makeFormToken } from "~/http/form-token.server";
import { openTestDoor, SECRET, type TestDoor } from "../support/front-door";

let door: TestDoor;
const seen: { url: string; form: FormData }[] = [];

beforeAll(async () => {
  door = await openTestDoor({
    async handle(req, res) {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const headers = { "content-type": req.headers["content-type"] ?? "" };
      seen.push({
        url: req.url ?? "",
        form: await new Response(Buffer.concat(chunks), { headers }).formData(),
      });
      res.setHeader("Content-Type", "text/html; charset=utf-8").end("<p>thank you");
    },
  });
});
afterAll(() => door.door.close());

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10, 0]);
const OURS = { "sec-fetch-site": "same-origin" };

/** A form with a file, as browsers write it. */
function multipart(fields: Record<string, string>, file: Buffer = PICTURE): Buffer {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const head =
    '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';
  return Buffer.concat([...parts, Buffer.from(head), file, Buffer.from("\r\n--edge--\r\n")]);
}

const send = (
  path: string,
  body: Buffer,
  headers: Record<string, string> = OURS,
  type = "multipart/form-data; boundary=edge",
) => door.ask(path, { method: "POST", headers: { "content-type": type, ...headers }, body });

it("a staff form brings its file whole", async () => {
  expect((await send("/manage/settings/logo", multipart({ alt: "Café" }))).status).toBe(200);
  const { form } = seen.at(-1) ?? expect.fail("nothing came");
  expect(form.get("alt")).toBe("Café");
  const file = form.get("file") as File;
  expect(Buffer.from(await file.arrayBuffer()).equals(PICTURE)).toBe(true);
});

it("no other page takes a file", async () => {
  for (const path of ["/events/tea/register", "/manage", "/sign-in", "/manager/x"]) {
    expect((await send(path, multipart({}))).status, path).toBe(415);
  }
});

it("what cannot be read is refused: no edges, a cut form, NUL in words, a packed body", async () => {
  const path = "/manage/settings/logo";
  const before = seen.length;
  expect((await send(path, multipart({}), OURS, "multipart/form-data")).status).toBe(415);
  expect((await send(path, multipart({}), OURS, "multipart/form-data; boundary=other")).status).toBe(400);
  expect((await send(path, multipart({}).subarray(0, -30))).status).toBe(400);
  expect((await send(path, multipart({ alt: "a\0b" }))).status).toBe(400);
  expect((await send(path, multipart({}), { ...OURS, "content-encoding": "gzip" })).status).toBe(415);
  expect((await send(path, multipart({}, Buffer.alloc(300_000)))).status).toBe(413);
  expect(seen.length).toBe(before);
});

it("it must come from one of our own pages", async () => {
  const path = "/manage/settings/logo";
  expect((await send(path, multipart({}), { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send(path, multipart({}), {})).status).toBe(403);
  const formToken = makeFormToken(SECRET, new Date());
  expect((await send(path, multipart({ formToken }), {})).status).toBe(200);
  const asFile = multipart({}).toString("latin1").replace('name="file"', 'name="formToken"');
  expect((await send(path, Buffer.from(asFile, "latin1"), {})).status).toBe(403);
});
