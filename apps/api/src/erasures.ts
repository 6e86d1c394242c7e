import { existsSync } from "node:fs";
import { erases, erasuresFile } from "./app.ts";
import { forTheOperator } from "./operator.ts";
import { keepErasures } from "./platform/erasures.ts";

/** `npm run erasures -- FILE`: erases again what a file of erasures tells, and adds to it what this database tells. */
const file = process.argv[2] ?? erasuresFile();

if (process.argv[2] && !existsSync(file)) {
  console.error(`There is no file ${file}.`);
  process.exitCode = 1;
} else
  await forTheOperator(async (database) => {
    const { again, added } = await keepErasures(database, file, erases);
    console.log(`${again} erasures were done again; ${added} were added to the file.`);
  });
