import { expect, it } from "vitest";
import { turnstile } from "~/db/turnstile.server";

/** Work that is over when it is told to be. */
function work() {
  let finish = () => {};
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { over, finish: () => finish() };
}

/** Lets everybody who can go on do so. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

it("lets those who name the same thing in one at a time, in order, and others past them", async () => {
  const door = turnstile(8);
  const seen: string[] = [];
  const first = work();
  const enter = (who: string, names: string[], until?: Promise<void>) =>
    door.pass(names, async () => {
      seen.push(who);
      await until;
    });
  const all = [
    enter("a", ["tea"], first.over),
    enter("b", ["tea", "walk"]),
    enter("c", ["walk"]),
    enter("d", []),
  ];
  await aMoment();
  expect(seen.sort()).toEqual(["a", "d"]);
  first.finish();
  await Promise.all(all);
  expect(seen).toEqual(["a", "d", "b", "c"]);
});

it("lets no more in at once than it may, and goes on after a failure", async () => {
  const door = turnstile(2);
  let inside = 0;
  let most = 0;
  const visit = (n: number) =>
    door.pass([], async () => {
      inside += 1;
      most = Math.max(most, inside);
      await aMoment();
      inside -= 1;
      if (n % 3 === 0) throw new Error("no");
      return n;
    });
  const ends = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(visit));
  expect(most).toBe(2);
  expect(ends.map((end) => end.status === "fulfilled")).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
});

it("never waits in a circle, however the names are ordered", async () => {
  const door = turnstile(8);
  const pairs = [["a", "b"], ["b", "a"], ["a", "b"], ["b"], ["a"]];
  const done = await Promise.all(pairs.map((names) => door.pass(names, async () => names.length)));
  expect(done).toEqual([2, 2, 2, 1, 1]);
});
