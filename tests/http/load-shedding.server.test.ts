import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { BUSY_REQUESTS, isTooMuch, MOST_PAGES, MOST_REQUESTS } from "~/http/load-shedding.server";
import { FORM, openTestDoor } from "../support/front-door";

describe("what is turned away", () => {
  it.each([
    ["a short burst: nobody", BUSY_REQUESTS + 500, 0, false, false],
    ["late but not many: nobody", BUSY_REQUESTS, 9, false, false],
    ["many and late for a while: pages", BUSY_REQUESTS + 1, 2, true, false],
    ["a great many: pages", MOST_PAGES + 1, 0, true, false],
    ["far too many: everything", MOST_REQUESTS + 1, 0, true, true],
  ])("%s", (_kind, inFlight, lateSeconds, page, form) => {
    expect(isTooMuch({ inFlight, lateSeconds }, true)).toBe(page);
    expect(isTooMuch({ inFlight, lateSeconds }, false)).toBe(form);
  });
});

it("at the door: 500 forms at once are all let in; pages beyond the limit get 503; health answers", async () => {
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const t = await openTestDoor({
    async handle(_req, res) {
      await gate;
      res.end("ok");
    },
  });
  const form = { method: "POST", headers: FORM, body: "a=1" };
  const forms = Array.from({ length: 500 }, () => t.ask("/form", form));
  const pages = Array.from({ length: 700 }, (_, n) => t.ask(`/page?n=${n}`));
  await pause(1000);
  const refused = await t.ask("/page?last");
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("5");
  expect(refused.text).toContain("very busy");
  expect((await t.ask("/healthz")).status).toBe(200);
  expect((await t.ask("/readyz")).status).toBe(200);
  open();
  expect((await Promise.all(forms)).every(({ status }) => status === 200)).toBe(true);
  const statuses = (await Promise.all(pages)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(500);
  expect((await t.ask("/page?after")).status).toBe(200);
  await t.door.close();
});
