import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { openTestDoor } from "../support/front-door";

/** A door whose pages take a while; counts renderings and how many ran at once. */
async function slowDoor(keep: boolean, fail: () => boolean = () => false) {
  const seen = { renders: 0, atOnce: 0, most: 0 };
  const t = await openTestDoor({
    async handle(_req, res, context) {
      seen.renders++;
      seen.most = Math.max(seen.most, ++seen.atOnce);
      const failing = fail();
      await pause(60);
      seen.atOnce--;
      if (failing) throw new Error("no");
      context.page.keep = keep;
      res.setHeader("Content-Type", "text/html").end(`rendering ${seen.renders}`);
    },
  });
  const askMany = (n: number, path = "/page") => Promise.all(Array.from({ length: n }, () => t.ask(path)));
  return { t, seen, askMany };
}

it("renders a page that may be kept once for all who ask meanwhile", async () => {
  const { t, seen, askMany } = await slowDoor(true);
  const answers = await askMany(30);
  expect(seen.renders).toBe(1);
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(["rendering 1"]));
  await t.door.close();
});

it("renders other pages for each, at once from the second time on", async () => {
  const { t, seen, askMany } = await slowDoor(false);
  await askMany(10);
  expect(seen.renders).toBe(10);
  seen.most = 0;
  await askMany(10);
  expect(seen.renders).toBe(20);
  expect(seen.most).toBe(10);
  await t.door.close();
});

it("shares nothing that a commit overtook", async () => {
  const { t, seen, askMany } = await slowDoor(true);
  const answers = askMany(5);
  await pause(30);
  t.commit();
  await answers;
  expect(seen.renders).toBe(5);
  await t.door.close();
});

it("lets the next one render when the first fails", async () => {
  let first = true;
  const { t, seen, askMany } = await slowDoor(true, () => {
    const now = first;
    first = false;
    return now;
  });
  const statuses = (await askMany(10)).map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(9).fill(200), 500]);
  expect(seen.renders).toBe(2);
  await t.door.close();
});

it("lets the next one render when the first goes away", { timeout: 3000 }, async () => {
  const gone: string[] = [];
  const t = await openTestDoor({
    async handle(req, res, context) {
      context.page.keep = true;
      const name = String(req.headers.name);
      res.once("close", () => res.writableFinished || gone.push(name));
      await pause(name === "first" ? 10_000 : 10, undefined, { ref: false });
      res.setHeader("Content-Type", "text/html").end(name);
    },
  });
  const leaver = connect(t.port, "127.0.0.1");
  leaver.write("GET /page HTTP/1.1\r\nHost: a\r\nName: first\r\n\r\n");
  await pause(50);
  const waiting = t.ask("/page", { headers: { name: "second" } });
  await pause(50);
  leaver.destroy();
  expect((await waiting).text).toBe("second");
  expect(gone).toEqual(["first"]);
  await t.door.close();
});
