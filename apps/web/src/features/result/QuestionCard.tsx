import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useId } from "react";
import { useHref } from "react-router-dom";
import type { QuestionCard_result } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { filePaths } from "../../filePaths.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Drawing } from "./Drawing.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { quoted } from "../../ui/quoted.ts";
import { Of } from "../../shared/Of.tsx";

const fragment: TypedDocumentNode<QuestionCard_result> = gql`
  fragment QuestionCard_result on QuestionResult {
    question {
      id
      code
      type
      visibility
      maxSelect
      visibleIf
    }
    revision
    label
    wordedOn
    reason
    retiredReason
    replaces
    shown
    withheld
    seen
    answered
    restitutions
    rows {
      value
      label
      answered
      mean
      median
      wholeMean
      cells {
        value
        label
        count
        share
        wholeShare
        restitutions
        noOpinion
        added
        retired
      }
    }
    ranks {
      value
      label
      points
      first
      firstShare
      wholeFirstShare
      ranked
    }
    spread {
      min
      lowerQuartile
      median
      upperQuartile
      max
      mean
    }
    texts {
      total
      readable
    }
  }
`;

interface Props {
  /** Of one question: one a wording, the newest first. */
  results: readonly QuestionCard_result[];
  questionnaire: { slug: string; objective: { slug: string } };
  /** The group that is looked at beside the whole: a region or not. */
  within: { key: string; isRegion: boolean } | null;
  /** The map, for where answers came from. */
  map?: ReactNode;
  /** Acts of the team on the question. */
  acts?: ReactNode;
}

/** Results of a question: drawn, said, as a table and as files. To be selected with `@unmask`. */
export function QuestionCard({ results, questionnaire, within, map, acts }: Props) {
  const headingId = useId();
  const [newest] = results;
  if (!newest) return null;
  const { question, label, retiredReason, replaces } = newest;
  return (
    <Card
      as="article"
      foot={<Files code={question.code} label={label} slug={questionnaire.slug} within={within?.key ?? null} />}
    >
      <h2 id={headingId} lang={contentLang()}>
        {label}
      </h2>
      {question.visibility === "TEAM" && <Notice>{m.result_team_only()}</Notice>}
      {retiredReason !== null && (
        <Notice>{retiredReason ? m.result_retired_why({ reason: retiredReason }) : m.result_retired()}</Notice>
      )}
      {replaces && <p className="quiet">{m.result_replaces({ code: replaces })}</p>}
      {question.visibleIf !== null && <p className="quiet">{m.result_conditional()}</p>}
      {results.map((result, index) => (
        <Wording
          result={result}
          later={results[index - 1]}
          isAlone={results.length === 1}
          headingId={headingId}
          objective={questionnaire.objective.slug}
          within={within}
          map={map}
          key={result.revision}
        />
      ))}
      {acts}
    </Card>
  );
}

QuestionCard.fragment = fragment;

interface WordingProps extends Pick<Props, "within" | "map"> {
  result: QuestionCard_result;
  /** The wording that came after it. */
  later?: QuestionCard_result;
  isAlone: boolean;
  headingId: string;
  objective: string;
}

function Wording({ result, later, isAlone, headingId, objective, within, map }: WordingProps) {
  const { question, label, reason, wordedOn, withheld, answered } = result;
  return (
    <>
      {!isAlone && (
        <div className="result-wording">
          <h3>{period(result, later)}</h3>
          {later && <p lang={contentLang()}>{quoted(label)}</p>}
          {wordedOn && reason !== null && (
            <p className="quiet">
              {m.result_reworded({ date: formatDate(wordedOn) })} {reason && m.result_reworded_why({ reason })}
            </p>
          )}
        </div>
      )}
      {withheld ? (
        <p className="quiet">
          {withheld === "TOO_FEW" ? m.result_withheld_TOO_FEW() : m.result_withheld_NOT_CROSSED()}
        </p>
      ) : (
        <figure className="result-figure" aria-labelledby={headingId}>
          <figcaption>{denominator(result)}</figcaption>
          {question.type === "TERRITORY" ? map : <Drawing result={result} />}
          {question.type === "MULTIPLE_CHOICE" && <p className="quiet">{m.result_several()}</p>}
          <ResultTable result={result} />
        </figure>
      )}
      {question.type === "LONG_TEXT" && !(withheld === "TOO_FEW") && (
        <Texts result={result} objective={objective} within={within} />
      )}
      {question.type === "SHORT_TEXT" && answered !== null && <p>{m.result_short_texts({ count: answered })}</p>}
    </>
  );
}

/** « Du 3 au 10 juin »: while a wording was asked. */
function period({ wordedOn, reason }: QuestionCard_result, later?: QuestionCard_result) {
  const until = later?.wordedOn && formatDate(later.wordedOn);
  if (!until) return m.result_wording_now({ date: formatDate(wordedOn!) });
  if (reason === null) return m.result_wording_first({ date: until });
  return m.result_wording_between({ from: formatDate(wordedOn!, "short"), to: until });
}

/** Out of how many: those who saw the question, or those of the group who answered it. */
function denominator({ seen, answered, restitutions, rows, question }: QuestionCard_result) {
  const [row] = rows;
  const none = question.type === "RATING" ? row?.cells.find((cell) => cell.noOpinion)?.count : null;
  const parts = [
    seen === null
      ? m.result_answered_group({ count: answered ?? 0 })
      : m.result_seen({ count: seen, answered: answered ?? 0 }),
    none ? m.result_no_opinion({ count: none }) : "",
    restitutions ? m.result_beside_restitutions({ count: restitutions }) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

interface TextsProps extends Pick<Props, "within"> {
  result: QuestionCard_result;
  objective: string;
}

/** Texts are not summed up: they are read. */
function Texts({ result: { texts, question, label }, objective, within }: TextsProps) {
  const { id, visibility } = question;
  if (visibility !== "PUBLIC") return texts && <p>{m.result_texts_counted({ count: texts.total })}</p>;
  const territory = within?.isRegion ? within.key : null;
  return (
    <>
      {texts && <p>{readableWords(texts)}</p>}
      {texts?.readable !== 0 && (!within || territory) && (
        <More to={paths.contributions({ objective, question: id, territory })}>
          {m.result_texts_read()}
          <Of>{label}</Of>
        </More>
      )}
    </>
  );
}

/** « 14 réponses : 9 à lire, 5 non publiées ». */
function readableWords({ total, readable }: NonNullable<QuestionCard_result["texts"]>) {
  const rest = total - readable;
  const unpublished = m.contribution_unpublished({ count: rest });
  if (rest === 0) return m.result_texts_all({ count: total });
  return m.result_texts({ count: total, readable: formatNumber(readable), unpublished });
}

interface FilesProps {
  code: string;
  label: string;
  slug: string;
  within: string | null;
}

function Files({ code, label, slug, within }: FilesProps) {
  const csv = useHref(filePaths.resultFile(slug, `${code}.csv`, { within }));
  const svg = useHref(filePaths.resultFile(slug, `${code}.svg`, { within }));
  return (
    <>
      <Icon name="save" size={17} />
      <a className="result-file" href={csv} download>
        {m.result_download_csv()}
        <Of>{label}</Of>
      </a>
      <a className="result-file" href={svg} download>
        {m.result_download_svg()}
        <Of>{label}</Of>
      </a>
    </>
  );
}
