import { forTheOperator } from "../../../operator.ts";
import { asked } from "../../../platform/asked.ts";
import { astray, countAgain } from "./tally.truth.ts";

/**
 * `npm run verify`: counts anew, from the rows, every figure that is kept, and says those that are not what they should be;
 * `-- --repair` puts them right. Pages go on being read meanwhile.
 */
const { repair } = asked("npm run verify -- [--empty] [--repair]", { repair: { type: "boolean" } }).values;

await forTheOperator(async ({ manager: db }) => {
  const found = await astray(db);
  for (const { figure, subjectId, placeId, kept, counted } of found.slice(0, 50))
    console.error(
      `${figure} of ${subjectId}${placeId ? ` in ${placeId}` : ""}: ${kept} are kept, ${counted} are there.`,
    );
  if (found.length === 0) console.log("The figures that are kept are those of the rows.");
  else if (repair) {
    await countAgain(db);
    console.log(`${found.length} figures were put right.`);
  } else {
    console.error(`${found.length} figures are not those of the rows: npm run verify -- --repair puts them right.`);
    process.exitCode = 1;
  }
});
