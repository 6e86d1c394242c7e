import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { check } from "recheck";
import { parseAst } from "rolldown/parseAst";

/** Every regular expression that ships reads a text once: what is long costs no more than its length. */
const sources = globSync(["apps/*/src/**/*.{ts,tsx,js}", "packages/schema/src/**/*.ts"], {
  exclude: (path) => /generated|\.test\.ts$/.test(path),
}).map((file) => file.replaceAll("\\", "/"));

/** Exceptions: expressions that read our own text, or a few characters. */
const short = new Map([
  ["apps/api/src/seed/", "our own words"],
  ["apps/web/src/graphql/gql.ts", "our own queries"],
  ["apps/api/src/platform/server/web.ts", "our own build"],
  ["apps/api/src/platform/files/writing/deck.ts", "our own file"],
  ["apps/api/src/platform/data/startError.ts", "errors of this machine"],
  ["apps/api/src/import/cli.ts", "our own reasons"],
  ["apps/api/src/platform/text/contact.ts", "sixty-four characters at most, from each place"],
  ["apps/web/src/i18n/numbers.ts", "a number"],
  ["apps/web/src/ui/figures.ts", "a number of fifteen figures at most"],
  ["apps/api/src/domain/listen/result/result.lines.ts", "a number"],
  ["apps/api/src/domain/tell/trail/digest.ts", "what is cut to be short"],
]);

interface Found {
  pattern: string;
  flags: string;
  /** « apps/api/src/platform/log.ts:40 ». */
  at: string;
}

interface Node {
  type: string;
  start: number;
  regex?: { pattern: string; flags: string };
  callee?: { name?: string };
  arguments?: { value?: unknown }[];
}

/** The expressions of a file, those written as a text too. */
function expressionsOf(file: string): Found[] {
  const text = readFileSync(file, "utf8");
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== "object" || value instanceof RegExp) return;
    const { type, start, regex, callee, arguments: given } = value as Node;
    const add = (one: Omit<Found, "at">) =>
      found.push({ ...one, at: `${file}:${text.slice(0, start).split("\n").length}` });
    if (regex) add(regex);
    const [pattern, flags] = given ?? [];
    if (type === "NewExpression" && callee?.name === "RegExp" && typeof pattern?.value === "string")
      add({ pattern: pattern.value, flags: typeof flags?.value === "string" ? flags.value : "" });
    Object.values(value).forEach(visit);
  };
  visit(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }));
  return found;
}

/** Ten times the clocks of the checker: a machine that is busy tells no sound expression as slow. */
const limits = { attackTimeout: 10_000, incubationTimeout: 2_500, timeout: 120_000 };

/** Expressions are checked once: what was found sound stays so as long as the checker is the same. */
const kept = "node_modules/.cache/regexes.json";
const version = (JSON.parse(readFileSync("node_modules/recheck/package.json", "utf8")) as { version: string }).version;
const sound = new Set<string>(existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as string[]) : []);
const keyOf = ({ pattern, flags }: Found) =>
  createHash("sha256").update(`${version} ${flags} ${pattern}`).digest("base64url");

const all = sources.filter((file) => ![...short.keys()].some((place) => file.startsWith(place))).flatMap(expressionsOf);
const unknown = new Map(all.filter((one) => !sound.has(keyOf(one))).map((one) => [keyOf(one), one]));
const slow = new Map<string, string>();
for (const [key, { pattern, flags }] of unknown) {
  const found = await check(pattern, flags, limits);
  if (found.status === "safe") sound.add(key);
  else slow.set(key, found.status === "vulnerable" ? found.complexity.summary : "not known");
}
const used = new Set(all.map(keyOf));
writeFileSync(kept, JSON.stringify([...sound].filter((key) => used.has(key))));

for (const one of all) {
  const why = slow.get(keyOf(one));
  if (why)
    console.error(`${one.at} /${one.pattern}/${one.flags} ${why}: read a text once, or look at its length first`);
}
console.log(`${all.length} regular expressions, ${slow.size} slow`);
process.exit(slow.size === 0 ? 0 : 1);
