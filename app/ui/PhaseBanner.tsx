import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { Tag } from "./Tag";

type PhaseBannerProps = ComponentPropsWithoutRef<"div"> & { tag: ReactNode };

/** A line below the header: a demonstration, a trial, a new service. */
export function PhaseBanner({ tag, className, children, ...rest }: PhaseBannerProps) {
  return (
    <div {...rest} className={classes("govuk-phase-banner govuk-width-container", className)}>
      <p className="govuk-phase-banner__content">
        <Tag className="govuk-phase-banner__content__tag">{tag}</Tag>
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
