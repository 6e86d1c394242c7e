import { forTheOperator } from "../../../operator.ts";
import { asked } from "../../../platform/asked.ts";
import { checkedLog } from "./log.queries.ts";

/** `npm run verify:moderation`: reads the log of moderation again, and finds a line that somebody changed. */
asked("npm run verify:moderation -- [--empty]", {});

const why = {
  CHANGED: "it was changed after it was written",
  OUT_OF_PLACE: "a line was put in or taken out before it",
  RULING_CHANGED: "the ruling that it tells of was changed, or is gone",
};

await forTheOperator(async (database) => {
  const { lines, last, broken } = await checkedLog(database);
  if (broken) {
    console.error(`Line ${broken.number} of the log of moderation does not hold: ${why[broken.why]}.`);
    process.exitCode = 1;
  } else console.log(`The log of moderation holds: ${lines} lines${last && `, the last one ${last}`}.`);
});
