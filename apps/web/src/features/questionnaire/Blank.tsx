import { m } from "@cahier/schema/messages";
import { OTHER, type Question } from "@cahier/schema/questionnaire/definition";
import { blankOf } from "@cahier/schema/questionnaire/printed";

/** Fields of a question that paper needs. */
export type PrintedQuestion = Pick<
  Question,
  | "id"
  | "code"
  | "type"
  | "label"
  | "help"
  | "options"
  | "rows"
  | "scale"
  | "noOpinionValue"
  | "maxSelect"
  | "allowOther"
  | "min"
  | "max"
  | "minLabel"
  | "maxLabel"
  | "visibleIf"
>;

/** Boxes to tick, each with the mark that is typed in for it. */
export const Boxes = ({
  marks,
  columns,
}: {
  marks: readonly { mark?: string; label: string }[];
  columns?: boolean;
}) => (
  <ul className={`paper-boxes ${columns ? "paper-columns" : ""}`}>
    {marks.map(({ mark, label }) => (
      <li key={mark ?? label}>
        <b>{mark}</b>
        <i aria-hidden="true" />
        {label}
      </li>
    ))}
  </ul>
);

const Lines = ({ count }: { count: number }) => (
  <div className="paper-lines" aria-hidden="true">
    {Array.from({ length: count }, (_, line) => (
      // oxlint-disable-next-line react/no-array-index-key -- lines are all the same
      <hr key={line} />
    ))}
  </div>
);

/** Blank space of a question, to fill in with a pen. */
export function Blank({ question }: { question: PrintedQuestion }) {
  const blank = blankOf(question);
  switch (blank.kind) {
    case "none":
      return null;
    case "lines":
      return <Lines count={blank.count} />;
    case "marks": {
      const { marks, ranked, most, other } = blank;
      const dotted = marks.map(({ mark, value, label }) => ({
        mark,
        label: value === OTHER && other ? `${label} ……………………………` : label,
      }));
      return (
        <>
          {ranked && <p>{m.questionnaire_paper_rank({ max: most! })}</p>}
          {!ranked && most !== null && <p>{m.questionnaire_paper_most({ max: most })}</p>}
          <Boxes marks={dotted} columns={marks.length > 3} />
        </>
      );
    }
    default:
      return (
        <table>
          <thead>
            <tr>
              <th scope="col">{m.questionnaire_paper_row()}</th>
              {blank.columns.map(({ mark, value, label }) => (
                <th scope="col" key={value}>
                  <small>{mark}</small> {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blank.rows.map((row) => (
              <tr key={row.value}>
                <th scope="row">{row.label}</th>
                {blank.columns.map(({ value }) => (
                  <td key={value}>
                    <i aria-hidden="true" /> <span className="visually-hidden">{m.questionnaire_paper_box()}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
