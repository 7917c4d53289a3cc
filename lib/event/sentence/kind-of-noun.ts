/** Nouns of sentences that are not how types spell the kind. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ["database", "dbinstance"],
  ["MFA device", "virtualmfadevice"],
  ["Elastic IP address", "eip"],
  ["address", "emailidentity"],
]);

/**
 * True where a noun, `log group` or `rule`, is the kind of a type: `AWS::Logs::LogGroup`, `AWS::Config::ConfigRule`.
 */
export function isOfKind(noun: string, type: string | null): boolean {
  if (type === null || noun === "") return false;
  const kind = type.slice(type.lastIndexOf(":") + 1).toLowerCase();
  const word = OTHERWISE.get(noun) ?? noun.replaceAll(/[ -]/g, "").toLowerCase();
  return kind === word || (word.length >= 4 && kind.endsWith(word));
}
