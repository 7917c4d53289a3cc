/** How the roles begin that Identity Center makes: `AWSReservedSSO_{permission set}_{hash}`. */
export const IDENTITY_CENTER_ROLE = "AWSReservedSSO_";
