import Link from "next/link";
import { Fragment } from "react";
import { Handle } from "#components/event/handle.tsx";
import { MarkSign } from "#components/event/mark.tsx";
import { eventHref } from "#components/event/page-of.ts";
import type { Links } from "#components/event/view.ts";
import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatDate, formatDay } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import { ClockTime } from "#components/ui/time.tsx";
import type { Step } from "#lib/event/session/fold-steps.ts";
import { shortService } from "#lib/event/short-service.ts";
import { spanWords } from "./span-words.ts";
import styles from "./step-list.module.css";

/** A pause longer than this is told. */
const PAUSE = 30 * 60_000;

/** What was done, in order: a line a step, a line between days, and how long nothing happened in between. */
export function StepList(props: {
  readonly steps: readonly Step[];
  readonly links: Links;
  /** The account that needs no telling. */
  readonly account: string | null;
}) {
  const { steps, links } = props;
  return (
    <ol className={styles["steps"]}>
      {steps.map((step, index) => {
        const before = steps[index - 1];
        return (
          <Fragment key={step.eventId}>
            <Between before={before} step={step} links={links} />
            <StepLine step={step} links={links} account={props.account} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function Between(props: { readonly before: Step | undefined; readonly step: Step; readonly links: Links }) {
  const { before, step, links } = props;
  const at = Date.parse(step.first);
  const end = before === undefined ? null : Date.parse(before.last);
  // A step may reach into the next day: what counts is when the one before it began.
  const dayOf = (one: Step) => formatDate(Date.parse(one.first), links.zone);
  const isNewDay = before === undefined || dayOf(before) !== dayOf(step);
  const pause = end === null ? 0 : at - end;
  if (!isNewDay && pause < PAUSE) return null;
  return (
    <li className={styles["between"]}>
      {isNewDay ? <strong>{formatDay(at, links.zone)}</strong> : null}
      {pause < PAUSE ? null : <span>{`${spanWords(pause)} later`}</span>}
    </li>
  );
}

function StepLine({
  step,
  links,
  account,
}: {
  readonly step: Step;
  readonly links: Links;
  readonly account: string | null;
}) {
  const took = Date.parse(step.last) - Date.parse(step.first);
  return (
    <li className={styles["step"]} data-outcome={step.outcome}>
      <Link
        className={styles["time"]}
        href={asRoute(links.page(eventHref(step.eventId)))}
        prefetch={false}
        aria-label={`Open ${step.first}`}
      >
        <ClockTime at={Date.parse(step.first)} zone={links.zone} />
      </Link>
      <span className={styles["mark"]}>
        <MarkSign readOnly={step.readOnly} severities={step.severities} />
      </span>
      <span className={styles["what"]}>
        <Handle
          links={links}
          field="service"
          value={step.eventSource}
          shown={shortService(step.eventSource)}
          muted
        />{" "}
        <Handle links={links} field="event" value={step.eventName} />
        {step.count === 1 ? null : (
          <span className={styles["times"]}>
            {` ×${formatCount(step.count)}`}
            {took === 0 ? null : <span className={styles["muted"]}>{` in ${spanWords(took)}`}</span>}
          </span>
        )}
        {step.outcome === "success" ? null : (
          <span className={styles[step.outcome]}>
            {` ${step.outcome}`}
            {step.errorCode === null ? null : (
              <>
                {" "}
                <Handle links={links} field="error" value={step.errorCode} />
              </>
            )}
          </span>
        )}
      </span>
      <span className={styles["on"]}>
        {step.resources.map(({ id, type }) => (
          <Handle
            key={id}
            links={links}
            field="resource"
            value={id}
            shown={cutMiddle(nameOfArn(id), 40)}
            mono
            {...(type !== null && { hintNote: type })}
          />
        ))}
        {step.resourceCount <= step.resources.length ? null : (
          <span
            className={styles["muted"]}
          >{`+${formatCount(step.resourceCount - step.resources.length)}`}</span>
        )}
      </span>
      <span className={styles["where"]}>
        {[...step.accounts.filter((one) => one !== account), ...step.regions].slice(0, 3).join(" · ")}
        {step.regions.length > 3 ? ` +${step.regions.length - 3}` : ""}
      </span>
    </li>
  );
}
