import { createHash } from "node:crypto";
import { typeDefs } from "@cahier/schema/typeDefs";
import { buildSchema, parse, specifiedRules, validate } from "graphql";
import { graphqlLimits, limits } from "../../apps/api/src/platform/server/graphqlLimits.ts";
import { operations } from "./operations.documents.ts";

/**
 * `npm run perf:documents`: what the text of the documents of the web costs at each request, beside their hash: processor
 * of one process, in microseconds. Parsing and validating are paid once for each document that the store holds.
 */
const schema = buildSchema(typeDefs);
const all = [...operations().values()];
const rules = [...specifiedRules, graphqlLimits(limits)];

const timed = (rounds: number, work: () => unknown) => {
  work();
  const { user, system } = process.cpuUsage();
  for (let round = 0; round < rounds; round++) work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / rounds;
};
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const rows = all.map((operation) => {
  const text = JSON.stringify({ operationName: operation.name, query: operation.text, variables: {} });
  const sha256Hash = createHash("sha256").update(operation.text).digest("hex");
  const hash = JSON.stringify({
    operationName: operation.name,
    variables: {},
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  const known = new Map([[sha256Hash, operation.text]]);
  const asText = timed(300, () =>
    createHash("sha256")
      .update((JSON.parse(text) as { query: string }).query)
      .digest("hex"),
  );
  const asHash = timed(300, () =>
    known.get(
      (JSON.parse(hash) as { extensions: { persistedQuery: { sha256Hash: string } } }).extensions.persistedQuery
        .sha256Hash,
    ),
  );
  const once = timed(2, () => validate(schema, parse(operation.text, { maxTokens: limits.tokens }), rules));
  return {
    name: operation.name,
    bytes: text.length,
    hashBytes: hash.length,
    asText,
    asHash,
    once,
    held: JSON.stringify(parse(operation.text)).length,
  };
});
for (const it of rows.toSorted((a, b) => b.bytes - a.bytes).slice(0, 12))
  console.log(
    `${it.name.padEnd(26)} ${String(it.bytes).padStart(6)} → ${it.hashBytes} bytes  ${it.asText.toFixed(0).padStart(4)} → ${it.asHash.toFixed(0).padStart(3)} µs  once ${(it.once / 1000).toFixed(1)} ms`,
  );
const mean = (pick: (row: (typeof rows)[number]) => number) => sum(rows.map(pick)) / rows.length;
console.log(
  `${rows.length} documents; on average ${mean((it) => it.bytes).toFixed(0)} → ${mean((it) => it.hashBytes).toFixed(0)} bytes, ${mean((it) => it.asText).toFixed(1)} → ${mean((it) => it.asHash).toFixed(1)} µs of processor a request; parsed and validated once: ${(mean((it) => it.once) / 1000).toFixed(2)} ms`,
);
console.log(`All of them parsed, as JSON: ${(sum(rows.map((it) => it.held)) / 2 ** 20).toFixed(1)} MiB`);
process.exit();
