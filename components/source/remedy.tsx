import { CopyButton } from "#components/ui/copyable.tsx";
import { Text } from "#components/ui/text.tsx";
import styles from "./remedy.module.css";

/** What to do about a failure: its sentences, and a policy within it as a block that can be copied. */
export function Remedy({ text }: { readonly text: string }) {
  return (
    <div className={styles["remedy"]}>
      {splitRemedy(text).map((part) =>
        part.kind === "words" ? (
          <p key={part.text} className={styles["words"]}>
            <Text>{part.text}</Text>
          </p>
        ) : (
          <Snippet key={part.text} text={part.text} name="policy" />
        ),
      )}
    </div>
  );
}

const MOST_LINES = 26;

/** Text to be taken elsewhere whole. A box of text can be scrolled and selected with the keyboard as it is. */
export function Snippet({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    <div className={styles["snippet"]}>
      <div className={styles["copy"]}>
        <CopyButton text={text} look="plain">{`Copy the ${name}`}</CopyButton>
      </div>
      <textarea
        className={styles["text"]}
        readOnly
        rows={Math.min(text.split("\n").length, MOST_LINES)}
        value={text}
        spellCheck={false}
        aria-label={`The ${name}`}
      />
    </div>
  );
}

type Part = { readonly kind: "words" | "json"; readonly text: string };

/** The sentences of a remedy, one a line, and the JSON in it, which begins and ends on lines of one brace. */
export function splitRemedy(text: string): readonly Part[] {
  const parts: Part[] = [];
  let json: string[] | null = null;
  for (const line of text.split("\n")) {
    if (json === null && line === "{") json = [];
    if (json === null) {
      if (line.trim() !== "") parts.push({ kind: "words", text: line });
      continue;
    }
    json.push(line);
    if (line !== "}") continue;
    parts.push({ kind: "json", text: json.join("\n") });
    json = null;
  }
  if (json !== null) parts.push({ kind: "json", text: json.join("\n") });
  return parts;
}
