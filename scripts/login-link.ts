import { personAuth } from "../apps/api/src/domain/person/person.auth.ts";
import { Persons } from "../apps/api/src/domain/person/person.entity.ts";
import { tables } from "../apps/api/src/app.ts";
import { config } from "../apps/api/src/platform/config.ts";
import { openDatabase } from "../apps/api/src/platform/database.ts";
import { explain } from "../apps/api/src/platform/explain.ts";
import { createDatabase, embeddedPostgres } from "../apps/api/src/platform/postgres.ts";
import { runningOrigin } from "../apps/api/src/platform/running.ts";

/** `npm run login-link -- ADDRESS`: a link that signs in once, for when no mail can be sent. */
const address = process.argv[2]?.trim().toLowerCase();
const told = Boolean(process.env.PUBLIC_URL || process.env.PORT || process.env.HOST);
const origin = (told ? null : runningOrigin()) ?? config.origin;

async function print(email: string) {
  const postgres = config.databaseUrl ? null : await embeddedPostgres("postgres");
  try {
    if (postgres) await createDatabase(postgres.url("postgres"), "cahier");
    const database = await openDatabase(config.databaseUrl ?? postgres!.url("cahier"), tables);
    try {
      if (!(await database.manager.existsBy(Persons, { email }))) return fail(`Nobody here has the address ${email}.`);
      const auth = personAuth(database, (_to, link) => console.log(link), origin);
      await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
      if (!runningOrigin())
        console.error("The site does not seem to run: npm start, then open this link within 15 minutes.");
    } finally {
      await database.destroy();
    }
  } finally {
    await postgres?.stop();
  }
}

function fail(sentence: string) {
  console.error(sentence);
  process.exitCode = 1;
}

if (!address?.includes("@")) fail("Give an address: npm run login-link -- somebody@example.org");
else
  await print(address).catch((error: Error & { code?: string }) => {
    if (error.code === "42P01") fail("The site was never started on this database: npm start first.");
    else fail(explain(error, config) ?? String(error.stack));
  });
