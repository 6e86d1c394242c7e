import { step } from "../steps.ts";

/**
 * `npm run db:former`, at a release: records what this version asks of its tables, which the next one must still understand
 * while processes are replaced one by one (`apps/api/test/machine/former.test.ts`).
 */
process.exit((await step("vitest run apps/api/test/machine/former.test.ts", { RECORD_FORMER: "1" })) ? 0 : 1);
