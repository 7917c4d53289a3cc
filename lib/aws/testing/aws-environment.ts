import { vi } from "vitest";

export const TEST_KEYS = {
  accessKeyId: "AKIATESTTESTTESTTEST",
  secretAccessKey: "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",
  sessionToken: "FwoGZXIvYXdzEXAMPLETOKEN".repeat(8),
} as const;

/** Keeps the SDK away from this machine's own AWS configuration; `vi.unstubAllEnvs` undoes it. */
export function stubAwsEnvironment(keys: "keys" | "no-keys" = "keys"): void {
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/nonexistent/config");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials");
  if (keys === "no-keys") return;
  vi.stubEnv("AWS_ACCESS_KEY_ID", TEST_KEYS.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", TEST_KEYS.secretAccessKey);
  vi.stubEnv("AWS_SESSION_TOKEN", TEST_KEYS.sessionToken);
}
