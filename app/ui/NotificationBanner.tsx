import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

type NotificationBannerProps = Omit<ComponentPropsWithoutRef<"div">, "title"> & {
  /** Success is read out at once. */
  success?: boolean;
  /** Defaults to "Success" or "Important". */
  title?: ReactNode;
  titleId?: string;
  headingLevel?: 2 | 3;
  /** The message in one line; more goes into children. */
  text?: ReactNode;
};

/** News about the person's own affairs, once on a page, above the heading. */
export function NotificationBanner({
  success,
  title,
  titleId = "govuk-notification-banner-title",
  headingLevel = 2,
  text,
  className,
  children,
  ...rest
}: NotificationBannerProps) {
  const word = useWords();
  const Heading = `h${headingLevel}` as const;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label; the rule cannot see which it is
    <div
      role={success ? "alert" : "region"}
      {...rest}
      className={classes(
        "govuk-notification-banner",
        success && "govuk-notification-banner--success",
        className,
      )}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title ?? word(success ? "success" : "important")}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {text && <p className="govuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
