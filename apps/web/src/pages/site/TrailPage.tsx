import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useLocation, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Trail } from "../../features/contribution/Trail.tsx";
import { OwnRulings } from "../../features/moderation/OwnRulings.tsx";
import { appearanceOf } from "../../features/response/appearance.ts";
import { Changes } from "../../features/response/Changes.tsx";
import { citationOf } from "../../features/response/Citation.tsx";
import { CodeForm } from "../../features/response/CodeForm.tsx";
import styles from "../../features/response/Trail.module.css";
import { KeepReceipt } from "../../features/response/KeepReceipt.tsx";
import { NewsList } from "../../features/response/NewsList.tsx";
import { OwnActs } from "../../features/response/OwnActs.tsx";
import { OwnWords } from "../../features/response/OwnWords.tsx";
import { progressWords } from "../../features/response/progress.ts";
import { readCode } from "../../features/response/receipts.ts";
import { Receipt } from "../../features/response/Receipt.tsx";
import type { TrailPage, TrailPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Fold, Folds } from "../../ui/Part.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { markedPassage } from "../../features/contribution/marked.fragment.tsx";

const query: TypedDocumentNode<TrailPage, TrailPageVariables> = gql`
  query TrailPage($code: String!) {
    receipt(code: $code) {
      code
      appearance
      authorName
      receivedOn
      status
      progress
      progressOn
      byMail
      readBefore
      news {
        id
        ...NewsList_news
      }
      citations {
        ...Citation_citation @unmask
      }
      territory {
        id
        name
      }
      region {
        id
        name
      }
      questionnaire {
        id
        slug
        number
        title
        anonymous
        sections {
          id
          questions {
            id
          }
        }
      }
      speaksAs
      organisationName
      peopleCount
      editedOn
      statusOn
      readingOnly
      claimed
      viewerCan {
        edit
        withdraw
        claim
        unclaim
      }
      changes {
        kind
        question {
          id
          code
          label
          revision
        }
        former
        reason
        words
      }
      ...OwnRulings_receipt @unmask
      contributions {
        id
        body
        revision
        status
        asked
        question {
          id
          label
        }
        passages {
          ...Marked_passage @unmask
          quote
        }
        ...Trail_contribution
      }
      closedAnswers {
        question {
          id
          label
        }
        asked
        words
      }
    }
  }
  ${Trail.fragment}
  ${markedPassage}
  ${NewsList.fragment}
  ${OwnRulings.fragment}
  ${citationOf}
`;

type Found = NonNullable<TrailPage["receipt"]>;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { code: args.params.code ?? "" });

/** « Ce que votre réponse est devenue »: for the holder of the code, without an account. */
export function Component() {
  const { receipt } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { code = "" } = useParams();
  const { saved } = (useLocation().state ?? {}) as { saved?: boolean };
  if (!receipt)
    return (
      <Ruled>
        <meta name="robots" content="noindex" />
        <PageHead
          title={m.response_unknown()}
          tab={m.response_follow_title()}
          lead={<p>{m.response_unknown_lead()}</p>}
        />
        <Row>
          <CodeForm unknown={readCode(code) ?? code} key={code} />
        </Row>
      </Ruled>
    );
  const { questionnaire, receivedOn, contributions, closedAnswers, status, editedOn, byMail, citations } = receipt;
  return (
    <Ruled>
      <meta name="robots" content="noindex" />
      <PageHead
        margin={m.questionnaire_number(questionnaire)}
        note={<span lang={contentLang()}>{questionnaire.title}</span>}
        kicker={m.response_kicker({ date: formatDate(receivedOn) })}
        title={m.response_title()}
        lead={<p>{leadOf(receipt)}</p>}
      >
        <p className="quiet">{appearanceOf(receipt)}</p>
        {editedOn && <p className="quiet">{m.response_edited_on({ date: formatDate(editedOn) })}</p>}
        {saved && (
          <Notice tone="done" live>
            {m.response_edit_saved()}
          </Notice>
        )}
        {status === "HELD" && <Notice>{m.response_held()}</Notice>}
        {status === "HIDDEN" && <Notice tone="warn">{m.response_set_aside()}</Notice>}
        {status === "WITHDRAWN" && !receipt.statusOn && <Notice>{m.response_withdrawn()}</Notice>}
      </PageHead>
      <News receipt={receipt} key={receipt.code} />
      <Changes receipt={receipt} />
      {contributions.map((contribution) => (
        <OwnWords
          code={receipt.code}
          contribution={contribution}
          citations={citations.filter(({ passage }) => passage.contribution.id === contribution.id)}
          ruling={<OwnRulings receipt={receipt} of={contribution.id} />}
          trail={
            <Trail
              contribution={contribution}
              answer={contribution.status === "VISIBLE" ? `${paths.contribution(contribution.id)}#say` : undefined}
            />
          }
          key={contribution.id}
        />
      ))}
      {byMail ? <ByMail /> : <OwnActs receipt={receipt} />}
      <Row>
        <OwnRulings receipt={receipt} />
        <Folds>
          {closedAnswers.length > 0 && (
            <Fold heading={m.response_closed()} note={closedAnswers.length}>
              <p className="quiet">{m.response_closed_note()}</p>
              <dl className={styles.closed} lang={contentLang()}>
                {closedAnswers.map(({ question, asked, words }) => (
                  <div key={question.id}>
                    <dt>{asked}</dt>
                    {words.map((line) => (
                      <dd key={line}>{line}</dd>
                    ))}
                  </div>
                ))}
              </dl>
            </Fold>
          )}
          {!byMail && <Code receipt={receipt} />}
        </Folds>
        {!byMail && (
          <p>
            <More to={paths.follow()}>{m.response_all()}</More>
          </p>
        )}
      </Row>
    </Ruled>
  );
}

/** News since the last visit: shown as long as the person stays. */
function News({ receipt }: { receipt: Found }) {
  const [news] = useState(receipt.news);
  if (!news.length) return null;
  return (
    <Row heading={m.trail_news()} note={m.trail_news_note()}>
      <NewsList code={receipt.code} news={news} />
    </Row>
  );
}

/** Limits of the link of a mail, and where to get the rest. */
const ByMail = () => (
  <Row heading={m.trail_by_mail()}>
    <p className="prose">{m.trail_by_mail_text()}</p>
    <p>
      <More to={paths.follow()}>{m.trail_by_mail_code()}</More>
    </p>
  </Row>
);

/** The number of the response: whoever reads this page has it, and may want it again. */
function Code({ receipt }: { receipt: Found }) {
  const { code, questionnaire, receivedOn } = receipt;
  const { id: questionnaireId, slug, title } = questionnaire;
  return (
    <Fold heading={m.response_code_heading()}>
      <Receipt code={code} title={title} readingOnly={receipt.readingOnly || receipt.status === "WITHDRAWN"} />
      <KeepReceipt receipt={{ code, questionnaireId, slug, title, receivedOn }} />
    </Fold>
  );
}

const leadOf = (receipt: Found) =>
  receipt.status === "WITHDRAWN" && receipt.statusOn
    ? m.response_withdrawn_on({ date: formatDate(receipt.statusOn) })
    : progressWords(receipt);
