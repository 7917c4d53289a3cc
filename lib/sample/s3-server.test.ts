import { expect, test } from "vitest";
import { startSampleServer } from "#lib/sample/s3-server.ts";
import { compressed, sampleTrail } from "#lib/sample/sample-trail.ts";

test("the sample server listens on this machine only and holds the trail's objects", async () => {
  const trail = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.parse("2026-11-20T00:00:00Z") });
  const server = await startSampleServer(trail);
  try {
    expect(new URL(server.endpoint).hostname).toBe("127.0.0.1");
    const objects = [...trail.objects()];
    expect(server.objects).toBe(objects.length);
    for (const object of objects.filter(({ kind }, index) => kind === "config" || index % 500 === 0)) {
      const answer = await fetch(`${server.endpoint}/${server.bucket}/${encodeURI(object.key)}`);
      expect(answer.status).toBe(200);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(compressed(object)));
    }
  } finally {
    await server.stop();
  }
});
