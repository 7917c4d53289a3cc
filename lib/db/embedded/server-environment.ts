/** Our environment without what would redirect PostgreSQL (PGDATA, PGPORT …) or change its language or time. */
export function serverEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(source).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}
