import type { Route } from "next";

/**
 * An address of this product, made from text at run time. Next types its routes by their literal text; that this
 * one begins with a slash, and so stays on this site, is checked here.
 */
export function asRoute(href: string): Route {
  return (href.startsWith("/") && !href.startsWith("//") ? href : "/") as Route;
}
