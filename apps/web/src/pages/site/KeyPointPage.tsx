import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { firstPassages } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { Fragment } from "react";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DiscussAtMeeting } from "../../features/agendaRequest/DiscussAtMeeting.tsx";
import { KeyPointFiles } from "../../features/files/KeyPointFiles.tsx";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { ProposalCard } from "../../features/proposal/ProposalCard.tsx";
import { reactionCount } from "../../features/reaction/ReactionList.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import type {
  KeyPointPage,
  KeyPointPageVariables,
  KeyPointPassages,
  KeyPointPassagesVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Defined } from "../../shared/Defined.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<KeyPointPage, KeyPointPageVariables> = gql`
  query KeyPointPage($id: ID!, $first: Int!, $after: ID) {
    keyPoint(id: $id) {
      id
      number
      sentence
      nature
      glossary {
        ...Defined_use @unmask
      }
      definition
      included
      excluded
      example
      parent {
        id
        number
        sentence
      }
      children {
        id
        number
        sentence
      }
      statedOn
      peopleCount
      regionCount
      fictional
      objective {
        id
        slug
        number
        question
      }
      passages(first: $first, after: $after) {
        id
        ...Verbatim_passage
      }
      passageCount
      syntheses {
        id
        slug
        title
        version
      }
      proposals {
        id
        ...ProposalCard_proposal
      }
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
    }
  }
  ${Verbatim.fragment}
  ${ProposalCard.fragment}
  ${Reactions.fragment}
  ${Defined.fragment}
`;

const following: TypedDocumentNode<KeyPointPassages, KeyPointPassagesVariables> = gql`
  query KeyPointPassages($id: ID!, $first: Int!, $after: ID!) {
    keyPoint(id: $id) {
      id
      passages(first: $first, after: $after) {
        id
        ...Verbatim_passage
      }
    }
  }
  ${Verbatim.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const after = new URL(args.request.url).searchParams.get("after");
  const id = args.params.id!;
  return preload(args, query, { id, first: firstPassages, after }, ({ keyPoint }) => {
    // A merged key point leads to the one that holds its words.
    if (keyPoint && keyPoint.id !== id) throw redirect(paths.keyPoint(keyPoint.id));
    return keyPoint;
  });
};

/** Key point: its sentence, the passages it rests on, and what it feeds. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.keyPoint!;
  const { objective, syntheses, proposals, reactions } = it;
  return (
    <Ruled>
      <PageHead
        margin={m.keyPoint_number(it)}
        note={it.statedOn && <When date={it.statedOn} />}
        kicker={
          <Link to={paths.objective(objective.slug)}>
            {m.contribution_objective_number(objective)}
            {m.ui_colon()}
            <span lang={contentLang()}>{objective.question}</span>
          </Link>
        }
        title={it.sentence}
        shown={<Defined text={it.sentence} uses={it.glossary} of={it.id} />}
        lang={contentLang()}
        tab={`${m.keyPoint_number(it)} · ${m.contribution_objective_number(objective)}`}
        lead={peopleAndRegions(it)}
        description={it.sentence}
      >
        <div className="cluster">
          <Chip>{natureNames[it.nature]()}</Chip>
          <ShareButton title={it.sentence} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      <Meaning keyPoint={it} />
      <Row heading={m.keyPoint_passages()} margin={m.keyPoint_passages_count({ count: it.passageCount })}>
        <Passages keyPoint={it} />
        {it.passageCount > 0 && <KeyPointFiles keyPoint={it.id} />}
      </Row>
      <Row heading={m.keyPoint_leads_to()}>
        {syntheses.map(({ id, slug, title, version }) => (
          <Card tone="now" key={id}>
            <p className="quiet">{m.keyPoint_in_synthesis({ version })}</p>
            <h3>
              <Link to={paths.synthesis(slug)} lang={contentLang()}>
                {title}
              </Link>
            </h3>
          </Card>
        ))}
        {proposals.length > 0 && (
          <ul className={styles.wide}>
            {proposals.map((proposal) => (
              <ProposalCard proposal={proposal} key={proposal.id} />
            ))}
          </ul>
        )}
        {!syntheses.length && !proposals.length && (
          <Empty title={m.keyPoint_leads_nowhere()}>
            <More to={paths.objective(objective.slug)}>
              {m.contribution_to_objective({ number: objective.number })}
            </More>
          </Empty>
        )}
      </Row>
      <Row heading={m.reaction_title()} margin={reactionCount(reactions)}>
        <Reactions subject="KEY_POINT" subjectId={it.id} reactions={reactions} />
        <DiscussAtMeeting about={{ subject: "KEY_POINT", id: it.id, words: it.sentence }} />
      </Row>
    </Ruled>
  );
}

type Shown = NonNullable<KeyPointPage["keyPoint"]>;

/** The passages it rests on, so many at a time; those that follow some at an address of their own, without scripts. */
function Passages({ keyPoint: { id, passages } }: { keyPoint: Shown }) {
  const client = useApolloClient();
  const [search] = useSearchParams();
  const { rest, control } = useRest({
    begun: passages,
    most: firstPassages,
    async ask(after) {
      const variables = { id, first: firstPassages, after };
      return (await client.query({ query: following, variables })).data?.keyPoint?.passages;
    },
    to: (after) => paths.keyPoint(id, { after }),
  });
  return (
    <>
      {search.has("after") && (
        <More to={paths.keyPoint(id)} icon="up">
          {m.ui_first_page()}
        </More>
      )}
      <ul className={styles.wide}>
        {[...passages, ...rest].map((passage) => (
          <Verbatim passage={passage} key={passage.id} />
        ))}
      </ul>
      {control}
    </>
  );
}

/** Definition, if written, and place among the other key points. */
function Meaning({ keyPoint }: { keyPoint: Shown }) {
  const { definition, included, excluded, example, parent, children } = keyPoint;
  const written = [
    { name: m.keyPoint_definition(), text: definition },
    { name: m.keyPoint_included(), text: included },
    { name: m.keyPoint_excluded(), text: excluded },
    { name: m.keyPoint_example(), text: example },
  ].filter(({ text }) => text);
  const places = [
    { name: m.keyPoint_parent(), others: parent ? [parent] : [] },
    { name: m.keyPoint_children(), others: children },
  ].filter(({ others }) => others.length);
  if (!written.length && !places.length) return null;
  return (
    <Row heading={m.keyPoint_about()}>
      <dl className={styles.facts}>
        {written.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="verbatim" lang={contentLang()}>
              {text}
            </dd>
          </Fragment>
        ))}
        {places.map(({ name, others }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <ul>
                {others.map(({ id, number, sentence }) => (
                  <li key={id}>
                    <Link to={paths.keyPoint(id)} lang={contentLang()}>
                      {number}. {sentence}
                    </Link>
                  </li>
                ))}
              </ul>
            </dd>
          </Fragment>
        ))}
      </dl>
    </Row>
  );
}
