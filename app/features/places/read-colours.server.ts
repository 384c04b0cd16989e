import { createHash } from "node:crypto";
import type { Ctx } from "~/platform/context.server";
import { shadesOf, sheetOf } from "./colours";
import { type Borough, findBorough } from "./read.server";

/** A style sheet of the borough's own: its id changes with what it says; `frame` is the colour of the browser's own frame. */
export type Look = { id: string; sheet: string; frame: string };

/** By the row of the borough, which is read anew after each commit. */
const looks = new WeakMap<Borough, Look>();

/** The borough's own colours as a style sheet, or null where it has none. */
export async function findLook(ctx: Ctx): Promise<Look | null> {
  const borough = await findBorough(ctx);
  if (!borough?.colours) return null;
  const known = looks.get(borough);
  if (known) return known;
  const sheet = sheetOf(borough.colours);
  const id = createHash("sha256").update(sheet).digest("hex").slice(0, 16);
  const look = { id, sheet, frame: shadesOf(borough.colours)["--brand-deep"] };
  looks.set(borough, look);
  return look;
}
