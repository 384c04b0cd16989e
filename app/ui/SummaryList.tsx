import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";

/** A link beside an answer. `hidden` completes it for those who hear links out of context: "Change" "your name". */
export type SummaryAction = { href: string; text: ReactNode; hidden?: ReactNode };

export type SummaryRow = { key: ReactNode; value: ReactNode; actions?: readonly SummaryAction[] };

type Card = { title: string; headingLevel?: 2 | 3 | 4; actions?: readonly SummaryAction[] };

type SummaryListProps = Omit<ComponentPropsWithoutRef<"dl">, "children"> & {
  rows: readonly SummaryRow[];
  /** Draws the list as one of several cards. */
  card?: Card;
};

function Action({ href, text, hidden, card }: SummaryAction & { card?: string }) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      {(hidden || card) && (
        <span className="govuk-visually-hidden">
          {hidden && <> {hidden}</>}
          {card && ` (${card})`}
        </span>
      )}
    </a>
  );
}

type ActionsProps = { actions: readonly SummaryAction[]; card?: string; list: string; item: string };

function Actions({ actions, card, list, item }: ActionsProps) {
  const [first, second] = actions;
  if (first && !second) return <Action {...first} card={card} />;
  return (
    <ul className={list}>
      {actions.map((action) => (
        <li key={action.href} className={item}>
          <Action {...action} card={card} />
        </li>
      ))}
    </ul>
  );
}

/** What was answered, line by line, each with a way to change it. */
export function SummaryList({ rows, card, className, ...rest }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  const list = (
    <dl {...rest} className={classes("govuk-summary-list", className)}>
      {rows.map(({ key, value, actions = [] }, at) => (
        <div
          key={typeof key === "string" ? key : at}
          className={classes(
            "govuk-summary-list__row",
            anyActions && !actions.length && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 && (
            <dd className="govuk-summary-list__actions">
              <Actions
                actions={actions}
                card={card?.title}
                list="govuk-summary-list__actions-list"
                item="govuk-summary-list__actions-list-item"
              />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

function SummaryCard({ title, headingLevel = 2, actions = [], children }: Card & { children: ReactNode }) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {actions.length === 1 ? (
          <div className="govuk-summary-card__actions">
            <Actions actions={actions} card={title} list="" item="" />
          </div>
        ) : (
          actions.length > 0 && (
            <Actions
              actions={actions}
              card={title}
              list="govuk-summary-card__actions"
              item="govuk-summary-card__action"
            />
          )
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}
