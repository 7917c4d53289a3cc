"use client";

import { QueryColours } from "./query-colours.tsx";
import styles from "./syntax-help.module.css";

const EXAMPLES: readonly { readonly q: string; readonly finds: string }[] = [
  { q: "event:StopInstances region:eu-west-1", finds: "both: one condition beside the other" },
  { q: "event:(StartInstances OR StopInstances)", finds: "one of several values" },
  { q: "is:write -role:TerraformApply", finds: "a minus leaves out" },
  { q: "event:Delete* is:denied", finds: "a star is any text" },
  { q: "error:*", finds: "any value at all; -error:* none" },
  { q: "i-0abc", finds: "no field: any value that holds this" },
  { q: '"aws-cli/2"', finds: "in quotes everything stands for itself" },
  { q: "ip:10.0.0.0/8", finds: "a range of addresses" },
  { q: "identity:Root OR event:ConsoleLogin", finds: "one condition or the other" },
  { q: "requestParameters.bucketName:acme-logs", finds: "any part of the record, by its path" },
];

/** The language, by examples. */
export function SyntaxSheet(props: { readonly hrefOf: (q: string) => string; readonly onTaken: () => void }) {
  const { hrefOf, onTaken } = props;
  return (
    <>
      <ul>
        {EXAMPLES.map(({ q, finds }) => (
          <li key={q}>
            <a className={styles["example"]} href={hrefOf(q)} onClick={onTaken}>
              <code>
                <QueryColours text={q} problems={[]} />
              </code>
              <span>{finds}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles["note"]}>
        The empty box lists every field. Paste an ARN, an id, an address, a link of the AWS console or a
        record to find what it is about.
      </p>
    </>
  );
}
