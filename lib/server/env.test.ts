import { describe, expect, it } from "vitest";
import { readEnv } from "#lib/server/env.ts";
import { isFailure } from "#lib/server/failure.ts";

function sentence(source: Record<string, string>): string {
  try {
    readEnv(source, "/home/ada/waymark");
  } catch (error) {
    if (isFailure(error, "bad-setting")) return error.message;
    throw error;
  }
  return "accepted";
}

describe("settings", () => {
  it("are complete when nothing is set", () => {
    expect(readEnv({}, "/home/ada/waymark")).toEqual({
      databaseUrl: null,
      port: 3000,
      host: "127.0.0.1",
      hostNames: [],
      dataFolder: "/home/ada/waymark/.data",
      logLevel: "info",
      mmdbFiles: [],
      ipRangesFile: null,
      sampleEnd: null,
    });
  });

  it("count as not set when empty", () => {
    const env = readEnv({ DATABASE_URL: "", PORT: "", HOST: "", WAYMARK_DATA: "", LOG_LEVEL: "" }, "/w");
    expect(env).toEqual(readEnv({}, "/w"));
  });

  it("are read as given", () => {
    const source = {
      DATABASE_URL: "postgres://ada:secret@db.internal/waymark",
      PORT: "8080",
      HOST: "::1",
      WAYMARK_DATA: "/srv/waymark",
      LOG_LEVEL: "debug",
      WAYMARK_MMDB: "geo/country.mmdb:/srv/asn.mmdb:",
      WAYMARK_IP_RANGES: "ip-ranges.json",
    };
    expect(readEnv(source, "/w")).toEqual({
      databaseUrl: "postgres://ada:secret@db.internal/waymark",
      port: 8080,
      host: "::1",
      hostNames: [],
      dataFolder: "/srv/waymark",
      logLevel: "debug",
      mmdbFiles: ["/w/geo/country.mmdb", "/srv/asn.mmdb"],
      ipRangesFile: "/w/ip-ranges.json",
      sampleEnd: null,
    });
  });

  it.each([
    [{ PORT: "abc" }, 'PORT is set to "abc", but must be a whole number from 1 to 65535.'],
    [{ PORT: "0" }, 'PORT is set to "0", but must be a whole number from 1 to 65535.'],
    [{ PORT: "65536" }, 'PORT is set to "65536", but must be a whole number from 1 to 65535.'],
    [{ PORT: "80 81" }, 'PORT is set to "80 81", but must be a whole number from 1 to 65535.'],
    [
      { HOST: "http://localhost" },
      'HOST is set to "http://localhost", but must be a host name or an IP address without brackets, such as 127.0.0.1.',
    ],
    [
      { LOG_LEVEL: "chatty" },
      'LOG_LEVEL is set to "chatty", but must be one of debug, info, warn, error, silent.',
    ],
  ])("name the one that is wrong and what it may be: %j", (source, expected) => {
    expect(sentence(source)).toBe(expected);
  });

  it.each(["mysql://root:hunter2@db/waymark", "hunter2", "db.internal:5432/waymark?password=hunter2"])(
    "do not repeat a wrong database address, which may hold a password: %s",
    (url) => {
      expect(sentence({ DATABASE_URL: url })).toBe(
        "DATABASE_URL is set, but must be an address like postgresql://user:password@host:5432/database.",
      );
    },
  );
});
