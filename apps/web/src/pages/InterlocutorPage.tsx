import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { HandoverCard } from "../features/handover/HandoverCard.tsx";
import type { InterlocutorPage, InterlocutorPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { contentLang } from "../i18n/content.ts";
import { levelNames, termLabels } from "../i18n/vocabulary.ts";
import { paths } from "../paths.ts";
import { Card } from "../ui/Card.tsx";
import { Empty } from "../ui/Empty.tsx";
import { More } from "../ui/More.tsx";
import { Fictional } from "../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<InterlocutorPage, InterlocutorPageVariables> = gql`
  query InterlocutorPage($slug: String!) {
    interlocutor(slug: $slug) {
      id
      slug
      name
      level
      category
      remit
      approach
      bring
      timing
      note2012
      noteToday
      fictional
      asks {
        id
        text
        proposal {
          id
          slug
          number
          title
        }
      }
      handovers {
        id
        ...HandoverCard_handover
      }
    }
    categories: terms(kind: INTERLOCUTOR_CATEGORY) {
      key
      label
      labelEn
    }
  }
  ${HandoverCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "interlocutor");

/** An office: what it can decide, all that was asked of it, and its answer or its silence. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.interlocutor!;
  const { asks, handovers } = it;
  const facts = [
    { label: m.interlocutor_approach(), text: it.approach },
    { label: m.interlocutor_bring(), text: it.bring },
    { label: m.interlocutor_timing(), text: it.timing },
    { label: m.interlocutor_note2012(), text: it.note2012 },
    { label: m.interlocutor_noteToday(), text: it.noteToday },
  ].filter(({ text }) => text);
  return (
    <Ruled>
      <PageHead
        margin={termLabels(data.categories, [it.category])[0]}
        note={levelNames[it.level]()}
        kicker={<Link to={paths.interlocutors()}>{m.interlocutor_title()}</Link>}
        title={it.name}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{it.remit}</p>}
      >
        {it.fictional && <Fictional />}
      </PageHead>
      <Row heading={m.interlocutor_handovers()}>
        {handovers.length ? (
          <ul className={styles.wide}>
            {handovers.map((handover) => (
              <HandoverCard handover={handover} without="interlocutor" key={handover.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.interlocutor_handovers_none()}>
            <More to={paths.handovers()}>{m.interlocutor_board()}</More>
          </Empty>
        )}
      </Row>
      <Row heading={m.interlocutor_asks()} margin={m.interlocutor_asked({ count: asks.length })}>
        {asks.length ? (
          <ul className={styles.wide} lang={contentLang()}>
            {asks.map(({ id, text, proposal }) => (
              <Card
                as="li"
                foot={
                  <Link to={paths.proposal(proposal.slug)}>
                    {m.proposal_number(proposal)}
                    {m.ui_colon()}
                    {proposal.title}
                  </Link>
                }
                key={id}
              >
                {text ? <h3>{text}</h3> : <p className="quiet">{m.interlocutor_ask_unwritten()}</p>}
              </Card>
            ))}
          </ul>
        ) : (
          <p className="quiet">{m.interlocutor_asks_none()}</p>
        )}
      </Row>
      {facts.length > 0 && (
        <Row heading={m.interlocutor_how()}>
          <dl className={styles.facts}>
            {facts.map(({ label, text }) => (
              <Fact label={label} text={text!} key={label} />
            ))}
          </dl>
        </Row>
      )}
    </Ruled>
  );
}

const Fact = ({ label, text }: { label: string; text: string }) => (
  <>
    <dt>{label}</dt>
    <dd lang={contentLang()}>{text}</dd>
  </>
);
