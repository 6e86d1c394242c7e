import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cluster } from "../apps/api/test/cluster.ts";
import { tables } from "../apps/api/src/app.ts";
import { migrate, openDatabase } from "../apps/api/src/platform/database.ts";
import { connected } from "../apps/api/src/platform/postgres.ts";

/** `npm run db:diff -- meeting-minutes` writes the migration from what the migrations build to what the entities say. */
const folder = fileURLToPath(new URL("../apps/api/src/migrations/", import.meta.url));
const change = process.argv[2];
if (!change || !/^[a-z][a-z0-9-]*$/.test(change)) {
  console.error("Name the change in lower case: npm run db:diff -- meeting-minutes");
  process.exit(1);
}

const sql = (statements: string[]) =>
  statements.map((line) => `\n      ${line.replaceAll(/[\\`]|\$\{/g, "\\$&")};`).join("") + "\n    ";

const files = () => globSync("[0-9]*.ts", { cwd: folder }).toSorted();

const postgres = await cluster();
const scratch = `diff_${process.pid}`;
const admin = postgres.url("postgres");
await connected(admin, (client) => client.query(`create database ${scratch}`));
try {
  const database = await openDatabase(postgres.url(scratch), tables);
  await migrate(database);
  const { upQueries, downQueries } = await database.driver.createSchemaBuilder().log();
  await database.destroy();

  if (upQueries.length === 0) console.log("The migrations build what the entities say: nothing to write.");
  else
    write(
      upQueries.map(({ query }) => query),
      downQueries.map(({ query }) => query).toReversed(),
    );
} finally {
  await connected(admin, (client) => client.query(`drop database ${scratch} with (force)`));
  await postgres.stop();
}

function write(up: string[], down: string[]) {
  // After the last one: there are gaps, and two branches may have taken the same number.
  const last = Math.max(0, ...files().map((file) => Number.parseInt(file, 10)));
  const number = String(last + 1).padStart(4, "0");
  const pascal = change!.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  const file = `${number}-${change}.ts`;
  writeFileSync(
    folder + file,
    `import type { MigrationInterface, QueryRunner } from "typeorm";

export class ${pascal}${number} implements MigrationInterface {
  name = "${pascal}${Date.now()}";

  async up(db: QueryRunner) {
    await db.query(\`${sql(up)}\`);
  }

  async down(db: QueryRunner) {
    await db.query(\`${sql(down)}\`);
  }
}
`,
  );
  writeIndex();
  execFileSync("oxfmt", [folder + file, `${folder}index.ts`]);
  console.log(`Wrote apps/api/src/migrations/${file}: read it, and add by hand what the entities cannot say.`);
}

/** The list that the API runs, in order. */
function writeIndex() {
  const classes = files().map((file) => ({
    file,
    name: /export class (\w+)/.exec(readFileSync(folder + file, "utf8"))![1]!,
  }));
  writeFileSync(
    `${folder}index.ts`,
    `${classes.map(({ file, name }) => `import { ${name} } from "./${file}";`).join("\n")}

export const migrations = [${classes.map(({ name }) => name).join(", ")}];
`,
  );
}
