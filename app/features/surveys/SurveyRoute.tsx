import { classes } from "~/ui/classes";
import { drawRoute, type RoutePage } from "./route-picture";

/** The way through a survey as a picture, and the same in words. */
export function SurveyRoute({ pages }: { pages: readonly RoutePage[] }) {
  const { width, height, boxes, arrows, lines } = drawRoute(pages);
  return (
    <div className="rh-route">
      <svg
        role="img"
        aria-label={`The route: ${pages.length} pages from the top down. The list after it says the same in words.`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        <defs>
          <marker
            id="route-head"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L10 5L0 10z" />
          </marker>
        </defs>
        {arrows.map(({ key, path, circle, head }) => (
          <path
            key={key}
            d={path}
            className={classes("rh-route__way", circle && "rh-route__way--circle")}
            markerEnd={head ? "url(#route-head)" : undefined}
          />
        ))}
        {boxes.map(({ key, faulty, end, ...box }) => (
          <rect
            key={key}
            {...box}
            rx="6"
            className={classes(
              "rh-route__box",
              end && "rh-route__box--end",
              faulty && "rh-route__box--faulty",
            )}
          />
        ))}
        {lines.map(({ text, x, y, as }) => (
          <text key={`${y} ${text}`} x={x} y={y} className={`rh-route__${as}`}>
            {text}
          </text>
        ))}
      </svg>
      <section>
        <h2>The same in words</h2>
        <ol className="rh-list">
          {pages.map((page) => (
            <li key={page.key}>
              {[`Page ${page.n}`, page.section].filter(Boolean).join(", ")}: {page.rule ?? "Everyone"}
              <ul>
                {page.questions.map(({ key, title, rule, faults }) => (
                  <li key={key}>
                    {title}
                    {rule && !page.rule && ` Only if ${rule}.`}
                    {faults.map((fault) => (
                      <strong key={fault}> {fault}</strong>
                    ))}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>Check the answers and send them.</li>
        </ol>
      </section>
    </div>
  );
}
