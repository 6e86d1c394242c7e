import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { HandoverStatus } from "../features/handover/HandoverStatus.tsx";
import { LetterFiles } from "../features/production/LetterFiles.tsx";
import { Verbatim } from "../features/passage/Verbatim.tsx";
import type { HandoverPage, HandoverPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { contentLang } from "../i18n/content.ts";
import { formatDate } from "../i18n/dates.ts";
import { stanceNames } from "../i18n/vocabulary.ts";
import { paths } from "../paths.ts";
import { Card } from "../ui/Card.tsx";
import { Empty } from "../ui/Empty.tsx";
import { More } from "../ui/More.tsx";
import { Fictional } from "../ui/Notice.tsx";
import { Quote } from "../ui/Quote.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";
import { ShareButton } from "../ui/ShareButton.tsx";
import { type Step, Steps } from "../ui/Steps.tsx";
import { When } from "../ui/When.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<HandoverPage, HandoverPageVariables> = gql`
  query HandoverPage($id: ID!) {
    handover(id: $id) {
      id
      ask
      carrierName
      carrierTerritory {
        id
        slug
        name
      }
      documentTitle
      contactedOn
      handedOverOn
      replyBy
      daysOverdue
      reply {
        stance
        text
        on
      }
      log {
        on
        text
      }
      fictional
      interlocutor {
        id
        slug
        name
      }
      proposal {
        id
        slug
        number
        title
        summary
        peopleCount
        statements {
          id
          part
          passages {
            id
            ...Verbatim_passage
          }
        }
      }
      ...HandoverStatus_handover
    }
  }
  ${HandoverStatus.fragment}
  ${Verbatim.fragment}
`;

type Handover = NonNullable<HandoverPage["handover"]>;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "handover");

/** A proposal carried to an office: the request, the steps, the reply or the silence, and the words behind it all. */
export function Component() {
  const it = useReadQuery(useLoaderData<typeof loader>()).data.handover!;
  const { interlocutor, proposal, carrierTerritory, reply, log } = it;
  const words = wordsBehind(it);
  return (
    <Ruled>
      <PageHead
        margin={
          (it.handedOverOn ?? it.contactedOn) && <When date={(it.handedOverOn ?? it.contactedOn)!} format="short" />
        }
        kicker={
          <Link to={paths.proposal(proposal.slug)}>
            {m.handover_kicker(proposal)}
            {m.ui_colon()}
            {proposal.title}
          </Link>
        }
        title={it.ask}
        lang={contentLang()}
        lead={
          <p>
            {m.handover_asked_to()} <Link to={paths.interlocutor(interlocutor.slug)}>{interlocutor.name}</Link>
            {". "}
            {m.handover_carried_by({ name: it.carrierName ?? m.handover_carrier_group() })}
            {carrierTerritory && (
              <>
                {", "}
                <Link to={paths.territory(carrierTerritory.slug)}>{carrierTerritory.name}</Link>
              </>
            )}
            {"."}
          </p>
        }
      >
        <div className="cluster">
          <HandoverStatus handover={it} />
          <ShareButton title={it.ask} />
          {it.fictional && <Fictional />}
        </div>
        <LetterFiles id={it.id} />
      </PageHead>
      <Row heading={m.handover_reply()} margin={reply && stanceNames[reply.stance]()}>
        <div className={styles.beside}>
          <div className="flow">
            {reply ? (
              <Card>
                <Quote big text={reply.text} who={interlocutor.name} where={<When date={reply.on} />} />
              </Card>
            ) : (
              <Empty title={m.handover_no_reply()}>
                <p>{m.handover_no_reply_text()}</p>
              </Empty>
            )}
            <Log log={log} />
          </div>
          <Card as="aside" tone="plain">
            <h2>{m.handover_path()}</h2>
            <Steps label={m.handover_path()} steps={stepsOf(it)} />
          </Card>
        </div>
      </Row>
      <Row heading={m.handover_behind()} margin={m.handover_words_of({ count: proposal.peopleCount })}>
        <p className="prose" lang={contentLang()}>
          {proposal.summary}
        </p>
        <ul className={styles.wide}>
          {words.map((passage) => (
            <Verbatim passage={passage} key={passage.id} />
          ))}
        </ul>
        <More to={paths.proposal(proposal.slug)}>{m.handover_all_words()}</More>
      </Row>
    </Ruled>
  );
}

const Log = ({ log }: Pick<Handover, "log">) =>
  log.length > 0 && (
    <>
      <h2 className={styles.next}>{m.handover_log()}</h2>
      <ol className="flow">
        {log.map(({ on, text }) => (
          <li className={styles.facts} key={on + text}>
            <When date={on} />
            <span lang={contentLang()}>{text}</span>
          </li>
        ))}
      </ol>
    </>
  );

/** Those behind what is asked for: a few, each once; the proposal has them all. */
function wordsBehind({ proposal: { statements } }: Handover) {
  const measures = statements.filter(({ part }) => part === "MEASURE");
  const passages = (measures.length ? measures : statements).flatMap((statement) => statement.passages);
  return [...new Map(passages.map((passage) => [passage.id, passage])).values()].slice(0, 8);
}

function stepsOf({ contactedOn, handedOverOn, documentTitle, reply, replyBy, daysOverdue }: Handover): Step[] {
  const dated = (key: string, title: string, on: string | null): Step => ({
    key,
    title,
    state: on ? "done" : "todo",
    note: on && <When date={on} />,
  });
  const awaited = replyBy && m.handover_awaited({ date: formatDate(replyBy, "short") });
  return [
    dated("contacted", m.handover_step_contacted(), contactedOn),
    {
      ...dated("handed", m.handover_step_handed(), handedOverOn),
      children: documentTitle && handedOverOn && <small>{m.handover_document({ title: documentTitle })}</small>,
    },
    reply
      ? dated("reply", m.handover_step_reply(), reply.on)
      : {
          key: "reply",
          title: m.handover_step_reply(),
          state: daysOverdue ? "now" : "todo",
          note: daysOverdue ? m.handover_overdue({ count: daysOverdue }) : awaited,
        },
  ];
}
