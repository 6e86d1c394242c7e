import { writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** File that the reporter below writes, named by this variable of the environment. */
export const straysFile = "STRAYS_FILE";

/** Reporter of vitest: writes what was thrown outside of any rule, which its JSON report leaves out. */
export default class Strays implements Reporter {
  onTestRunEnd(_: unknown, errors: readonly { message: string; stack?: string }[]) {
    const file = process.env[straysFile];
    if (file) writeFileSync(file, JSON.stringify(errors.map(({ message, stack }) => stack ?? message)));
  }
}
