/**
 * A long id with its middle left out, `i-0abc…9f3`: people tell ids apart by both ends. Counts characters, not
 * UTF-16 units, so a pair is never split. A text of at most `most` characters comes back as it is.
 */
export function cutMiddle(text: string, most = 22): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const kept = most - 1;
  const tail = Math.floor(kept * 0.4);
  return `${characters.slice(0, kept - tail).join("")}…${characters.slice(-tail).join("")}`;
}

/**
 * An ARN or path cut for a narrow place: the last part, which names the thing, is kept whole while it fits:
 * `arn:aws:iam::123456789012:role/Deploy` becomes `…role/Deploy`.
 */
export function cutToName(text: string, most = 32): string {
  if (!text.startsWith("arn:")) return cutMiddle(text, most);
  const name = text.split(":").slice(5).join(":");
  return cutMiddle(name === "" ? text : name, most);
}
