import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useInstance } from "../../frame/instance.ts";
import type { Paper_questionnaire } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { QrCode } from "../../ui/QrCode.tsx";
import { Style } from "../../ui/Style.tsx";
import { Blank, Boxes, type PrintedQuestion } from "./Blank.tsx";
import sheet from "./paper.css?url";
import { questionPrinted } from "../../shared/questionAsked.tsx";

const fragment: TypedDocumentNode<Paper_questionnaire> = gql`
  fragment Paper_questionnaire on Questionnaire {
    id
    slug
    number
    title
    intro
    language
    closesAt
    anonymous
    sections {
      id
      title
      intro
      questions {
        ...QuestionPrinted_question @unmask
      }
    }
  }
  ${questionPrinted}
`;

/** A sheet among those printed together, with its code. */
export interface PrintedSheet {
  batch: string;
  number: number;
  count: number;
  code: string;
}

interface PrintedQuestionnaire extends Omit<Paper_questionnaire, "__typename" | "id" | "language" | "sections"> {
  language?: Paper_questionnaire["language"];
  sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly intro: string | null;
    readonly questions: readonly PrintedQuestion[];
  }[];
}

interface Props {
  /** Questionnaire as it is now, or as it was when the sheets were printed. */
  questionnaire: PrintedQuestionnaire;
  /** Origin of the site, as « https://… »; empty until the browser knows it. */
  origin: string;
  large: boolean;
  /** Null for a form for anybody, without a code. */
  sheet?: PrintedSheet | null;
}

/** A questionnaire for a pen: A4, each question with its code, boxes with what is typed for them, lines to write on. */
export function Paper({ questionnaire, origin, large, sheet: own = null }: Props) {
  const { slug, number, title, intro, language, closesAt, anonymous, sections } = questionnaire;
  // Among others, a sheet has no title above that of the page.
  const Title = own ? "h2" : "h1";
  const online = `${origin}${paths.questionnaire(slug)}`;
  return (
    <article className={`flow paper ${large ? "paper-large" : ""}`}>
      <Style href={sheet} />
      <header className="flow">
        <div className="paper-head">
          <div className="flow">
            <p>
              {m.questionnaire_number({ number })} · {m.questionnaire_paper_until({ date: formatDate(closesAt) })}
            </p>
            <Title className="paper-title" lang={contentLang(language)}>
              {title}
            </Title>
            <p lang={contentLang(language)}>{intro}</p>
          </div>
          {origin && (
            <figure>
              <QrCode text={online} label={m.paper_qr({ address: online })} />
              <figcaption>{m.paper_answer_online()}</figcaption>
            </figure>
          )}
        </div>
        <p>
          <b>{m.questionnaire_paper_promise()}</b> {m.questionnaire_paper_how()}
        </p>
        {own && (
          <p className="paper-number">
            <span>{m.paper_sheet(own)}</span>
            <b>{m.paper_sheet_code(own)}</b>
          </p>
        )}
      </header>
      {sections.map((section) => (
        <section className="flow" lang={contentLang(language)} key={section.id}>
          <h2>{section.title}</h2>
          {section.intro && <p>{section.intro}</p>}
          {section.questions.map((question) => (
            <div className="flow paper-question" key={question.id}>
              <h3>
                {question.type !== "TEXT_BLOCK" && <span className="paper-code">{question.code}</span>} {question.label}
              </h3>
              {question.visibleIf != null && <p>{m.questionnaire_paper_if()}</p>}
              {question.help && <p>{question.help}</p>}
              <Blank question={question} />
            </div>
          ))}
        </section>
      ))}
      <About anonymous={anonymous} />
      <footer className="flow">
        <p>{m.questionnaire_paper_give()}</p>
        <p>
          {m.questionnaire_paper_online()} {online}
        </p>
      </footer>
      {own && <Slip sheet={own} origin={origin} />}
    </article>
  );
}

Paper.fragment = fragment;

const dots = " …………………………………………………";

/** Fields beside the questions: how the response appears, who speaks, where to write. */
function About({ anonymous }: { anonymous: boolean }) {
  const { france, sendsMail } = useInstance();
  return (
    <>
      <section className="flow paper-question">
        <h2>{m.questionnaire_appear()}</h2>
        <Boxes
          marks={[
            ...(anonymous ? [] : [{ mark: "1", label: `${m.questionnaire_appear_named()}${m.ui_colon()}${dots}` }]),
            { mark: "2", label: france ? m.questionnaire_appear_anonymous() : m.questionnaire_appear_anonymous_own() },
            {
              mark: "3",
              label: `${m.questionnaire_appear_unpublished()}. ${m.questionnaire_appear_unpublished_help()}`,
            },
          ]}
        />
      </section>
      <section className="flow paper-question">
        <h2>{m.paper_speaks()}</h2>
        <Boxes
          marks={[
            { label: m.paper_speaks_self() },
            { label: m.paper_speaks_organisation() + dots },
            { label: `${m.paper_speaks_group()} …………` },
          ]}
        />
        {sendsMail && !anonymous && <p>{m.paper_contact() + dots}</p>}
      </section>
    </>
  );
}

/** Slip that the person tears off and keeps. */
function Slip({ sheet: { batch, number, count, code }, origin }: { sheet: PrintedSheet; origin: string }) {
  const follow = `${origin}${paths.follow()}`;
  const trail = `${origin}${paths.trail(code)}`;
  return (
    <aside className="paper-slip">
      <div className="flow">
        <h2>
          <span aria-hidden="true">✂</span> {m.paper_slip_title()}
        </h2>
        <p className="paper-secret">{code}</p>
        <p>
          {m.paper_slip_lead()} {m.paper_slip_where({ address: follow })}
        </p>
        <p>
          {m.paper_slip_reading()} {m.paper_sheet({ batch, number, count })}.
        </p>
      </div>
      {origin && <QrCode text={trail} label={m.paper_qr_follow({ address: trail })} />}
    </aside>
  );
}
