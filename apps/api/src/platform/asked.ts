import { parseArgs, type ParseArgsConfig } from "node:util";
import { Misconfigured } from "./config.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Every command may be told that it is for the instance; any of them says how it is written. */
const everywhere = { empty: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/** Flags that npm took for itself because they were written without `--` before them: nobody else would see them. */
const takenByNpm = (options: Options, env: NodeJS.ProcessEnv) =>
  Object.keys(options).find(
    (name) => options[name]!.type === "boolean" && env[`npm_config_${name.replaceAll("-", "_")}`] === "true",
  );

/**
 * Reads what was written after a command: its options, and at most so many words. What it does not know is refused before
 * anything is done, since a flag that is misspelt would do another thing than what was asked. Pure.
 */
export function wordsOf<Asked extends Options>(
  usage: string,
  options: Asked,
  most: number,
  args: string[],
  env: NodeJS.ProcessEnv = {},
) {
  const all = { ...everywhere, ...options };
  const kept = takenByNpm({ empty: everywhere.empty, ...options }, env);
  if (kept) throw new Misconfigured(`npm kept --${kept} for itself: write -- before it, as in ${usage}.`);
  try {
    const read = parseArgs({ args, options: all, allowPositionals: true });
    if (read.positionals.length > most) throw new Error(`Unexpected argument '${read.positionals[most]}'`);
    return read;
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new Misconfigured(`${sentence!.replace(/\.$/, "")}. This is how it is written: ${usage}.`);
  }
}

/** The same, of the command that runs: one that is misspelt, or that asks how it is written, ends here. */
export function asked<Asked extends Options>(usage: string, options: Asked, most = 0) {
  try {
    const read = wordsOf(usage, options, most, process.argv.slice(2), process.env);
    if (!("help" in read.values && read.values.help)) return read;
    console.log(usage);
    return process.exit(0);
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

/** For a command that reads its words itself: asked how it is written, it says so and ends. */
export function helps(usage: string) {
  if (!process.argv.slice(2).some((word) => word === "--help" || word === "-h")) return;
  console.log(usage);
  process.exit(0);
}
