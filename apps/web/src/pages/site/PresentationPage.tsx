import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { ended } from "@cahier/schema/text/ended";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofOf } from "../../features/passage/proof.ts";
import { PublicFiles } from "../../features/production/PublicFiles.tsx";
import sheet from "../../features/production/presentation.css?url";
import type { PresentationPage, PresentationPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang, pageLang } from "../../i18n/content.ts";
import { partNames, proposalStateNames, responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Style } from "../../ui/Style.tsx";
import { GroupLink } from "../../shared/GroupLink.tsx";

const query: TypedDocumentNode<PresentationPage, PresentationPageVariables> = gql`
  query PresentationPage($group: String, $after: String) {
    group(slug: $group) {
      id
      slug
      name
      finalGoal
      fictional
      productions {
        id
        ...PublicFiles_production @unmask
      }
      presentation(first: 12, after: $after) {
        states {
          state
          count
        }
        nodes {
          id
          slug
          number
          title
          summary
          state
          peopleCount
          regionCount
          statements(part: MEASURE) {
            id
            text
            passages(first: 6) {
              id
              ...Proof_passage @unmask
            }
          }
          examples {
            id
            initiative {
              id
              slug
              name
            }
          }
          asks {
            id
            text
            interlocutor {
              id
              slug
              name
            }
          }
          handovers {
            id
            interlocutor {
              id
              name
            }
            reply {
              text
            }
            ...HandoverStatus_handover
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
  ${Proof.fragment}
  ${HandoverStatus.fragment}
  ${PublicFiles.fragment}
`;

type Proposal = NonNullable<PresentationPage["group"]>["presentation"]["nodes"][number];

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  return preload(args, query, { group: params.get("group"), after: params.get("after") }, "group");
};

/** The concrete proposals of a group, for a room or a telephone: each in a sentence, then what carries it and what came of it. */
export function Component() {
  const { name, slug, finalGoal, fictional, presentation, productions } =
    useReadQuery(useLoaderData<typeof loader>()).data.group!;
  const [params] = useSearchParams();
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        margin={m.proposal_count({ count: presentation.states.reduce((sum, { count }) => sum + count, 0) })}
        kicker={<GroupLink slug={slug} name={name} />}
        title={m.production_presentation_title()}
        lead={<p lang={contentLang()}>{ended(finalGoal)}</p>}
      >
        <div className="cluster">
          <ShareButton title={m.production_presentation_title()} />
          <PrintButton />
          {fictional && <Fictional />}
        </div>
      </PageHead>
      {presentation.nodes.length === 0 && (
        <Row>
          <Empty title={m.proposal_none_yet()}>
            <p>{m.proposal_none_yet_text()}</p>
            <More to={paths.contributions()}>{m.contribution_title()}</More>
          </Empty>
        </Row>
      )}
      {presentation.nodes.map((proposal) => (
        <Presented proposal={proposal} key={proposal.id} />
      ))}
      {(presentation.pageInfo.hasNextPage || params.has("after")) && (
        <Row>
          <Pager pageInfo={presentation.pageInfo} label={m.production_presentation_title()} />
        </Row>
      )}
      {productions.length > 0 && (
        <Row heading={m.production_public_files()}>
          <PublicFiles productions={productions} />
        </Row>
      )}
      <Row>
        <div className="cluster no-print">
          <More to={paths.proposals()}>{m.production_presentation_all()}</More>
          <More to={paths.handovers()}>{m.handover_title()}</More>
        </div>
      </Row>
    </Ruled>
  );
}

/** One proposal: its sentences, the words behind them, places where it is done already; requests to offices, and replies. */
const Presented = ({ proposal: it }: { proposal: Proposal }) => {
  const words = proofOf(it.statements.flatMap(({ passages }) => passages));
  // Asks in so many words first; an office whose ask is still to be written, after.
  const asks = it.asks.toSorted((a, b) => Number(!a.text) - Number(!b.text));
  return (
    <Row
      margin={
        <span className="presentation-number">
          <span className="visually-hidden">{m.proposal_number(it)}</span>
          <span aria-hidden="true">{it.number}</span>
        </span>
      }
      note={responsesAndRegions(it)}
    >
      <article className="presentation-proposal" aria-label={it.title}>
        <h2>
          <Link to={paths.proposal(it.slug)} lang={contentLang()}>
            {it.title}
          </Link>
        </h2>
        <p className="presentation-summary" lang={contentLang()}>
          {it.summary}
        </p>
        <div className="cluster">
          <Chip tone={it.state === "ADOPTED" ? "done" : "neutral"}>{proposalStateNames[it.state]()}</Chip>
        </div>
        <dl className="presentation-facts">
          {it.statements.length > 0 && (
            <>
              <dt>{partNames.MEASURE()}</dt>
              <dd lang={contentLang()}>
                {it.statements.map(({ id, text }) => (
                  <p key={id}>{text}</p>
                ))}
              </dd>
            </>
          )}
          {words.length > 0 && (
            <>
              <dt>{m.proposal_words()}</dt>
              <dd>
                <Proof passages={words} />
              </dd>
            </>
          )}
          {it.examples.length > 0 && (
            <>
              <dt>{m.proposal_examples()}</dt>
              <dd lang={contentLang()}>
                <ul className="presentation-line">
                  {it.examples.map(({ id, initiative: { slug, name } }) => (
                    <li key={id}>
                      <Link to={paths.initiative(slug)}>{name}</Link>
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          <dt>{m.production_presentation_asked()}</dt>
          <dd lang={contentLang()}>
            {asks.length === 0 && <span className="quiet">{m.production_presentation_nobody()}</span>}
            <ul>
              {asks.map(({ id, text, interlocutor: { slug, name } }) => (
                <li key={id}>
                  <Link to={paths.interlocutor(slug)}>{name}</Link>
                  {text && `${m.ui_colon()}${text}`}
                </li>
              ))}
            </ul>
          </dd>
          <dt>{m.production_presentation_replied()}</dt>
          <dd>
            {it.handovers.length === 0 && <span className="quiet">{m.proposal_handovers_none()}</span>}
            <ul>
              {it.handovers.map((handover) => (
                <li key={handover.id}>
                  <Link to={paths.handover(handover.id)} lang={contentLang()}>
                    {handover.interlocutor.name}
                    <span className="visually-hidden" lang={pageLang()}>
                      {m.ui_colon()}
                      {m.production_presentation_replied()}
                    </span>
                  </Link>{" "}
                  <HandoverStatus handover={handover} />
                  {handover.reply && (
                    <blockquote lang={contentLang()}>
                      <p>{handover.reply.text}</p>
                    </blockquote>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </article>
    </Row>
  );
};
