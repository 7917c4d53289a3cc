import { expect, test } from "@playwright/test";

test("the sample trail is loaded from its bucket, whole", async ({ request }) => {
  test.setTimeout(300_000);
  const job = async () => {
    const answer = await request.get("/api/jobs");
    const { jobs } = await answer.json();
    return jobs[0];
  };
  await expect.poll(async () => (await job())?.state, { timeout: 240_000 }).toBe("done");
  const { count } = await (await request.get("/api/events/count")).json();
  expect(count).toBeGreaterThanOrEqual(99_000);
});
