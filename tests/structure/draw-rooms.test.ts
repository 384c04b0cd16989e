import { expect, it } from "vitest";
import { draw, isFresh, redrawn } from "./draw-rooms.mjs";
import { plant } from "./fixture";
import { rooms } from "./rooms";

const markers = "# House\n\n<!-- rooms -->\n<!-- /rooms -->\n";

it("a README without the picture is old, and is fresh once redrawn", () => {
  const root = plant({ "README.md": markers, "app/features/events/rules.ts": "" });
  expect(isFresh(root)).toBe(false);
  expect(isFresh(plant({ "README.md": redrawn(root), "app/features/events/rules.ts": "" }))).toBe(true);
});

it("a new room makes the picture old", () => {
  const picture = redrawn(plant({ "README.md": markers, "app/features/events/rules.ts": "" }));
  const grown = plant({
    "README.md": picture,
    "app/features/events/rules.ts": "",
    "app/features/people/rules.ts": "",
  });
  expect(isFresh(grown)).toBe(false);
  expect(draw(grown)).toContain("events --> people");
});

it("rooms that do not stand yet are listed as planned", () => {
  expect(draw(plant({ "app/features/events/rules.ts": "" }))).toMatch(/^Planned.*: places, .*privacy\.$/m);
});

it("a README without markers is refused with an instruction", () => {
  expect(() => redrawn(plant({ "README.md": "# House" }))).toThrow("Put <!-- rooms --> and <!-- /rooms -->");
});

it("no arrow of the table leads up: each room uses only rooms that stand before it", () => {
  const order = Object.keys(rooms);
  const upward = order.flatMap((room, i) =>
    (rooms[room] ?? [])
      .filter((used) => order.indexOf(used) >= i || !order.includes(used))
      .map((used) => `${room} → ${used}`),
  );
  expect(upward).toEqual([]);
});
