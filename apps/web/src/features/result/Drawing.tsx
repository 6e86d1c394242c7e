import { m } from "@cahier/schema/messages";
import type { QuestionCard_result } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { BarList } from "../../ui/BarList.tsx";
import { Multiples } from "./Multiples.tsx";
import { cellLabel, cellWords, countWords, formatDecimal, shareWords } from "./result.labels.ts";
import { formatShare } from "../../i18n/numbers.ts";

/** The drawing of a result: bars for choices, small columns for a matrix, points for a ranking. */
export function Drawing({ result }: { result: QuestionCard_result }) {
  const { question, rows, ranks, spread } = result;
  if (ranks.length > 0) return <Ranking result={result} />;
  if (question.type === "MATRIX") return <Multiples rows={rows} />;
  const [row] = rows;
  if (!row) return null;
  const { met, silent } = inOrder(row.cells, question.type);
  return (
    <>
      <BarList
        max={1}
        bars={met.map((cell) => ({
          key: cell.value,
          label: <Label cell={cell} type={question.type} />,
          value: cell.share ?? 0,
          text: cellWords(cell),
          reference: cell.wholeShare ?? undefined,
        }))}
      />
      {silent.length > 0 && (
        <p className="quiet">
          {m.result_nobody()}
          <span lang={contentLang()}>{silent.map(({ label }) => label).join(", ")}</span>.
        </p>
      )}
      {question.type === "RATING" && <Mean row={row} />}
      {spread && (
        <p>
          {m.result_spread({
            min: formatDecimal(spread.min),
            max: formatDecimal(spread.max),
            lower: formatDecimal(spread.lowerQuartile),
            upper: formatDecimal(spread.upperQuartile),
            median: formatDecimal(spread.median),
            mean: formatDecimal(spread.mean),
          })}
        </p>
      )}
    </>
  );
}

type Row = QuestionCard_result["rows"][number];

const choices = new Set(["SINGLE_CHOICE", "MULTIPLE_CHOICE", "ORGANISATION_TYPE"]);

/**
 * Options as they are read: where they are many, the most chosen first, as the whole has it, and those that nobody chose
 * in a sentence. A scale, months and a few options keep their order.
 */
function inOrder(cells: Row["cells"], type: string): { met: Row["cells"]; silent: Row["cells"] } {
  if (!choices.has(type) || cells.length < 7) return { met: cells, silent: [] };
  const weight = ({ wholeShare, share }: Row["cells"][number]) => wholeShare ?? share ?? 0;
  return {
    met: cells.filter((cell) => weight(cell) > 0).toSorted((a, b) => weight(b) - weight(a)),
    silent: cells.filter((cell) => weight(cell) === 0),
  };
}

const Label = ({ cell, type }: { cell: Row["cells"][number]; type: string }) => (
  <>
    <span lang={contentLang()}>{cellLabel(cell, type)}</span>
    {cell.added && <small className="result-mark">{m.result_added()}</small>}
    {cell.retired && <small className="result-mark">{m.result_retired_option()}</small>}
  </>
);

function Mean({ row: { mean, median, wholeMean, cells } }: { row: Row }) {
  const max = Math.max(...cells.flatMap(({ value, noOpinion }) => (noOpinion ? [] : [Number(value)])));
  if (mean === null)
    return wholeMean === null ? null : <p>{m.result_mean_hidden({ mean: formatDecimal(wholeMean) })}</p>;
  return (
    <p>
      {m.result_mean_of({ mean: formatDecimal(mean), median: formatDecimal(median ?? mean), max: formatNumber(max) })}
      {wholeMean !== null && ` (${m.result_mean_whole({ mean: formatDecimal(wholeMean) })})`}
    </p>
  );
}

function Ranking({ result: { question, ranks } }: { result: QuestionCard_result }) {
  const isWhole = ranks.some(({ points }) => points !== null);
  const label = (words: string) => <span lang={contentLang()}>{words}</span>;
  if (!isWhole)
    return (
      <>
        <BarList
          max={1}
          bars={ranks.map(({ value, label: words, firstShare, wholeFirstShare }) => ({
            key: value,
            label: label(words),
            value: firstShare ?? 0,
            text: m.result_share_whole({
              share: m.result_first_share({ share: shareWords(firstShare) }),
              whole: formatShare(wholeFirstShare ?? 0),
            }),
            reference: wholeFirstShare ?? undefined,
          }))}
        />
        <p className="quiet">{m.result_first_rule()}</p>
      </>
    );
  return (
    <>
      <BarList
        bars={ranks.map(({ value, label: words, points, first }) => ({
          key: value,
          label: label(words),
          value: points ?? 0,
          text: m.result_points({ points: countWords(points), first: countWords(first) }),
        }))}
      />
      <p className="quiet">{m.result_points_rule({ most: question.maxSelect ?? ranks.length })}</p>
    </>
  );
}
