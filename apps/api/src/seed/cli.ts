import { parseArgs } from "node:util";
import { forTheOperator } from "../operator.ts";
import { helps } from "../platform/asked.ts";
import { config } from "../platform/config.ts";
import { seedEmptyFor } from "./empty.ts";

const usage = "Begin a real instance: npm run seed -- empty --admin somebody@example.org";

/** `npm run seed -- empty --admin ADDRESS`. The demonstration seeds itself at the first start. */
function asked() {
  try {
    const { values, positionals } = parseArgs({
      options: { admin: { type: "string" }, empty: { type: "boolean" } },
      allowPositionals: true,
    });
    return positionals.join() === "empty" ? (values.admin ?? null) : null;
  } catch {
    return null;
  }
}

helps(usage);
const admin = asked();
if (admin === null) {
  console.error(usage);
  process.exitCode = 1;
} else
  await forTheOperator(async (database) => {
    await seedEmptyFor(database, admin);
    const start = config.databaseUrl ? "npm start" : config.empty ? "npm start -- --empty" : "DEMO=0 npm start";
    console.log(`Axes, themes and territories are there, and ${admin} runs the site. Start it: ${start}`);
    console.log(`To sign in: npm run login-link -- ${admin}`);
  });
