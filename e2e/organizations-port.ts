/** Where the server under test looks for AWS Organizations, beside its own port: a spec that needs it answers there. */
export function organizationsPort(port = process.env["E2E_PORT"] ?? "24117"): number {
  const own = Number(port);
  return own < 65_535 ? own + 1 : own - 1;
}
