import { generateClient } from "#bin/launch/build.ts";
import { reportFailure } from "#bin/launch/report-failure.ts";
import { openTerminal } from "#bin/launch/terminal.ts";

/**
 * Makes what every program of ours imports, and therefore cannot make itself. Ends the process if that fails.
 * Speaks on standard error, since a command's own output may be read by another program.
 */
export async function prepare(): Promise<void> {
  try {
    await generateClient(openTerminal(process.stderr));
  } catch (error) {
    process.stderr.write(`${reportFailure(error)}\n`);
    process.exit(1);
  }
}
