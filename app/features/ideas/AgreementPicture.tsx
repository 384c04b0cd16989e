import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Published } from "~/db/tables/figures";
import type { PlacedGroup } from "~/db/tables/ideas-statements";
import { palettes } from "~/ui/palettes";

type AgreementPictureProps = {
  groups: readonly PlacedGroup[];
  sizes: readonly { code: string; people: Published | null }[];
};

/** Each group has a shape, a pattern and a letter of its own, so that nobody needs the colours. */
const LOOKS = [palettes.green, palettes.brick, palettes.blue, palettes.plum, palettes.teal];

const HEIGHT = 340;
/** Groups keep so far from the edges, in per cent. */
const EDGE = 18;

/** Groups in the places where they lie to each other: the closer, the more alike they answer. Larger ones are larger. */
export function AgreementPicture({ groups, sizes }: AgreementPictureProps) {
  const { t } = useTranslation();
  const id = "group-";
  const sizeOf = (code: string) => sizes.find((one) => one.code === code)?.people?.text ?? "";
  const said = groups.map(({ code }) => {
    const name = code.toUpperCase();
    return `${t("agreement.group", { name })}, ${t("agreement.people", { people: sizeOf(code) })}`;
  });
  return (
    <svg
      className="rh-picture"
      role="img"
      width="100%"
      height={HEIGHT}
      aria-label={t("agreement.picture", { groups: said.join("; ") })}
    >
      <defs>
        {groups.map(({ code }, n) => (
          <pattern key={code} id={`${id}${code}`} width={9} height={9} patternUnits="userSpaceOnUse">
            <rect width={9} height={9} fill={LOOKS[n]?.[2]} />
            {marksOf(n, LOOKS[n]?.[0] ?? "#000")}
          </pattern>
        ))}
      </defs>
      <rect x="0.5" y="0.5" width="99.8%" height={HEIGHT - 1} rx={12} fill="none" stroke="currentColor" />
      {groups.map(({ code, x, y }, n) => {
        const people = Number(sizes.find((one) => one.code === code)?.people?.value ?? 0);
        const size = Math.min(72, 26 + 4 * Math.sqrt(people));
        return (
          <svg key={code} x={`${across(x)}%`} y={`${across(-y)}%`} overflow="visible">
            <title>{said[n]}</title>
            {shapeOf(n, size, {
              fill: `url(#${id}${code})`,
              stroke: LOOKS[n]?.[0] ?? "#000",
              strokeWidth: 3,
            })}
            <circle r={15} fill="#fff" stroke={LOOKS[n]?.[0]} strokeWidth={2} />
            <text textAnchor="middle" dominantBaseline="central" fontWeight={800} fill="#17241f">
              {code.toUpperCase()}
            </text>
          </svg>
        );
      })}
    </svg>
  );
}

/** From -100 to 100 into per cent of the picture. */
const across = (at: number) => EDGE + ((at + 100) / 200) * (100 - 2 * EDGE);

type Ink = { fill: string; stroke: string; strokeWidth: number };

function shapeOf(n: number, size: number, ink: Ink): ReactElement {
  if (n === 0) return <circle r={size} {...ink} />;
  if (n === 1) return <rect x={-size} y={-size} width={2 * size} height={2 * size} rx={6} {...ink} />;
  const corners = [4, 3, 6][n - 2] ?? 5;
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = (2 * Math.PI * at) / corners - Math.PI / 2;
    const reach = size * (corners === 6 ? 1.05 : 1.25);
    return `${Math.round(reach * Math.cos(angle))},${Math.round(reach * Math.sin(angle))}`;
  });
  return <polygon points={points.join(" ")} strokeLinejoin="round" {...ink} />;
}

function marksOf(n: number, ink: string): ReactElement {
  if (n === 0) return <circle cx={4.5} cy={4.5} r={1.4} fill={ink} />;
  const lines = ["M0 4.5H9", "M4.5 0V9", "M0 9L9 0", "M0 0L9 9"];
  return <path d={lines[n - 1] ?? "M0 4.5H9M4.5 0V9"} stroke={ink} strokeWidth={1.2} fill="none" />;
}
