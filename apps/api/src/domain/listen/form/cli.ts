import type { Form, FormItem, FormNote } from "@cahier/schema/form";
import { expectations, noteSentences } from "@cahier/schema/form/sentences";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readForm } from "./read.ts";
import { helps } from "../../../platform/asked.ts";
import { config } from "../../../platform/config.ts";
import { startErrorOf } from "../../../platform/data/startError.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";

const english = { locale: "en" } as const;

function tell({ source, title, sections, items, notes }: Form) {
  const count = sections.reduce((sum, { questions }) => sum + questions.length, 0);
  console.log(`  « ${title.text} » (${source}): ${count} questions in ${sections.length} parts`);
  for (const [kinds, times] of typesOf(items)) console.log(`  ${String(times).padStart(4)} × ${kinds}`);
  for (const outcome of ["CHANGED", "LEFT"] as const) {
    const some = notes.filter((note) => note.outcome === outcome);
    console.log(`  ${outcome === "CHANGED" ? "Adapted" : "Left aside"}: ${some.length}`);
    for (const note of some) console.log(`    ${placeOf(note)}${noteSentences[note.code](note, english)}`);
  }
}

const placeOf = ({ place, name }: FormNote) => (place ? `${place}${name ? ` (${name})` : ""}: ` : "");

/** The types met, with what they became. */
function typesOf(items: readonly FormItem[]) {
  const times = new Map<string, number>();
  for (const { kind, became } of items) {
    const line = `${kind || "(no type)"} → ${became ?? "left aside"}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return times;
}

/** `npm run form -- FILE…`: what a form would become here, and what could not be taken. Writes nothing. */
const usage =
  "Read forms, without creating anything: npm run form -- FILE… (XLSForm .xlsx, LimeSurvey .lss, SurveyJS .json)";
helps(usage);
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error(usage);
  process.exitCode = 1;
}
for (const file of files) {
  console.log(`\n${basename(file)}`);
  try {
    tell(await readForm(readFileSync(file), basename(file)));
  } catch (error) {
    const sentence = error instanceof Unreadable ? null : startErrorOf(error, config);
    if (sentence) console.error(`  ${sentence}`);
    else if (error instanceof Unreadable)
      console.log(`  Refused. Expected: ${expectations[error.reason]({}, english)}.`);
    else throw error;
    process.exitCode = 1;
  }
}
