import { personAuth } from "../apps/api/src/domain/ground/person/person.auth.ts";
import { Persons } from "../apps/api/src/domain/ground/person/person.entity.ts";
import { resetByOperator } from "../apps/api/src/domain/ground/secondFactor/secondFactor.commands.ts";
import { forTheOperator } from "../apps/api/src/operator.ts";
import { asked } from "../apps/api/src/platform/asked.ts";
import { config } from "../apps/api/src/platform/config.ts";
import { runningOrigin } from "../apps/api/src/platform/data/running.ts";

/**
 * `npm run login-link -- ADDRESS`: a link that signs in once, for when no mail can be sent. `--forget-code` takes the
 * second factor of this account away first: for an only administrator who lost their telephone and recovery codes.
 */
const { positionals, values } = asked(
  "npm run login-link -- ADDRESS [--empty] [--forget-code]",
  { "forget-code": { type: "boolean" } },
  1,
);
const address = positionals[0]?.trim().toLowerCase();
const told = Boolean(process.env.PUBLIC_URL || process.env.PORT || process.env.HOST);
const running = runningOrigin();
const origin = (told ? null : running) ?? config.origin;

function fail(sentence: string) {
  console.error(sentence);
  process.exitCode = 1;
}

if (!address?.includes("@")) fail("Give an address: npm run login-link -- somebody@example.org");
else
  await forTheOperator(async (database) => {
    const known = await database.manager.existsBy(Persons, { email: address });
    if (!known) return fail(`Nobody here has the address ${address}.`);
    if (values["forget-code"]) {
      await database.transaction((db) => resetByOperator(db, address, new Date()));
      console.error("Its second factor is forgotten, its sessions are ended, and its holder is told by mail.");
    }
    const auth = personAuth(database, (_to, link) => console.log(link), origin);
    await auth.api.signInMagicLink({ body: { email: address }, headers: new Headers() });
    if (!running && !told)
      console.error("The site does not seem to run: npm start, then open this link within 15 minutes.");
  });
