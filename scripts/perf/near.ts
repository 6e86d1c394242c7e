import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Marks } from "../../apps/api/src/domain/understand/near/marks.ts";
import { Shingles } from "../../apps/api/src/domain/understand/near/shingles.ts";
import { Texts } from "../../apps/api/src/domain/understand/near/texts.ts";
import { measureReading } from "./nearReading.ts";

/**
 * `npm run perf:near -- FOLDER`: what suggestions and near texts are worth on answers that people coded, and what
 * near-duplicates cost on lines of proposals that people wrote. FOLDER, or the variable DATA, holds
 * grand-debat-reponses-annotees-2019/reponses.jsonl and grand-debat-reunions-2019/proposal-lines.jsonl, public data that
 * do not ship.
 *
 * A code of an answer is what two of its readers or more wrote down: one alone is a lead, not a reading. Three codes say
 * nothing of what an answer says and are left out: « Idée marquée », which all have, « Z Autres », and « Sans réponse /
 * Hors sujet / Inclassable ». Answers left without a code are read by nobody here: they are near texts to no one, and
 * weigh in how rare words are. A question stands for an objective.
 */
const folder = process.argv[2] ?? process.env.DATA ?? "";
const sayNothing = ["Idée marquée", "Z Autres", "Sans réponse / Hors sujet / Inclassable"];
const readers = 2;

coded(join(folder, "grand-debat-reponses-annotees-2019/reponses.jsonl"));
const lines = linesOf(join(folder, "grand-debat-reunions-2019/proposal-lines.jsonl")) as { text: string }[];
if (lines.length) {
  duplicates(lines);
  await measureReading(lines.slice(0, 10_000).map(({ text }) => text));
}

interface Answer {
  id: string;
  text: string;
  codes: Set<string>;
}

function coded(path: string) {
  const questions = new Map<string, Answer[]>();
  let answers = 0;
  for (const row of linesOf(path)) {
    const { question, text, annotations } = row as {
      question: string;
      text: string;
      annotations: Record<string, number>;
    };
    const codes = Object.entries(annotations).filter(([code, count]) => count >= readers && !sayNothing.includes(code));
    const one = { id: String(answers++), text, codes: new Set(codes.map(([code]) => code)) };
    const there = questions.get(question);
    if (there) there.push(one);
    else questions.set(question, [one]);
  }
  if (!answers) return;
  const tally = { coded: 0, suggested: 0, used: 0, asked: 0, nearest: 0, random: 0, codes: 0 };
  const spent = { suggesting: 0, nearest: 0 };
  for (const all of questions.values()) measure(all, tally, spent);
  const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
  const each = (ms: number) => `${(ms / tally.coded).toFixed(2)} ms a query`;
  console.log(
    `${answers} answers to ${questions.size} questions; ${tally.coded} have a code of ${readers} readers, ${tally.codes} codes
one of three suggestions right, leave-one-out: ${percent(tally.suggested, tally.coded)} (at least 85 %), ${each(spent.suggesting)}
  the three most used instead: ${percent(tally.used, tally.coded)}
nearest answer shares a code: ${percent(tally.nearest, tally.coded)} (at least 68 %), ${each(spent.nearest)}
  an answer at random instead: ${percent(tally.random, tally.coded)}`,
  );
}

/** Each answer as if it were the last to be read. */
function measure(all: Answer[], tally: Record<string, number>, spent: Record<"suggesting" | "nearest", number>) {
  const texts = new Texts();
  for (const { id, text } of all) texts.add(id, text);
  const marks = new Marks(texts);
  const read = all.filter(({ codes }) => codes.size);
  const uses = new Map<string, number>();
  for (const { id, text, codes } of read)
    for (const code of codes) {
      marks.add(`${id} ${code}`, { keyPointId: code, textId: id, quote: text });
      uses.set(code, (uses.get(code) ?? 0) + 1);
    }
  const byId = new Map(read.map((one) => [one.id, one]));
  marks.suggest("", "", 1);
  tally.codes! += uses.size;
  for (const { id, text, codes } of read) {
    const right = (some: string[]) => Number(some.some((code) => codes.has(code)));
    tally.coded! += 1;

    let began = performance.now();
    const suggested = marks.suggest(text, id, 3).map(({ keyPointId }) => keyPointId);
    spent.suggesting += performance.now() - began;
    tally.suggested! += right(suggested);
    const withoutIt = (code: string) => uses.get(code)! - Number(codes.has(code));
    tally.used! += right([...uses.keys()].toSorted((a, b) => withoutIt(b) - withoutIt(a)).slice(0, 3));

    began = performance.now();
    const [nearest] = texts.nearest(id, 1, (other) => byId.has(other));
    spent.nearest += performance.now() - began;
    tally.nearest! += nearest ? right([...byId.get(nearest.id)!.codes]) : 0;
    const sharing = read.filter((other) => other.id !== id && right([...other.codes])).length;
    tally.random! += sharing / (read.length - 1);
  }
}

function duplicates(all: { text: string }[]) {
  let began = performance.now();
  const shingles = new Shingles();
  for (const [at, { text }] of all.entries()) shingles.add(String(at), text);
  let pairs = 0;
  for (const _ of shingles.pairs()) pairs += 1;
  const whole = performance.now() - began;
  const asked = 2000;
  began = performance.now();
  for (let at = 0; at < asked; at++) shingles.almost(String(Math.floor((at * all.length) / asked)));
  const query = (performance.now() - began) / asked;
  const { wordings } = shingles.size;
  console.log(
    `${all.length} lines, ${wordings} wordings: ${pairs} near-duplicate pairs in ${(whole / 1000).toFixed(1)} s (at most 10 s), ${query.toFixed(2)} ms a query`,
  );
}

function linesOf(path: string): unknown[] {
  if (!existsSync(path)) {
    console.log(`Skipped: there is no ${path}. Give the folder of public data: npm run perf:near -- FOLDER.`);
    return [];
  }
  const texts = readFileSync(path, "utf8").split("\n");
  return texts.filter(Boolean).map((line) => JSON.parse(line));
}
