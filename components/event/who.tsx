import { classNames } from "#components/ui/class-names.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { permissionSetOr } from "#lib/cloudtrail/identity-center-role.ts";
import type { Actor, ActorKind, Event } from "#lib/event/event.ts";
import type { ActorOrigin, Grade } from "#lib/event/origin.ts";
import { shortService } from "#lib/event/short-service.ts";
import { Handle } from "./handle.tsx";
import { pageOfSession } from "./page-of.ts";
import { PersonName } from "./person-name.tsx";
import type { Links } from "./view.ts";
import styles from "./who.module.css";

/** A glyph and the word for each kind of principal. */
export const ACTOR_KINDS: Readonly<Record<ActorKind, { readonly icon: IconName; readonly word: string }>> = {
  person: { icon: "person", word: "person" },
  role: { icon: "badge", word: "assumed role" },
  service: { icon: "gear", word: "AWS service" },
  root: { icon: "crown", word: "root user" },
  account: { icon: "building", word: "AWS account" },
  federated: { icon: "chain", word: "federated user" },
  unknown: { icon: "question", word: "unknown" },
};

/** How certain a link is, in words. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  exact: "proved by the key that was issued",
  matched: "matched by principal and creation date",
  inferred: "inferred, nothing else fits",
};

/** The person, or outside identity, that a chain of roles leads to; null where the record itself says who acted. */
export function personBehind({ name, origin }: Actor): ActorOrigin | null {
  const isSomeone = origin?.kind === "person" || origin?.kind === "external";
  return isSomeone && origin.name !== name ? origin : null;
}

/** A name and the roles that it went through, as text. */
export function wayOf(name: string, roles: readonly string[]): string {
  return [name, ...roles].join(" → ");
}

/** A role may stand in a path twice. */
function steps(roles: readonly string[]): { readonly id: string; readonly role: string }[] {
  return roles.map((role, index) => ({ id: `${index} ${role}`, role }));
}

/**
 * Who acted, in one line: a glyph for the kind, the name of whoever is behind it, then apart from it the roles, then
 * the session's name between quotation marks, because whoever made the session chose it.
 */
export function Who(props: { readonly event: Event; readonly links: Links; readonly offTab?: boolean }) {
  const { actor } = props.event;
  const { icon, word } = ACTOR_KINDS[actor.kind];
  const handle = { links: props.links, ...(props.offTab !== undefined && { offTab: props.offTab }) };
  const behind = personBehind(actor);
  const ownRole = actor.role !== null && actor.role !== actor.name ? [actor.role] : [];
  const roles = behind === null ? ownRole : (actor.path ?? []);
  const session = actor.session !== null && actor.session !== actor.name ? actor.session : null;
  const way = behind === null ? 0 : Math.max(0, roles.length - 1);
  const chain = wayOf(behind?.name ?? actor.name, roles);
  return (
    <span className={styles["who"]} data-kind={actor.kind}>
      <span className={styles["glyph"]} data-hint={word}>
        <Icon name={icon} size={14} />
        <VisuallyHidden>{`${word} `}</VisuallyHidden>
      </span>
      <span
        className={styles["names"]}
        data-behind={behind?.kind}
        data-way={way === 0 ? undefined : Math.min(way, 3)}
      >
        {behind === null ? (
          <Handle field="actor" value={actor.name} shown={shortService(actor.name)} {...handle} />
        ) : (
          <Handle
            field="actor"
            value={behind.name}
            hint={chain}
            hintNote={`behind this session: ${GRADE_WORDS[behind.grade]}`}
            {...handle}
          />
        )}
        {way === 0 ? null : (
          <span className={styles["fold"]} data-hint={chain} aria-hidden="true">
            {" → …"}
          </span>
        )}
        {steps(roles).map(({ id, role }, index) => (
          <span className={classNames(styles["more"], index < way && styles["hop"])} key={id}>
            {" → "}
            <Handle
              field="role"
              value={role}
              shown={permissionSetOr(role)}
              label={role}
              hintNote="role"
              {...handle}
            />
          </span>
        ))}
        {session === null ? null : (
          <span className={classNames(styles["session"], styles["claim"])}>
            {" "}
            <VisuallyHidden>session, as its creator claimed: </VisuallyHidden>
            <Handle
              field="session"
              value={session}
              label={session}
              hintNote="session name, as its creator claimed it"
              page={pageOfSession(actor.accessKeyId)}
              {...handle}
            >
              {"“"}
              <Text>{session}</Text>
              {"”"}
            </Handle>
          </span>
        )}
        <PersonName session={actor.session} />
        {actor.via === null || actor.via === actor.name ? null : (
          <span className={styles["session"]}>
            {" via "}
            <Handle field="via" value={actor.via} shown={shortService(actor.via)} {...handle} />
          </span>
        )}
      </span>
    </span>
  );
}
