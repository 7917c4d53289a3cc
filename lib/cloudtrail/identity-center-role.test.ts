import { expect, it } from "vitest";
import { permissionSetOr } from "#lib/cloudtrail/identity-center-role.ts";

it.each([
  ["AWSReservedSSO_ViewOnlyAccess_0123456789abcdef", "ViewOnlyAccess"],
  ["AWSReservedSSO_Break_Glass_0123456789abcdef", "Break_Glass"],
  ["AWSReservedSSO_ViewOnlyAccess_short", "AWSReservedSSO_ViewOnlyAccess_short"],
  ["My_AWSReservedSSO_Admin_0123456789abcdef", "My_AWSReservedSSO_Admin_0123456789abcdef"],
  ["Deploy", "Deploy"],
])("%s is shown as %s", (role, shown) => {
  expect(permissionSetOr(role)).toBe(shown);
});
