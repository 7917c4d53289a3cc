/** `ec2.amazonaws.com` as people say it: `ec2`. Anything else comes back as it is. */
export function shortService(name: string): string {
  const short = name.replace(/\.amazonaws\.com(?:\.cn)?$/, "");
  return short === "" ? name : short;
}
