import type { ReactElement } from "react";
import { BackLink } from "~/ui/BackLink";
import { Breadcrumbs } from "~/ui/Breadcrumbs";
import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { LanguageNav } from "~/ui/LanguageNav";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Pagination } from "~/ui/Pagination";
import { Panel } from "~/ui/Panel";
import { PhaseBanner } from "~/ui/PhaseBanner";
import { SkipLink } from "~/ui/SkipLink";
import { SummaryList } from "~/ui/SummaryList";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";
import { WarningText } from "~/ui/WarningText";
import { type Options, only, sizeOf, Unsupported, whole, words } from "./fixtures";

const look = (options: Options) => ({ className: options.classes, ...options.attributes });

const text = (options: Options) => words(only(options, "text", "html"));

const actions = (options: Options) =>
  (only(options, "items").items ?? []).map((action: Options) => {
    only(action, "href", "text", "html", "visuallyHiddenText");
    return { href: action.href, text: words(action), hidden: action.visuallyHiddenText };
  });

function summaryList(options: Options) {
  only(options, "rows", "card", "classes", "attributes");
  const rows = whole(options.rows).map((row: Options) => {
    only(row, "key", "value", "actions");
    return { key: text(row.key), value: text(row.value), actions: actions(row.actions) };
  });
  const card = options.card && only(options.card, "title", "actions");
  if (card && !card.title) throw new Unsupported("card without title");
  const title = card && only(card.title, "text", "html", "headingLevel");
  return (
    <SummaryList
      {...look(options)}
      rows={rows}
      card={card && { title: words(title), headingLevel: title.headingLevel, actions: actions(card.actions) }}
    />
  );
}

function table(options: Options) {
  only(options, "head", "rows", "caption", "captionClasses", "firstCellIsHeader", "classes", "attributes");
  if (!options.head) throw new Unsupported("no head");
  const cell = (of: Options) => only(of, "text", "html", "format");
  type Row = { key: number; cells: Options[] };
  return (
    <Table<Row>
      {...look(options)}
      caption={options.caption ?? "Caption"}
      captionSize={sizeOf(options.captionClasses, "govuk-table__caption")}
      rowHeaders={Boolean(options.firstCellIsHeader)}
      columns={options.head.map((head: Options, at: number) => ({
        header: words(cell(head)),
        numeric: head.format === "numeric",
        cell: (row: Row) => words(cell(row.cells[at])),
      }))}
      rows={whole(options.rows).map((cells: Options[], key: number) => ({ key, cells }))}
      rowKey={(row) => String(row.key)}
    />
  );
}

function pagination(options: Options) {
  only(options, "previous", "next", "items", "landmarkLabel", "classes", "attributes");
  const link = (of: Options) =>
    of && { href: only(of, "href", "text", "labelText").href, text: of.text, label: of.labelText };
  const page = (of: Options) => {
    if (!of?.number && !of?.ellipsis) throw new Unsupported("empty item");
    only(of, "number", "href", "current", "visuallyHiddenText", "ellipsis");
    return of.ellipsis
      ? "gap"
      : { number: of.number, href: of.href, current: of.current, label: of.visuallyHiddenText };
  };
  return (
    <Pagination
      {...look(options)}
      previous={link(options.previous)}
      next={link(options.next)}
      items={options.items?.map(page)}
      label={options.landmarkLabel ?? "Pagination"}
    />
  );
}

function taskList(options: Options) {
  only(options, "items", "idPrefix", "classes", "attributes");
  const items = whole(options.items).map((item: Options) => {
    only(item, "title", "href", "hint", "status");
    const status = only(item.status, "text", "html", "tag");
    return {
      title: text(item.title),
      href: item.href,
      hint: item.hint && text(item.hint),
      status: status.tag ? (
        <Tag className={only(status.tag, "text", "classes").classes}>{status.tag.text}</Tag>
      ) : (
        words(status)
      ),
    };
  });
  return <TaskList {...look(options)} items={items} idPrefix={options.idPrefix} />;
}

