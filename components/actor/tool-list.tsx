import { Handle } from "#components/event/handle.tsx";
import type { Links } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { Tally } from "#lib/event/session/session-story.ts";
import { Section } from "./section.tsx";
import styles from "./tool-list.module.css";

type Agent = Tally & { readonly tool: string };

const FIRST = 3;

/** The clients, by the tool that they say they are. */
export function ToolList({ agents, links }: { readonly agents: readonly Agent[]; readonly links: Links }) {
  const tools = new Map<string, Agent[]>();
  for (const agent of agents) tools.set(agent.tool, [...(tools.get(agent.tool) ?? []), agent]);
  if (tools.size === 0) return null;
  return (
    <Section title="Clients" note="as they say of themselves">
      <ul className={styles["tools"]}>
        {[...tools].map(([tool, own]) => (
          <li key={tool}>
            <div className={styles["tool"]}>
              <span>{tool}</span>
              <span className={styles["count"]}>{formatCount(totalOf(own))}</span>
            </div>
            <Agents agents={own.slice(0, FIRST)} links={links} />
            {own.length <= FIRST ? null : (
              <details className={styles["more"]}>
                <summary>{`${formatCount(own.length - FIRST)} more`}</summary>
                <Agents agents={own.slice(FIRST)} links={links} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Agents({ agents, links }: { readonly agents: readonly Agent[]; readonly links: Links }) {
  return (
    <ul className={styles["agents"]}>
      {agents.map(({ value }) => (
        <li key={value}>
          <Handle links={links} field="agent" value={value} muted />
        </li>
      ))}
    </ul>
  );
}

function totalOf(agents: readonly Agent[]): number {
  return agents.reduce((sum, { count }) => sum + count, 0);
}
