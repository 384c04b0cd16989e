import type { ComponentPropsWithoutRef } from "react";
import { Arrow } from "./Arrow";
import { classes } from "./classes";

/** Primary once on a page; secondary for the other way; warning before what cannot be undone; sun on dark ground. */
export type ButtonVariant = "primary" | "secondary" | "warning" | "sun";

type Look = { variant?: ButtonVariant; arrow?: boolean; small?: boolean };

const variants: Record<ButtonVariant, string> = {
  primary: "",
  secondary: "govuk-button--secondary",
  warning: "govuk-button--warning",
  sun: "rh-button--sun",
};

const look = (variant: ButtonVariant, small: boolean | undefined, className: string | undefined) =>
  classes("govuk-button", variants[variant], small && "rh-button--small", className);

type ButtonProps = ComponentPropsWithoutRef<"button"> & Look;

/** A button that sends a form; `name` and `value` say which of several was pressed. */
export function Button({
  variant = "primary",
  arrow,
  small,
  className,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="submit"
      disabled={disabled}
      aria-disabled={disabled ? "true" : undefined}
      data-module="govuk-button"
      {...rest}
      className={look(variant, small, className)}
    >
      {children}
      {arrow && <Arrow />}
    </button>
  );
}

type ButtonLinkProps = ComponentPropsWithoutRef<"a"> & Look;

/** A link that looks like a button. It stays a link for assistive technology: it goes somewhere, Space does nothing. */
export function ButtonLink({
  variant = "primary",
  arrow,
  small,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={look(variant, small, className)}>
      {children}
      {arrow && <Arrow />}
    </a>
  );
}
