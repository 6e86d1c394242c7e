import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { ratingBounds } from "@cahier/schema/questionnaire/definition";
import type { Paper_questionnaire } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { PrintButton } from "../../ui/PrintButton.tsx";
import styles from "./Paper.module.css";

const fragment: TypedDocumentNode<Paper_questionnaire> = gql`
  fragment Paper_questionnaire on Questionnaire {
    id
    slug
    number
    title
    intro
    closesAt
    sections {
      id
      title
      intro
      questions {
        id
        code
        type
        label
        help
        rationale
        options {
          value
          label
        }
        rows {
          value
          label
        }
        scale {
          value
          label
        }
        noOpinionValue
        maxSelect
        allowOther
        min
        max
        minLabel
        maxLabel
        visibleIf
      }
    }
  }
`;

type Question = Paper_questionnaire["sections"][number]["questions"][number];

/** A questionnaire for a pen: A4, each question with its code, boxes to tick and lines to write on. */
export function Paper({
  questionnaire,
  address,
}: {
  questionnaire: FragmentType<Paper_questionnaire>;
  address: string;
}) {
  const { data } = useSuspenseFragment({ fragment, from: questionnaire });
  return (
    <article className={`flow ${styles.paper}`}>
      <title>{`${data.title} · Cahier commun`}</title>
      <header className="flow">
        <p>
          {m.questionnaire_number(data)} · {m.questionnaire_paper_until({ date: formatDate(data.closesAt) })}
        </p>
        <h1 lang={contentLang()}>{data.title}</h1>
        <p lang={contentLang()}>{data.intro}</p>
        <p>
          <b>{m.questionnaire_promise()}</b> {m.questionnaire_paper_how()}
        </p>
        <p>
          <PrintButton />
        </p>
      </header>
      {data.sections.map(({ id, title, intro, questions }) => (
        <section className="flow" lang={contentLang()} key={id}>
          <h2>{title}</h2>
          {intro && <p>{intro}</p>}
          {questions.map((question) => (
            <div className={`flow ${styles.question}`} key={question.id}>
              <h3>
                {question.type !== "TEXT_BLOCK" && <span>{question.code}</span>} {question.label}
              </h3>
              {question.visibleIf != null && <p>{m.questionnaire_paper_if()}</p>}
              {question.help && <p>{question.help}</p>}
              <Blank question={question} />
            </div>
          ))}
        </section>
      ))}
      <section className={`flow ${styles.question}`}>
        <h2>{m.questionnaire_appear()}</h2>
        <Boxes
          labels={[
            `${m.questionnaire_appear_named()}${m.ui_colon()}………………………………………………………`,
            m.questionnaire_appear_anonymous(),
            `${m.questionnaire_appear_unpublished()}. ${m.questionnaire_appear_unpublished_help()}`,
          ]}
        />
      </section>
      <footer>
        <p>{m.questionnaire_paper_give()}</p>
        <p>
          {m.questionnaire_paper_online()} {address}
        </p>
      </footer>
    </article>
  );
}

Paper.fragment = fragment;

const Boxes = ({ labels, columns }: { labels: readonly string[]; columns?: boolean }) => (
  <ul className={columns ? styles.columns : undefined}>
    {labels.map((label) => (
      <li key={label}>
        <i aria-hidden="true" /> {label}
      </li>
    ))}
  </ul>
);

const Lines = ({ count }: { count: number }) => (
  <div className={styles.lines} aria-hidden="true">
    {Array.from({ length: count }, (_, line) => (
      // oxlint-disable-next-line react/no-array-index-key -- lines are all the same
      <hr key={line} />
    ))}
  </div>
);

function Blank({ question }: { question: Question }) {
  const { type, options, rows, scale, noOpinionValue, maxSelect, allowOther } = question;
  const labels = options.map(({ value, label }) => (value === "OTHER" && allowOther ? `${label} ……………………` : label));
  switch (type) {
    case "TEXT_BLOCK":
      return null;
    case "LONG_TEXT":
      return <Lines count={7} />;
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return <Boxes labels={labels} columns />;
    case "MULTIPLE_CHOICE":
      return (
        <>
          {maxSelect !== null && maxSelect < options.length && <p>{m.questionnaire_paper_most({ max: maxSelect })}</p>}
          <Boxes labels={labels} columns />
        </>
      );
    case "RANKING":
      return (
        <>
          <p>{m.questionnaire_paper_rank({ max: maxSelect ?? options.length })}</p>
          <Boxes labels={labels} columns />
        </>
      );
    case "RATING": {
      const { min, max } = ratingBounds(question);
      const steps = Array.from({ length: max - min + 1 }, (_, index) => {
        const words = index === 0 ? question.minLabel : min + index === max ? question.maxLabel : null;
        return words ? `${min + index} (${words})` : `${min + index}`;
      });
      const noOpinion = scale.find(({ value }) => value === noOpinionValue)?.label;
      return <Boxes labels={noOpinion ? [...steps, noOpinion] : steps} columns />;
    }
    case "MATRIX":
      return (
        <table>
          <thead>
            <tr>
              <th scope="col">{m.questionnaire_paper_row()}</th>
              {scale.map(({ value, label }) => (
                <th scope="col" key={value}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value}>
                <th scope="row">{row.label}</th>
                {scale.map(({ value }) => (
                  <td key={value}>
                    <i aria-hidden="true" /> <span className="visually-hidden">{m.questionnaire_paper_box()}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return <Lines count={type === "TERRITORY" ? 1 : 2} />;
  }
}
