import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";

type Task = {
  title: string;
  /** Left out while the task cannot start yet. */
  href?: string;
  hint?: ReactNode;
  /** Plain words when done, a Tag while there is something to do. */
  status: ReactNode;
};

type TaskListProps = Omit<ComponentPropsWithoutRef<"ul">, "children"> & {
  items: readonly Task[];
  idPrefix?: string;
};

/** The parts of a piece of work that takes more than one sitting. */
export function TaskList({ items, idPrefix = "task-list", className, ...rest }: TaskListProps) {
  return (
    <ul {...rest} className={classes("govuk-task-list", className)}>
      {items.map(({ title, href, hint, status }, at) => {
        const id = `${idPrefix}-${at + 1}`;
        return (
          <li
            key={title}
            className={classes("govuk-task-list__item", href && "govuk-task-list__item--with-link")}
          >
            <div className="govuk-task-list__name-and-hint">
              {href ? (
                <a
                  className="govuk-link govuk-task-list__link"
                  href={href}
                  aria-describedby={classes(hint ? `${id}-hint` : undefined, `${id}-status`)}
                >
                  {title}
                </a>
              ) : (
                <div>{title}</div>
              )}
              {hint && (
                <div id={`${id}-hint`} className="govuk-task-list__hint">
                  {hint}
                </div>
              )}
            </div>
            <div className="govuk-task-list__status" id={`${id}-status`}>
              {status}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
