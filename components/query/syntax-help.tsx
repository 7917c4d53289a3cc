"use client";

import { type RefObject, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { isTyping } from "#components/ui/typing.ts";
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

/** How to write a query, by examples that can be clicked. `opener` is given what opens it. */
export function SyntaxHelp(props: {
  readonly hrefOf: (q: string) => string;
  readonly opener: RefObject<(() => void) | null>;
}) {
  const { hrefOf, opener } = props;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    opener.current = () => setOpen(true);
    const listen = (event: KeyboardEvent) => {
      if (event.key === "s" && !isTyping(event)) setOpen((was) => !was);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [opener]);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Syntax of the search"
      className={styles["sheet"]}
      trigger={(own) => (
        <Button look="quiet" className={styles["trigger"]} data-hint="How to search  s" {...own}>
          Syntax
        </Button>
      )}
    >
      <ul className={styles["examples"]}>
        {EXAMPLES.map(({ q, finds }) => (
          <li key={q}>
            <a className={styles["example"]} href={hrefOf(q)} onClick={() => setOpen(false)}>
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
    </Popover>
  );
}
