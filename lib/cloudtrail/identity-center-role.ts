/** How the roles begin that Identity Center makes: `AWSReservedSSO_{permission set}_{hash}`. */
export const IDENTITY_CENTER_ROLE = "AWSReservedSSO_";

/** The permission set that a role of Identity Center stands for; the role's own name for any other. */
export function permissionSetOr(role: string): string {
  return role.match(PERMISSION_SET)?.[1] ?? role;
}

const PERMISSION_SET = new RegExp(`^${IDENTITY_CENTER_ROLE}(.+)_[0-9a-f]{16}$`);
