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

/** The part of an ARN that names the thing: `role/Deploy` of `arn:aws:iam::123456789012:role/Deploy`. */
export function nameOfArn(text: string): string {
  if (!text.startsWith("arn:")) return text;
  const name = text.split(":").slice(5).join(":");
  return name === "" ? text : name;
}
