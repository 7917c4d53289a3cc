import { resourceHref } from "#components/event/resource-href.ts";
import type { Links } from "#components/event/view.ts";
import { classNames } from "#components/ui/class-names.ts";
import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import { formatCount } from "#components/ui/format-count.ts";
import linkStyles from "#components/ui/links.module.css";
import rows from "#components/ui/rows.module.css";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { Related } from "#lib/cloudtrail/resource/resource-story.ts";
import part from "./part.module.css";
import type { PartProps } from "./part-props.ts";
import styles from "./resource-table.module.css";
import { RELATION_WORDS, typeWords } from "./words.ts";

const MOST_SHOWN = 40;

/** What belongs to it, as successful writes that name both show. */
export function RelatedTable({ story, links, toEvents }: PartProps) {
  const { related } = story;
  const more = related.length - MOST_SHOWN;
  return (
    <section className={part["section"]} aria-labelledby="related">
      <header className={part["bar"]}>
        <h2 id="related">Related</h2>
      </header>
      {related.length === 0 ? (
        <p className={part["none"]}>No loaded write names another resource beside it.</p>
      ) : (
        <table className={classNames(rows["rows"], styles["table"])}>
          <thead>
            <tr>
              <th scope="col">Resource</th>
              <th scope="col">How</th>
              <th scope="col" data-figure="">
                Writes
              </th>
              <th scope="col">Calls</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {related.slice(0, MOST_SHOWN).map((one) => (
              <tr key={`${one.type} ${one.id}`}>
                <th scope="row">
                  <Name related={one} links={links} />
                </th>
                <td>
                  {RELATION_WORDS[one.relation]}
                  {one.isExact ? null : <span className={styles["muted"]}> one of several</span>}
                </td>
                <td data-figure="">
                  <a className={linkStyles["figure"]} href={toEvents(one.q)}>
                    {formatCount(one.count)}
                  </a>
                </td>
                <td className={styles["calls"]}>
                  <Text>{one.calls.join(", ")}</Text>
                </td>
                <td className={styles["time"]}>
                  <InstantTime at={Date.parse(one.lastSeen)} zone={links.zone} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 ? <p className={part["none"]}>{`${more} more.`}</p> : null}
    </section>
  );
}

function Name({ related: { id, type }, links }: { readonly related: Related; readonly links: Links }) {
  const href = resourceHref(id, { type });
  const shown = <Text>{cutMiddle(nameOfArn(id), 60)}</Text>;
  return (
    <>
      {href === null ? (
        <span data-hint={id}>{shown}</span>
      ) : (
        <a className={linkStyles["id"]} href={links.page(href)} data-hint={id}>
          {shown}
        </a>
      )}{" "}
      {type === null ? null : (
        <span className={styles["muted"]}>
          <Text>{typeWords(type)}</Text>
        </span>
      )}
    </>
  );
}
