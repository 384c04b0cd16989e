import type { ReactNode } from "react";
import { classes } from "./classes";

type ColumnsProps = { children: ReactNode; aside: ReactNode; side?: "start" | "end" };

/** The main matter with a narrow column beside it; on narrow screens an aside at the start comes first. */
export function Columns({ children, aside, side = "end" }: ColumnsProps) {
  return (
    <div className={classes("rh-columns", side === "start" && "rh-columns--start")}>
      {side === "start" && aside}
      <div>{children}</div>
      {side === "end" && aside}
    </div>
  );
}
