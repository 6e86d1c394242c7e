import { forTheOperator } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { whyNotRotated } from "./platform/rotating.ts";
import { keptFormer, markOf, nextSecret, putNext, secret, use } from "./platform/secret.ts";
import { formerDays, formerUntil, isBehind, markIn } from "./platform/secretMark.ts";
import { remake } from "./rotation.ts";

/**
 * `npm run rotate-secret`: gives the site another secret. Codes, links and addresses of before go on working for thirty
 * days; sessions end. `-- --lost`: the former one is lost, and what it made with it.
 */
const { lost } = asked("npm run rotate-secret -- [--empty] [--lost]", { lost: { type: "boolean" } }).values;
const goneWithIt = "Done. Codes and links of before lead nowhere any more.";

/** Mark of the other database of the embedded PostgreSQL. */
function markBeside(url: string) {
  const other = new URL(url);
  other.pathname = config.empty ? "cahier" : "instance";
  return markIn(other.href);
}

await forTheOperator(
  async (database) => {
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
    const { url } = database.options as { url: string };
    const standing = {
      here: found?.mark ?? null,
      beside: config.databaseUrl ? null : await markBeside(url),
      secret: secret(),
      former: keptFormer()?.secret ?? null,
      lost: Boolean(lost),
      empty: config.empty,
    };
    const why = whyNotRotated(standing);
    if (why) throw new Misconfigured(why);
    if (!lost && isBehind(standing)) {
      // Rows sealed by the former secret are read once more, however long ago its days ended.
      use(secret(), { secret: standing.former!, until });
      await rotateTo(standing.former, secret());
      console.log("Done. This database follows the secret that was made for the other one of this folder.");
      return;
    }
    await rotateTo(lost ? null : secret(), nextSecret());
    putNext(lost ? null : until);
    console.log(
      lost
        ? goneWithIt
        : `Done. Codes and links of before go on working for ${formerDays} days. Everybody signs in again.`,
    );
  },
  { anySecret: true, stopped: "it signs with the secret in force" },
);
