// Counts in the words of messages: « 24 020 réponses », “24,020 responses”. Years and numbers of things stay as they are.
import type { Declaration, Variant } from "@inlang/sdk";

type Pattern = Variant["pattern"];

/** One way to say a message. */
interface Said {
  pattern?: Pattern;
}

const engines = "new Intl.NumberFormat(locale, options).format(Number(input))";

/** The registry of messages, with figures as `formatNumber` of the web writes them: spaces differ from one engine to another. */
export function withGroupedFigures(registry: string) {
  if (!registry.includes(engines)) throw new Error(`The registry of messages no longer says ${engines}.`);
  return registry.replace(
    engines,
    () => String.raw`String(input).replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202f" : ",")`,
  );
}

/** True of an input that counts something: one that decides of a plural, or that is named so. */
const isCount = (declared: readonly Declaration[], name: string) =>
  /^(count|total)$/.test(name) ||
  declared.some(
    (one) =>
      one.type === "local-variable" &&
      one.value.annotation?.name === "plural" &&
      one.value.arg.type === "variable-reference" &&
      one.value.arg.name === name,
  );

/** Inputs that a message is written with. */
const inputsOf = ({ pattern = [] }: Said) =>
  pattern.flatMap((part) =>
    part.type === "expression" && part.arg.type === "variable-reference" ? part.arg.name : [],
  );

const grouped = (name: string) => `${name}Grouped`;

/** A count as it is written, thousands apart. */
const groupedFigure = (name: string): Declaration => ({
  type: "local-variable",
  name: grouped(name),
  value: {
    type: "expression",
    arg: { type: "variable-reference", name },
    annotation: { type: "function-reference", name: "number", options: [] },
  },
});

const saidWith = (pattern: Pattern, counts: ReadonlySet<string>): Pattern =>
  pattern.map((part) =>
    part.type === "expression" && part.arg.type === "variable-reference" && counts.has(part.arg.name)
      ? { ...part, arg: { ...part.arg, name: grouped(part.arg.name) } }
      : part,
  );

/** A message of which each count is written with its thousands apart: what it declares, and all the ways to say it. */
export function withGroupedCounts<Way extends Said>(declared: readonly Declaration[], ways: readonly Way[]) {
  const counts = new Set(ways.flatMap(inputsOf).filter((name) => isCount(declared, name)));
  return {
    declarations: [...declared, ...Array.from(counts, groupedFigure)],
    variants: ways.map((way) => (way.pattern ? { ...way, pattern: saidWith(way.pattern, counts) } : way)),
  };
}
