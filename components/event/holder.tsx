import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { asRoute } from "#components/ui/route.ts";
import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Hop } from "#lib/event/chain.ts";
import type { SignIn } from "#lib/event/credential.ts";
import { shortService } from "#lib/event/short-service.ts";
import { mayBeAskedElsewhere } from "./asked-elsewhere.ts";
import { Handle } from "./handle.tsx";
import styles from "./holder.module.css";
import { actorHref, sessionHref } from "./page-of.ts";
import type { Links } from "./view.ts";
import { ACTOR_KINDS } from "./who.tsx";

const SIGN_INS: Readonly<Record<SignIn, string>> = {
  "access-key": "long-lived access key",
  console: "console sign-in",
  sso: "Identity Center",
  saml: "SAML",
  "web-identity": "web identity",
  "instance-profile": "instance profile",
  service: "made by a service",
  role: "assumed role",
  "session-token": "session token",
};

/**
 * Who holds a credential, in one line: the name, its role, the session's name, how they got in. Names lead to the
 * actor's page, the session to its own. `name`: another name than the hop's, where more is known. `isCompact`: where
 * a menu for values is at hand the names are handles, and how they got in is left to the session's page.
 */
export function Holder(props: {
  readonly hop: Hop;
  readonly name?: string | null;
  readonly isHere?: boolean;
  readonly isCompact?: boolean;
  readonly links: Links;
}) {
  const { hop, links } = props;
  const { icon, word } = ACTOR_KINDS[hop.principal.kind];
  const name = props.name ?? hop.principal.name;
  const role = hop.role === null || hop.role === name ? null : hop.role;
  const id = hop.sessionId ?? hop.key;
  const named = { isHandle: props.isCompact === true, links };
  return (
    <span className={styles["holder"]}>
      <span className={styles["glyph"]} data-hint={word}>
        <Icon name={icon} size={14} />
        <VisuallyHidden>{`${word} `}</VisuallyHidden>
      </span>
      <span className={styles["first"]}>
        <Name name={name} isRole={hop.role === name} {...named} />
      </span>
      {role === null ? null : (
        <span>
          {"as "}
          <Name name={role} isRole {...named} />
        </span>
      )}
      {id === null || props.isHere === true ? (
        <SessionName session={hop.session} name={name} />
      ) : (
        <Link
          className={styles["session"]}
          href={asRoute(links.page(sessionHref(id)))}
          prefetch={false}
          data-hint={id}
          data-hint-note="session name, as its creator claimed it"
        >
          {hop.session === null ? (
            <code>
              <Text>{hop.key ?? id}</Text>
            </code>
          ) : (
            <>
              {"“"}
              <Text>{hop.session}</Text>
              {"”"}
            </>
          )}
        </Link>
      )}
      {named.isHandle ? null : <span className={styles["how"]}>{wordsOf(hop)}</span>}
    </span>
  );
}

type NameProps = {
  readonly name: string;
  readonly isRole: boolean;
  readonly isHandle: boolean;
  readonly links: Links;
};

function Name({ name, isRole, isHandle, links }: NameProps) {
  if (isHandle) {
    return <Handle links={links} field={isRole ? "role" : "actor"} value={name} shown={shortService(name)} />;
  }
  return (
    <Link className={styles["link"]} href={asRoute(links.page(actorHref(name, isRole)))} prefetch={false}>
      <Text>{shortService(name)}</Text>
    </Link>
  );
}

function SessionName({ session, name }: { readonly session: string | null; readonly name: string }) {
  if (session === null || session === name) return null;
  return (
    <span className={styles["how"]} data-hint="session name, as its creator claimed it">
      {"“"}
      <Text>{session}</Text>
      {"”"}
    </span>
  );
}

function wordsOf(hop: Hop): string {
  const none = mayBeAskedElsewhere(hop.signIn) ? "no second factor by AWS" : "no second factor";
  const mfa = hop.mfa === null ? "" : hop.mfa ? "second factor" : none;
  const how = hop.signIn === null || hop.signIn === "role" ? "" : SIGN_INS[hop.signIn];
  return [how, hop.account === null ? "" : `account ${hop.account}`, mfa]
    .filter((part) => part !== "")
    .join(" · ");
}
