import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";

/**
 * - `plain`: the usual control, with a border
 * - `quiet`: no border until pointed at, for rows of controls
 * - `main`: the one next step of a screen
 */
export type ButtonLook = "plain" | "quiet" | "main";

type Look = { readonly look?: ButtonLook; readonly square?: boolean };

function classOf({ look = "plain", square = false }: Look, more: string | undefined): string {
  return classNames(styles["button"], styles[look], square && styles["square"], more);
}

/** A control that does something. With `square` it holds one icon and needs an `aria-label`. */
export function Button({
  look,
  square,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return (
    <button
      type={type}
      className={classOf({ ...(look && { look }), ...(square && { square }) }, className)}
      {...rest}
    />
  );
}

/** A link that looks like a control: it goes somewhere. */
export function ButtonLink({ look, square, className, ...rest }: ComponentProps<"a"> & Look) {
  return <a className={classOf({ ...(look && { look }), ...(square && { square }) }, className)} {...rest} />;
}
