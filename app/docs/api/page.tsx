import type { Metadata } from "next";
import { headers } from "next/headers";
import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { toOpenApi } from "#app/api/contract/openapi.ts";
import { addressOf } from "./address-of.ts";
import styles from "./api.module.css";
import { codeParts, describeOperation, type Operation, schemaText } from "./describe-operation.ts";

export const metadata: Metadata = { title: "HTTP API" };
// Without a request of its own a page gets no nonce, and its scripts would not run.
export const dynamic = "force-dynamic";

/** The HTTP contract, laid out for reading: the same document that programs read. */
export default async function ApiPage() {
  const address = addressOf(await headers());
  const document = toOpenApi(ENDPOINTS);
  const operations = ENDPOINTS.map((endpoint) => describeOperation(document, endpoint, address));
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1>HTTP API</h1>
        <p>
          Everything that the pages do, for scripts. JSON in and out; times in UTC; the query is the one of
          the search box. Errors are problem details (RFC 9457) with a stable <code>code</code>. A parameter
          that a route does not have is refused, never ignored. The query string of a page can be copied to a
          search as it is. For generators:{" "}
          <a className={styles["link"]} href="/api/openapi.json">
            openapi.json
          </a>
          .
        </p>
      </header>
      <nav aria-label="Routes">
        <ul className={styles["index"]}>
          {operations.map((one) => (
            <li key={one.id}>
              <a href={`#${one.id}`}>
                <Address operation={one} />
              </a>
              <span>{one.summary}</span>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((one) => (
        <OneOperation key={one.id} operation={one} />
      ))}
      <section className={styles["operation"]} id="schemas">
        <h2>Schemas</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <details key={name} id={`schema-${name}`} className={styles["schema"]}>
            <summary>{name}</summary>
            <pre>{JSON.stringify(schema, null, 2)}</pre>
          </details>
        ))}
      </section>
    </div>
  );
}

function Address({ operation }: { readonly operation: Operation }) {
  return (
    <code className={styles["address"]}>
      <span className={styles["method"]}>{operation.method}</span> {operation.path}
    </code>
  );
}

/** A text of the contract, in which code stands between backticks. */
function Prose({ children }: { readonly children: string }) {
  return codeParts(children).map(({ at, text, isCode }) => (isCode ? <code key={at}>{text}</code> : text));
}

function OneOperation({ operation }: { readonly operation: Operation }) {
  const { id, summary, about, parameters, body, answers, problems, example } = operation;
  return (
    <section className={styles["operation"]} id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>
        <Address operation={operation} />
      </h2>
      <p>{summary}.</p>
      {about === null ? null : (
        <p className={styles["about"]}>
          <Prose>{about}</Prose>
        </p>
      )}
      {parameters.length === 0 ? null : (
        <dl className={styles["parameters"]} aria-label="Parameters">
          {parameters.map((parameter) => (
            <div key={parameter.name}>
              <dt>
                <code>{parameter.name}</code>
              </dt>
              <dd>
                <span className={styles["kind"]}>{schemaText(parameter.schema)}</span>{" "}
                <Prose>{parameter.about}</Prose>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {body === null ? null : (
        <details className={styles["schema"]}>
          <summary>Body</summary>
          <pre>{JSON.stringify(body, null, 2)}</pre>
        </details>
      )}
      <ul className={styles["answers"]} aria-label="Answers">
        {answers.map((one) => (
          <li key={`${one.status} ${one.about}`}>
            <b>{one.status}</b> <Prose>{one.about}</Prose>{" "}
            {one.schema === null ? null : (
              <a className={styles["link"]} href={`#schema-${one.schema}`}>
                {one.schema}
              </a>
            )}
          </li>
        ))}
        {problems.length === 0 ? null : <li>Problems: {problems.join(", ")}.</li>}
      </ul>
      {example === null ? null : <pre className={styles["example"]}>{example}</pre>}
    </section>
  );
}
