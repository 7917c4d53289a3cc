import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { linksOf } from "./view.ts";
import { Who } from "./who.tsx";

it("shows the permission set of a role that Identity Center made, and filters by the role", () => {
  const role = "AWSReservedSSO_ViewOnlyAccess_0123456789abcdef";
  const { actor } = makeEvent();
  const event = makeEvent({ actor: { ...actor, kind: "person", name: "aisha", role, session: "aisha" } });
  const html = renderToStaticMarkup(<Who event={event} links={linksOf(DEFAULT_VIEW, "UTC")} />);
  const link = /<a[^>]*data-handle="role".*?<\/a>/.exec(html)?.[0] ?? "";
  expect(link).toContain(`aria-label="${role}"`);
  expect(link).toContain(`data-value="${role}"`);
  expect(link).toContain(`role:${role}`);
  expect(link.replaceAll(/<[^>]*>/g, "")).toBe("ViewOnlyAccess");
});
