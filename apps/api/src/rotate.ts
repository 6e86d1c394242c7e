import { forTheOperator } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { runningOrigin } from "./platform/data/running.ts";
import { markOf, nextSecret, putNext, secret } from "./platform/secret.ts";
import { formerDays, formerUntil } from "./platform/secretMark.ts";
import { remake } from "./rotation.ts";

/**
 * `npm run rotate-secret`: gives the site another secret. Codes, links and addresses of before go on working for thirty
 * days; sessions end. `-- --lost`: the former one is lost, and what it made with it.
 */
const { lost } = asked("npm run rotate-secret -- [--empty] [--lost]", { lost: { type: "boolean" } }).values;
const goneWithIt = "Done. Codes and links of before lead nowhere any more.";

await forTheOperator(
  async (database) => {
    if (runningOrigin()) throw new Misconfigured("Stop the site first: it signs with the secret in force.");
    const until = formerUntil(new Date());
    const [found] = await database.query<{ mark: string }[]>("select mark from secret_mark");
    const rotateTo = (from: string | null, to: string) => database.transaction((db) => remake(db, from, to, until));
    if (config.secret) {
      const { formerSecret: before } = config;
      if (found?.mark === markOf(config.secret)) throw new Misconfigured("The database follows this SECRET already.");
      if (!lost && (!before || found?.mark !== markOf(before)))
        throw new Misconfigured(
          "Give the new secret as SECRET and the one in force as FORMER_SECRET, then run this again.",
        );
      await rotateTo(lost ? null : before, config.secret);
      console.log(lost ? goneWithIt : `Done. Keep FORMER_SECRET for ${formerDays} days, then take it away.`);
      return;
    }
    if (!lost && found && found.mark !== markOf(secret()))
      throw new Misconfigured("The file “secret” is not the one of this database: put it back, or add -- --lost.");
    await rotateTo(lost ? null : secret(), nextSecret());
    putNext(lost ? null : until);
    console.log(
      lost
        ? goneWithIt
        : `Done. Codes and links of before go on working for ${formerDays} days. Everybody signs in again.`,
    );
  },
  { anySecret: true },
);
