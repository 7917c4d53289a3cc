import { uuid } from "#lib/sample/invent-id.ts";
import { HOME_REGION } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** Sign-ins: to the console, and to Identity Center's portal. */

const CONSOLE = "https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true";

/** A person opens the console. `mfa` is whether a second factor was used. */
export function consoleLogin(outcome: "Success" | "Failure", mfa: boolean): Call {
  const failure = outcome === "Failure" ? { error: { code: null, message: "Failed authentication" } } : {};
  return {
    service: "signin",
    name: "ConsoleLogin",
    readOnly: false,
    eventType: "AwsConsoleSignIn",
    responseJson: `{"ConsoleLogin":"${outcome}"}`,
    additionalJson: `{"LoginTo":"${CONSOLE}","MobileVersion":"No","MFAUsed":"${mfa ? "Yes" : "No"}"}`,
    host: `${HOME_REGION}.signin.aws.amazon.com`,
    ...failure,
  };
}

/** Identity Center checks one factor: the password, or the code of a second device. */
export function credentialVerification(
  factor: "PASSWORD" | "TOTP",
  outcome: "Success" | "Failure",
  random: Random,
): Call {
  return portalEvent(
    "CredentialVerification",
    outcome,
    `{"AuthWorkflowID":"${uuid(random)}","CredentialType":"${factor}"}`,
  );
}

/** Identity Center has let the person in. */
export function userAuthentication(factors: "PASSWORD" | "PASSWORD,TOTP", random: Random): Call {
  const login = `"LoginTo":"https://example.awsapps.com/start/","CredentialType":"${factors}"`;
  return portalEvent("UserAuthentication", "Success", `{"AuthWorkflowID":"${uuid(random)}",${login}}`);
}

function portalEvent(name: string, outcome: string, additionalJson: string): Call {
  return {
    service: "signin",
    name,
    readOnly: false,
    eventType: "AwsServiceEvent",
    additionalJson,
    serviceDetailsJson: `{"${name}":"${outcome}"}`,
    host: `${HOME_REGION}.signin.aws`,
  };
}

/** The person chooses an account and a permission set in the portal: for the console, or for keys. */
export function portalChoice(
  name: "Federate" | "GetRoleCredentials",
  account: string,
  permissionSet: string,
): Call {
  return {
    service: "sso",
    name,
    readOnly: name === "GetRoleCredentials",
    eventType: "AwsServiceEvent",
    serviceDetailsJson: `{"role_name":"${permissionSet}","account_id":"${account}"}`,
    host: `portal.sso.${HOME_REGION}.amazonaws.com`,
  };
}
