import { m } from "@cahier/schema/messages";
import type { QuestionCard_result } from "../../graphql/operations.generated.ts";
import { formatNumber, formatShare } from "../../i18n/numbers.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { cellLabel, countWords, formatDecimal, shareWords } from "./result.labels.ts";
import { contentLang } from "../../i18n/content.ts";
import { Of } from "../../shared/Of.tsx";

interface Column {
  head: string;
  cells: (string | null)[];
}

/** All that a drawing shows, as a table. Columns that say nothing of this question are left out. */
export function ResultTable({ result }: { result: QuestionCard_result }) {
  const { question, label, rows, ranks } = result;
  const [names, columns] = ranks.length > 0 ? rankColumns(ranks) : cellColumns(result);
  const told = columns.filter(({ cells }) => cells.some((cell) => cell !== null));
  const isMatrix = rows.length > 1;
  const lines = names.map((name, index) => ({
    key: `${index}`,
    cells: [
      ...name.map((words) => (
        <span lang={contentLang()} key={words}>
          {words}
        </span>
      )),
      ...told.map(({ cells }) => cells[index] ?? ""),
    ],
  }));
  if (lines.length === 0) return null;
  return (
    <Disclosure
      summary={
        <>
          {m.result_table()}
          <Of>{label}</Of>
        </>
      }
    >
      <DataTable
        caption={m.result_table_of({ code: question.code })}
        head={[...(isMatrix ? [m.result_head_row()] : []), m.result_head_answer(), ...told.map(({ head }) => head)]}
        numeric={told.map((_, index) => index + (isMatrix ? 2 : 1))}
        rows={lines}
      />
    </Disclosure>
  );
}

function cellColumns({ question: { type }, rows }: QuestionCard_result): [string[][], Column[]] {
  const all = rows.flatMap((row) => row.cells.map((cell, index) => ({ ...cell, row, isFirst: index === 0 })));
  const names = all.map((cell) => [...(rows.length > 1 ? [cell.row.label] : []), cellLabel(cell, type)]);
  return [
    names,
    [
      { head: m.result_head_count(), cells: all.map(({ count }) => countWords(count)) },
      { head: m.result_head_share(), cells: all.map(({ share }) => shareWords(share)) },
      {
        head: m.result_head_whole(),
        cells: all.map(({ wholeShare }) => (wholeShare === null ? null : formatShare(wholeShare))),
      },
      {
        head: m.result_head_restitutions(),
        cells: all.map(({ restitutions }) => (restitutions ? formatNumber(restitutions) : null)),
      },
      {
        head: m.result_head_mean(),
        cells: all.map(({ isFirst, row: { mean } }) => (isFirst && mean !== null ? formatDecimal(mean) : null)),
      },
    ],
  ];
}

function rankColumns(ranks: QuestionCard_result["ranks"]): [string[][], Column[]] {
  return [
    ranks.map(({ label }) => [label]),
    [
      {
        head: m.result_head_points(),
        cells: ranks.map(({ points }) => (points === null ? null : formatNumber(points))),
      },
      { head: m.result_head_first(), cells: ranks.map(({ first }) => countWords(first)) },
      { head: m.result_head_share(), cells: ranks.map(({ firstShare }) => shareWords(firstShare)) },
      {
        head: m.result_head_whole(),
        cells: ranks.map(({ wholeFirstShare: share }) => (share === null ? null : formatShare(share))),
      },
      {
        head: m.result_head_ranked(),
        cells: ranks.map(({ ranked }) => (ranked === null ? null : formatNumber(ranked))),
      },
    ],
  ];
}
