import type { Ctx } from "~/platform/context.server";
import { keyed } from "~/platform/secret-links.server";

/** Who a browser is on one board: an HMAC that is another one on every other board. */
export const markerOf = (ctx: Ctx, boardId: string, device: string): string =>
  keyed(ctx.secret, "marker", boardId, device);
