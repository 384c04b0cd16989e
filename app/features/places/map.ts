import { geoIdentity, geoPath } from "d3-geo";
import type { Neighbourhood } from "./read.server";

/** A drawn map: one shape and label point a neighbourhood, in a box of `width` by `height`. */
export type DrawnMap = {
  width: number;
  height: number;
  areas: {
    slug: string;
    name: string;
    palette: Neighbourhood["palette"];
    path: string;
    x: number;
    y: number;
  }[];
};

const WIDTH = 520;
const HEIGHT = 420;

/** Draws the outlines of neighbourhoods to fit one box; those without an outline are left to the list beside. */
export function drawMap(neighbourhoods: readonly Neighbourhood[]): DrawnMap {
  const drawn = neighbourhoods.filter((one) => one.outline.length > 3);
  const shapes = drawn.map((one) => ({ type: "Polygon" as const, coordinates: [one.outline] }));
  const fitted = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [8, 8],
        [WIDTH - 8, HEIGHT - 8],
      ],
      { type: "GeometryCollection", geometries: shapes },
    );
  const path = geoPath(fitted).digits(0);
  const areas = drawn.map((one, i) => {
    const shape = shapes[i];
    const [x, y] = shape ? path.centroid(shape) : [0, 0];
    return {
      slug: one.slug,
      name: one.name,
      palette: one.palette,
      path: (shape && path(shape)) ?? "",
      x: Math.round(x),
      y: Math.round(y),
    };
  });
  return { width: WIDTH, height: HEIGHT, areas };
}
