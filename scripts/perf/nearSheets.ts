import { join } from "node:path";
import { Shingles } from "../../apps/api/src/domain/understand/near/shingles.ts";
import { Texts } from "../../apps/api/src/domain/understand/near/texts.ts";
import { type Coded, readCoded } from "../../e2e/evening.data.ts";

/**
 * `node scripts/perf/nearSheets.ts FOLDER`: acts that 765 public answers take, one by one and with sheets of near ones.
 * An answer says the code that most coders gave. One by one it takes a digit and Enter, Enter alone without a code. A
 * sheet takes a key that opens it, one for each text that is put right, a digit and Enter; it is opened where one text at
 * least is ticked beforehand beside the one that is read: in the same words or almost, and, from a likeness on, near.
 */
const wanted = 765;
const questions = [
  ...readCoded(
    join(process.argv[2] ?? process.env.DATA ?? "", "grand-debat-reponses-annotees-2019/reponses.jsonl"),
  ).values(),
];

for (const likeness of [Number.POSITIVE_INFINITY, 0.6, 0.4, 0.3, 0.2]) {
  let left = wanted;
  const all = { alone: 0, acts: 0, opened: 0, given: 0, wrong: 0 };
  for (const answers of questions.toSorted((a, b) => b.length - a.length)) {
    const some = answers.slice(0, left);
    left -= some.length;
    for (const [name, count] of Object.entries(read(some, likeness))) all[name as keyof typeof all] += count;
  }
  const ticked = Number.isFinite(likeness) ? `near from ${likeness} on too` : "the same words or almost";
  console.log(
    `${wanted - left} answers, ticked: ${ticked}: ${all.alone} acts one by one, ${all.acts} with ${all.opened} sheets that gave ${all.given}; ${all.wrong} put right`,
  );
}

function read(answers: readonly Coded[], likeness: number) {
  const texts = new Texts();
  const shingles = new Shingles();
  for (const [at, { text }] of answers.entries()) {
    texts.add(String(at), text);
    shingles.add(String(at), text);
  }
  const codeOf = (id: string) => answers[Number(id)]!.codes[0];
  const done = new Set<string>();
  const sum = { alone: 0, acts: 0, opened: 0, given: 0, wrong: 0 };
  for (const at of answers.keys()) {
    const id = String(at);
    const alone = codeOf(id) ? 2 : 1;
    sum.alone += alone;
    if (done.has(id)) continue;
    const unread = (other: string) => other !== id && !done.has(other);
    const alike = [...shingles.identical(id), ...shingles.almost(id).map((it) => it.id)];
    const near = texts.nearest(id, 20, unread).flatMap((it) => (it.score >= likeness ? [it.id] : []));
    const ticked = [...new Set([...alike, ...near])].filter(unread);
    done.add(id);
    if (!codeOf(id) || ticked.length === 0) {
      sum.acts += alone;
      continue;
    }
    const right = ticked.filter((other) => codeOf(other) === codeOf(id));
    for (const other of right) done.add(other);
    sum.opened += 1;
    sum.given += right.length + 1;
    sum.wrong += ticked.length - right.length;
    sum.acts += 1 + (ticked.length - right.length) + 2;
  }
  return sum;
}