function notificationBanner(options: Options) {
  const known = ["type", "text", "html", "titleText", "titleHtml", "titleId", "titleHeadingLevel", "role"];
  only(options, ...known, "disableAutoFocus", "classes", "attributes");
  const { tabindex: tabIndex, ...attributes } = options.attributes ?? {};
  const focus =
    options.disableAutoFocus === undefined ? {} : { "data-disable-auto-focus": options.disableAutoFocus };
  return (
    <NotificationBanner
      className={options.classes}
      {...attributes}
      {...focus}
      {...(options.role && { role: options.role })}
      tabIndex={tabIndex}
      success={options.type === "success"}
      title={words(options, "titleText", "titleHtml")}
      titleId={options.titleId}
      headingLevel={options.titleHeadingLevel}
      text={options.html ? undefined : options.text}
    >
      {options.html && words(options)}
    </NotificationBanner>
  );
}

/** How the options of a govuk-frontend content component become props of ours. */
export const content: Record<string, (options: Options) => ReactElement | null> = {
  "back-link": (options) => {
    only(options, "text", "html", "href", "classes", "attributes");
    return (
      <BackLink href={options.href || "#"} {...look(options)}>
        {words(options)}
      </BackLink>
    );
  },
  breadcrumbs: (options) => {
    only(options, "items", "classes", "attributes", "labelText");
    const items = options.items.map((item: Options) => ({
      text: words(only(item, "text", "html", "href")),
      href: item.href,
    }));
    const label = options.labelText && { "aria-label": options.labelText };
    return <Breadcrumbs {...look(options)} {...label} items={items} />;
  },
  details: (options) => {
    only(options, "summaryText", "summaryHtml", "text", "html", "id", "classes", "attributes", "open");
    const summary = words(options, "summaryText", "summaryHtml");
    return (
      <Details id={options.id} open={options.open} {...look(options)} summary={summary}>
        {words(options)}
      </Details>
    );
  },
  "inset-text": (options) => {
    only(options, "text", "html", "id", "classes", "attributes");
    return (
      <InsetText id={options.id} {...look(options)}>
        {words(options)}
      </InsetText>
    );
  },
  "language-navigation": (options) => {
    only(options, "items", "ariaLabel", "classes", "attributes");
    const items = options.items.map((item: Options) => {
      only(item, "text", "html", "href", "lang", "dir", "current", "languageDescriptionText");
      if (!item.lang) throw new Unsupported("no language");
      const href = item.current ? undefined : item.href;
      return {
        text: words(item),
        lang: item.lang,
        dir: item.dir,
        href,
        description: item.languageDescriptionText,
      };
    });
    const label = options.ariaLabel && { "aria-label": options.ariaLabel };
    return <LanguageNav {...look(options)} {...label} items={items} />;
  },
  "notification-banner": notificationBanner,
  pagination,
  panel: (options) => {
    only(options, "titleText", "titleHtml", "text", "html", "headingLevel", "classes", "attributes");
    if (/interruption/.test(options.classes ?? "")) throw new Unsupported("interruption");
    const title = words(options, "titleText", "titleHtml");
    return (
      <Panel {...look(options)} title={title} headingLevel={options.headingLevel}>
        {words(options)}
      </Panel>
    );
  },
  "phase-banner": (options) => {
    only(options, "text", "html", "tag", "classes", "attributes");
    return (
      <PhaseBanner {...look(options)} tag={text(options.tag)}>
        {words(options)}
      </PhaseBanner>
    );
  },
  "skip-link": (options) => {
    only(options, "text", "html", "href", "classes", "attributes");
    return (
      <SkipLink href={options.href || "#content"} {...look(options)}>
        {words(options)}
      </SkipLink>
    );
  },
  "summary-list": summaryList,
  table,
  tag: (options) => {
    only(options, "text", "html", "classes", "attributes");
    return <Tag {...look(options)}>{words(options)}</Tag>;
  },
  "task-list": taskList,
  "warning-text": (options) => {
    only(options, "text", "html", "iconFallbackText", "classes", "attributes");
    if (options.iconFallbackText && options.iconFallbackText !== "Warning")
      throw new Unsupported("icon text");
    return <WarningText {...look(options)}>{words(options)}</WarningText>;
  },
};
