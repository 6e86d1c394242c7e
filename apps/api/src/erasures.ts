import { existsSync } from "node:fs";
import { erases, erasuresFile } from "./app.ts";
import { forTheOperator } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { keepErasures } from "./platform/erasures.ts";

/** `npm run erasures -- FILE`: erases again what a file of erasures tells, and adds to it what this database tells. */
const { positionals } = asked("npm run erasures -- [FILE] [--empty]", {}, 1);
const file = positionals[0] ?? erasuresFile();

if (positionals.length > 0 && !existsSync(file)) {
  console.error(`There is no file ${file}.`);
  process.exitCode = 1;
} else
  await forTheOperator(
    async (database) => {
      const { again, added } = await keepErasures(database, file, erases);
      console.log(`${again} erasures were done again; ${added} were added to the file.`);
    },
    { stopped: "it writes to that file too" },
  );
