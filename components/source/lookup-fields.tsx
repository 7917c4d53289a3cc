import { Field, SelectField } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import styles from "./advanced-fields.module.css";
import { LOOKUP_RANGES, type LookupValues } from "./lookup-attempt.ts";
import pageStyles from "./page.module.css";
import { ScheduleChoice } from "./schedule-choice.tsx";

const PLAIN = { mono: true, autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

type Props = {
  readonly values: LookupValues;
  readonly problems: Readonly<Partial<Record<string, string>>>;
  readonly onChange: () => void;
};

/** Who asks, and whom: folded away, open where something stands in it. */
export function LookupAccess({ values, problems, onChange }: Props) {
  const { endpoint, profile, roleArn, externalId } = values;
  const isUsed =
    [endpoint, profile, roleArn, externalId].some((value) => value !== "") ||
    Object.keys(problems).some((field) => field !== "regions");
  const common = (name: "endpoint" | "profile" | "roleArn" | "externalId") =>
    ({
      ...PLAIN,
      id: `lookup-${name}`,
      name,
      defaultValue: values[name],
      problem: problems[name],
      onChange,
    }) as const;
  return (
    <details className={pageStyles["fold"]} open={isUsed}>
      <summary>
        <Icon name="chevron-right" size={12} /> Credentials and endpoint
      </summary>
      <div className={styles["fields"]}>
        <Field
          {...common("profile")}
          label="Profile"
          about="Of the AWS configuration of the user that Waymark runs as. Empty: the SDK's own search."
        />
        <Field
          {...common("roleArn")}
          label="Role to assume"
          placeholder="arn:aws:iam::123456789012:role/LookUpEvents"
        />
        <Field
          {...common("externalId")}
          label="External id"
          about="Where the role's trust policy asks for one."
        />
        <Field
          {...common("endpoint")}
          label="CloudTrail endpoint"
          type="url"
          placeholder="https://cloudtrail.example.net"
          about="Of a VPC endpoint or another server. Empty: AWS."
        />
      </div>
    </details>
  );
}

/** How far back to load, and how often to look for more. */
export function LookupChoices({ values }: { readonly values: LookupValues }) {
  return (
    <div className={styles["fields"]}>
      <SelectField
        key={values.range}
        id="lookup-range"
        name="range"
        label="How far back"
        defaultValue={values.range}
      >
        {LOOKUP_RANGES.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <ScheduleChoice id="lookup-sync" label="Then look for new events" minutes={values.syncEveryMinutes} />
    </div>
  );
}
