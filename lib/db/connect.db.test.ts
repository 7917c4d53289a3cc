import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#lib/db/connect.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { createEmptyDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { Failure } from "#lib/server/failure.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

async function failureOf(change: (url: URL) => void, patienceMs?: number): Promise<Failure> {
  const url = new URL(database.url);
  change(url);
  const secret = url.password;
  try {
    await connect(url.href, patienceMs);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(`${error.message} ${error.remedy}`).not.toContain(secret);
    return error;
  }
  throw new Error("connected");
}

it("speaks UTC whatever the server's time zone", async () => {
  const client = await connect(database.url);
  await client.query(`alter database ${new URL(database.url).pathname.slice(1)} set timezone = 'Asia/Tokyo'`);
  await client.end();
  const again = await connect(database.url);
  expect((await again.query("show timezone")).rows).toEqual([{ TimeZone: "UTC" }]);
  await again.end();
});

it("names host and port where nothing answers", async () => {
  const port = await freePort();
  const failure = await failureOf((url) => {
    url.port = String(port);
  });
  expect(failure.code).toBe("database-unreachable");
  expect(failure.message).toBe(`The database at 127.0.0.1:${port} does not answer (ECONNREFUSED).`);
});

it("names a host that does not exist", async () => {
  const failure = await failureOf((url) => {
    url.hostname = "db.invalid";
  });
  expect(failure.code).toBe("database-unreachable");
  expect(failure.message).toMatch(/^The database at db\.invalid:\d+ does not answer/);
});

it("names user and place where the password is wrong", async () => {
  const failure = await failureOf((url) => {
    url.password = "wrong-password";
  });
  expect(failure.code).toBe("database-refused");
  expect(failure.message).toMatch(
    /^The database at 127\.0\.0\.1:\d+ refused the user "waymark": check user and password in DATABASE_URL\.$/,
  );
});

it("names a database that is not there", async () => {
  const failure = await failureOf((url) => {
    url.pathname = "/nowhere";
  });
  expect(failure.message).toMatch(
    /^The server at 127\.0\.0\.1:\d+ has no database "nowhere": create it first\.$/,
  );
});

it("says that it does not answer where something else does", async () => {
  const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const failure = await failureOf((url) => {
    url.port = String(port);
  });
  expect(failure.code).toBe("database-unreachable");
  server.close();
});
