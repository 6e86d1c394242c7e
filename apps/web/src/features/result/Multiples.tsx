import { m } from "@cahier/schema/messages";
import type { QuestionCard_result } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { countWords, formatDecimal } from "./result.labels.ts";

type Row = QuestionCard_result["rows"][number];

const width = 240;
const height = 92;

/** Rows of a matrix as small drawings of one scale, side by side: the same heights everywhere, to be compared. */
export function Multiples({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(
    0.01,
    ...rows.flatMap(({ cells }) => cells.flatMap((cell) => [cell.share ?? 0, cell.wholeShare ?? 0])),
  );
  const steps = rows[0]?.cells ?? [];
  return (
    <>
      <ol className="result-steps" lang={contentLang()}>
        {steps.map((step, index) => (
          <li data-apart={step.noOpinion || undefined} key={step.value}>
            <b>{mark(step, index)}</b> {step.label}
          </li>
        ))}
      </ol>
      <ul className="result-multiples">
        {rows.map((row) => (
          <li key={row.value}>
            <p>
              <span lang={contentLang()}>{row.label}</span>
              <b>{meanWords(row)}</b>
            </p>
            <Columns cells={row.cells} most={most} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Steps of a scale are named once, above, and stand below each drawing by their number, or else by a letter. */
const mark = ({ value, noOpinion }: Row["cells"][number], index: number) => {
  if (noOpinion) return "–";
  return value.length < 3 ? value : String.fromCodePoint(65 + index);
};

const meanWords = ({ mean, wholeMean }: Row) =>
  [
    mean !== null && m.result_mean({ mean: formatDecimal(mean) }),
    wholeMean !== null && m.result_mean_whole({ mean: formatDecimal(wholeMean) }),
  ]
    .filter(Boolean)
    .join(", ");

function Columns({ cells, most }: { cells: Row["cells"]; most: number }) {
  const step = width / cells.length;
  const up = (share: number) => (share / most) * height;
  return (
    <svg className="result-columns" viewBox={`0 -22 ${width} ${height + 44}`} aria-hidden="true">
      <line x1="0" x2={width} y1={height} y2={height} />
      {cells.map((cell, index) => {
        const { value, count, share, wholeShare, noOpinion } = cell;
        return (
          <g data-apart={noOpinion || undefined} key={value}>
            {share !== null && (
              <rect x={index * step + 5} width={step - 10} y={height - up(share)} height={up(share)} rx="3" />
            )}
            {wholeShare !== null && (
              <line
                data-whole
                x1={index * step + 2}
                x2={(index + 1) * step - 2}
                y1={height - up(wholeShare)}
                y2={height - up(wholeShare)}
              />
            )}
            <text x={(index + 0.5) * step} y={height - up(Math.max(share ?? 0, wholeShare ?? 0)) - 7}>
              {count === null ? "·" : countWords(count)}
            </text>
            <text x={(index + 0.5) * step} y={height + 17} data-step>
              {mark(cell, index)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
