import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FigureInput } from "~/features/figures/compose";
import type { TrueTable } from "~/features/figures/linked";
import { figuresLock, publishFigures } from "~/features/figures/publish-figures.server";
import { composeFigures, findEdition, findFigures, listEditions } from "~/features/figures/read.server";
import { type Ctx, write } from "~/platform/context.server";
import { aHouse } from "../../support/factories";
import { numbersOf, textsOf, trueTable } from "../../support/figures";

let house: Ctx;
let subject = { kind: "test", id: "1" };
let n = 1;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => {
  n += 1;
  subject = { kind: "test", id: String(n) };
});

const input = (counts: number[][], more: Partial<TrueTable> = {}): FigureInput => ({
  subject,
  title: "A survey",
  definition: { counts: "Everyone who answered", source: "Answers", period: "March 2026" },
  asAt: house.now,
  tables: [trueTable(counts, more)],
});
const publish = (counts: number[][], more?: Partial<TrueTable>) =>
  write(house, { locks: [figuresLock(subject)] }, (ctx) => publishFigures(ctx, input(counts, more)));

describe("editions", () => {
  test("the first is kept as it was published, with its definition and a check sum, and no true number", async () => {
    const { figures, outcome } = await publish([[41], [22], [3]]);
    expect(outcome).toBe("new");
    expect(textsOf(figures?.tables[0])).toEqual([["40"], ["20"], ["*"], ["65"]]);
    expect(figures?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await findEdition(house, figures?.id ?? "")).toEqual(figures);
    expect(JSON.stringify(figures?.tables)).not.toMatch(/41|22|66/);
  });

  test("nothing new comes of the same numbers", async () => {
    await publish([[41], [22], [3]]);
    expect((await publish([[41], [22], [3]])).outcome).toBe("same");
    expect(await listEditions(house, subject)).toHaveLength(1);
  });

  test("is held back while fewer than 8 people have come, and comes when 8 have", async () => {
    const first = await publish([[41], [22], [12]]);
    const held = await publish([[43], [24], [15]]);
    expect(held).toEqual({ ok: true, figures: first.figures, outcome: "held" });
    const next = await publish([[50], [31], [21]]);
    expect(next).toMatchObject({ outcome: "new", figures: { number: 2 } });
    expect(await findFigures(house, subject)).toEqual(next.figures);
  });

  test("is held back when people only changed sides", async () => {
    await publish([[41], [22], [12]]);
    expect((await publish([[40], [23], [12]])).outcome).toBe("held");
  });

  test("exact figures become rounded when their difference would tell what three new people said", async () => {
    const first = await publish([[120], [60]], { isTopline: true });
    expect(textsOf(first.figures?.tables[0])).toEqual([["120"], ["60"], ["180"]]);
    const next = await publish([[137], [63]], { isTopline: true });
    expect(next.outcome).toBe("new");
    const numbers = numbersOf(next.figures?.tables ?? []);
    expect(numbers.get("p&a=a1")?.shown).not.toBe("exact");
  });

  test("what would come is what comes", async () => {
    const composed = await composeFigures(house, input([[41], [22], [3]]));
    const { figures } = await publish([[41], [22], [3]]);
    expect(composed.kind === "new" && composed.gated.tables).toEqual(figures?.tables);
    expect((await composeFigures(house, input([[42], [22], [3]]))).kind).toBe("held");
  });
});
