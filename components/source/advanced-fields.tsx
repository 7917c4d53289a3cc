import { Field } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import styles from "./advanced-fields.module.css";
import type { BucketValues } from "./bucket-attempt.ts";
import pageStyles from "./page.module.css";

const PLAIN = { mono: true, autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** What most buckets do not need: folded away, open where something stands in it. */
export function AdvancedFields(props: {
  readonly values: BucketValues;
  readonly problems: Readonly<Partial<Record<string, string>>>;
  readonly onChange: () => void;
}) {
  const { values, problems, onChange } = props;
  const { region, endpoint, pathStyle, profile, roleArn, externalId } = values;
  const isUsed =
    [region, endpoint, profile, roleArn, externalId].some((value) => value !== "") ||
    pathStyle ||
    Object.keys(problems).some((field) => field !== "bucket");
  return (
    <details className={pageStyles["fold"]} open={isUsed}>
      <summary>
        <Icon name="chevron-right" size={12} /> Credentials, region and other servers
      </summary>
      <div className={styles["fields"]}>
        <Field
          id="profile"
          name="profile"
          label="Profile"
          {...PLAIN}
          defaultValue={profile}
          problem={problems["profile"]}
          about="Of the AWS configuration of the user that Waymark runs as. Empty: the SDK's own search."
          onChange={onChange}
        />
        <Field
          id="region"
          name="region"
          label="Region"
          {...PLAIN}
          placeholder="eu-west-1"
          defaultValue={region}
          problem={problems["region"]}
          about="Empty: found by itself."
          onChange={onChange}
        />
        <Field
          id="roleArn"
          name="roleArn"
          label="Role to assume"
          {...PLAIN}
          placeholder="arn:aws:iam::123456789012:role/ReadLogs"
          defaultValue={roleArn}
          problem={problems["roleArn"]}
          onChange={onChange}
        />
        <Field
          id="externalId"
          name="externalId"
          label="External id"
          {...PLAIN}
          defaultValue={externalId}
          problem={problems["externalId"]}
          about="Where the role's trust policy asks for one."
          onChange={onChange}
        />
        <Field
          id="endpoint"
          name="endpoint"
          label="Endpoint"
          {...PLAIN}
          type="url"
          placeholder="https://s3.example.net:9000"
          defaultValue={endpoint}
          problem={problems["endpoint"]}
          about="Of another S3 server. Empty: AWS."
          onChange={onChange}
        />
        <label className={styles["check"]}>
          <input type="checkbox" name="pathStyle" defaultChecked={pathStyle} onChange={onChange} />
          Path style: the bucket's name behind the endpoint, not in front
        </label>
      </div>
    </details>
  );
}
