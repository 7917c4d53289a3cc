import { changeFullCheck, changeRetention, changeSchedule, removeWholeSource } from "#app/sources/actions.ts";
import { FullCheckForm } from "#components/source/full-check-form.tsx";
import styles from "#components/source/page.module.css";
import { RemoveSource } from "#components/source/remove-source.tsx";
import { RetentionForm } from "#components/source/retention-form.tsx";
import { ScheduleForm } from "#components/source/schedule-form.tsx";
import { SettingsFacts } from "#components/source/settings-facts.tsx";
import { goesOn } from "#components/source/source-view.ts";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { nextFullCheck } from "#lib/db/jobs/full-check.ts";
import { changeHref } from "./addresses.ts";
import type { SourcePage } from "./read-source-page.ts";
import { policyOf, settingFacts } from "./setting-facts.ts";

/** How a source is read and how long its events are kept, where both are changed, and how to be rid of it. */
export function SettingsSection(props: {
  readonly page: SourcePage;
  readonly now: number;
  /** The last change could not be made, because the source is loading. */
  readonly hasProblem: boolean;
}) {
  const { source, settings, fullCheck } = props.page;
  if (source.isRemoved) return null;
  const change = changeHref(source);
  return (
    <section className={styles["section"]} aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      {goesOn(source) ? (
        <>
          <ScheduleForm sourceId={source.id} minutes={source.syncEveryMinutes} change={changeSchedule} />
          <FullCheckForm
            sourceId={source.id}
            everyDays={fullCheck.everyDays}
            isScheduled={source.syncEveryMinutes !== null}
            lastAt={fullCheck.lastAt?.getTime() ?? null}
            nextAt={nextFullCheck(fullCheck)}
            now={props.now}
            change={changeFullCheck}
          />
        </>
      ) : null}
      <RetentionForm
        source={source}
        change={changeRetention}
        problem={
          props.hasProblem
            ? "The source is loading now: wait until that is done, or cancel it, and keep more then."
            : null
        }
      />
      <SettingsFacts
        facts={settingFacts(settings)}
        policy={policyOf(settings)}
        what={source.kind === "lookup" ? "these events" : undefined}
      />
      {change === null ? null : (
        <p>
          <TzButtonLink href={change}>Change how it is reached</TzButtonLink>
        </p>
      )}
      <RemoveSource source={source} remove={removeWholeSource} />
    </section>
  );
}
