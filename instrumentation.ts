/** Next calls it once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { followRequests } = await import("#app/follow-requests.ts");
  followRequests();
}
