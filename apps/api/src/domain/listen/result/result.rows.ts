import { ratingBounds } from "@cahier/schema/questionnaire/definition";
import type { ResultRow } from "../../../graphql/resolvers.generated.ts";
import { binOf, binsOf, mean, quantile } from "./figures.ts";
import type { CellCount } from "./result.counts.ts";
import { fewest, shownCells } from "./small.ts";
import { total, type Wording } from "./wordings.ts";

/** Answers to a question, counted by group; `part` is the group shown, null for the whole. */
export interface Answered {
  wording: Wording;
  cells: readonly CellCount[];
  /** By group; the whole is one. */
  sizes: ReadonlyMap<string, number>;
  part: string | null;
  /** Names of regions by their ids, in their order. */
  regions: ReadonlyMap<string, string>;
}

/** Something that could be answered. */
export interface Choice {
  value: string;
  label: string;
  retired?: boolean;
}

/** Rows of results: one, or as many as the matrix has. */
export function rowsOf(it: Answered): ResultRow[] {
  const { type } = it.wording.question;
  if (type === "MATRIX")
    return (it.wording.settings.rows ?? []).map((row) =>
      rowOf({ ...it, cells: it.cells.filter((cell) => cell.row === row.value) }, row, it.wording.settings.scale ?? []),
    );
  const { choices, cells } = columnsOf(it);
  return choices.length > 0 ? [rowOf({ ...it, cells }, { value: "", label: "" }, choices)] : [];
}

/** Possible answers, and the answers counted by each. */
function columnsOf({ wording: { question, settings }, cells, regions }: Answered) {
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "MULTIPLE_CHOICE":
    case "ORGANISATION_TYPE":
      return { choices: known(settings.options ?? [], cells), cells };
    case "RATING": {
      const { noOpinionValue = null, scale = [], min = null, max = null } = settings;
      const bounds = ratingBounds({ noOpinionValue, scale, min, max });
      const steps = Array.from({ length: bounds.max - bounds.min + 1 }, (_, index) => `${bounds.min + index}`);
      const label = (value: string) => scale.find((step) => step.value === value)?.label ?? value;
      const values = noOpinionValue === null ? steps : [...steps, noOpinionValue];
      return { choices: values.map((value) => ({ value, label: label(value) })), cells };
    }
    case "NUMBER": {
      const bins = binsOf(cells.map(({ cell, count }) => ({ value: Number(cell), count })));
      const choices = bins.map(({ label }, index) => ({ value: `${index}`, label }));
      return { choices, cells: cells.map((cell) => ({ ...cell, cell: `${binOf(bins, Number(cell.cell))}` })) };
    }
    case "DATE":
      return months(cells);
    case "TERRITORY": {
      const met = new Set(cells.map(({ cell }) => cell));
      const choices = [...regions].flatMap(([value, label]) => (met.has(value) ? [{ value, label }] : []));
      return { choices, cells };
    }
    default:
      return { choices: [], cells };
  }
}

/** Options, then what was answered and is none of them. */
function known(options: readonly Choice[], cells: readonly CellCount[]): Choice[] {
  const others = new Set(cells.map(({ cell }) => cell).filter((cell) => options.every(({ value }) => value !== cell)));
  return [...options, ...[...others].map((value) => ({ value, label: value, retired: true }))];
}

/** Months, or years where they are too many. */
function months(cells: readonly CellCount[]) {
  const found = [...new Set(cells.map(({ cell }) => cell))].toSorted((a, b) => a.localeCompare(b));
  const length = found.length > 24 ? 4 : 7;
  const values = [...new Set(found.map((month) => month.slice(0, length)))];
  return {
    choices: values.map((value) => ({ value, label: value })),
    cells: cells.map((cell) => ({ ...cell, cell: cell.cell.slice(0, length) })),
  };
}

function rowOf(it: Answered, { value, label }: Choice, choices: readonly Choice[]): ResultRow {
  const { wording, part, cells } = it;
  const { noOpinionValue } = wording.settings;
  const tally = tallyOf(it);
  const shown = part === null ? null : shownChoices(it, choices, tally);
  const isShown = (choice: string) => shown?.has(choice) ?? true;
  const whole = tally.size(null);
  const answered = tally.size(part);
  const numbers = (group: string | null) =>
    choices.flatMap(({ value: choice }) => {
      const isStep = scales.has(wording.question.type) && choice !== noOpinionValue && Number.isFinite(Number(choice));
      return isStep ? [{ value: Number(choice), count: tally.count(group, choice) }] : [];
    });
  // With a figure hidden, a mean would tell it.
  const told = choices.every(({ value: choice }) => isShown(choice) || tally.count(part, choice) === 0);
  return {
    value,
    label,
    answered: part === null || answered >= fewest ? answered : null,
    mean: told ? mean(numbers(part)) : null,
    median: told ? quantile(numbers(part), 0.5) : null,
    wholeMean: part === null ? null : mean(numbers(null)),
    cells: choices.map(({ value: choice, label: name, retired = false }) => ({
      value: choice,
      label: name,
      count: isShown(choice) ? tally.count(part, choice) : null,
      share: isShown(choice) && answered ? tally.count(part, choice) / answered : null,
      wholeShare: part !== null && whole ? tally.count(null, choice) / whole : null,
      restitutions: part === null ? total(cells.filter((cell) => cell.collective && cell.cell === choice)) : 0,
      noOpinion: choice === noOpinionValue,
      added: isAdded(wording, choice),
      retired,
    })),
  };
}

const scales = new Set(["RATING", "MATRIX"]);

/** Counts, in a group or in all (null): those who chose a value, and those who answered. */
export interface Tally {
  count: (group: string | null, choice: string) => number;
  size: (group: string | null) => number;
}

export function tallyOf({ wording, cells, sizes }: Answered): Tally {
  const alone = cells.filter(({ collective }) => !collective);
  const of = (group: string | null) => alone.filter((cell) => group === null || cell.part === group);
  const people = (group: string | null) =>
    group === null ? [...sizes.values()].reduce((sum, size) => sum + size, 0) : (sizes.get(group) ?? 0);
  return {
    count: (group, choice) => total(of(group).filter(({ cell }) => cell === choice)),
    // Of several choices one may make none or many; elsewhere whoever answered is in one cell of the row.
    size: wording.question.type === "MULTIPLE_CHOICE" ? people : (group) => total(of(group)),
  };
}

/** Choices that may be shown of the group, the other groups and the whole being known. */
export function shownChoices({ sizes, part, wording }: Answered, choices: readonly Choice[], { count, size }: Tally) {
  const groups = [...sizes.keys()];
  const row = groups.indexOf(part ?? "");
  const values = choices.map(({ value }) => value);
  if (row < 0) return new Set<string>();
  if (wording.question.type === "MULTIPLE_CHOICE")
    // They do not exclude one another: each has its own table, of those who made it and those who did not.
    return new Set(
      values.filter(
        (value) => shownCells(groups.map((group) => [count(group, value), size(group) - count(group, value)]))[row]![0],
      ),
    );
  const shown = shownCells(groups.map((group) => values.map((value) => count(group, value))))[row]!;
  return new Set(values.filter((_, index) => shown[index]));
}

/** True if an option came with this wording. */
const isAdded = ({ before, settings }: Wording, value: string) =>
  before !== null &&
  Boolean(settings.options?.some((option) => option.value === value)) &&
  !before.options?.some((option) => option.value === value);
