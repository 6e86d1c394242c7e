import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { DeskAwaiting_query } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Row } from "../../ui/Ruled.tsx";

const fragment: TypedDocumentNode<DeskAwaiting_query> = gql`
  fragment DeskAwaiting_query on Query {
    amendmentsToSettle {
      id
      text
      proposedOn
      proposal {
        id
        slug
        number
      }
    }
    organisationsToConfirm {
      id
      slug
      name
      registeredOn
    }
    proposalsToConfirm {
      id
      slug
      number
      title
      state
    }
    handoversToConfirm {
      id
      ask
      interlocutor {
        id
        name
      }
    }
  }
`;

/**
 * Work of others that waits for the team: proposals and organisations to confirm, amendments to settle, replies of offices to confirm. Renders nothing without
 * any.
 */
export function DeskAwaiting({
  amendmentsToSettle: amendments,
  handoversToConfirm: handovers,
  proposalsToConfirm: proposals,
  organisationsToConfirm: organisations,
}: DeskAwaiting_query) {
  const count = amendments.length + handovers.length + proposals.length + organisations.length;
  if (count === 0) return null;
  return (
    <Row id="awaiting" heading={m.desk_awaiting()} margin={m.desk_awaiting_count({ count })}>
      {proposals.length > 0 && (
        <>
          <h3>{m.desk_awaiting_proposals()}</h3>
          <ul className="flow">
            {proposals.map(({ id, slug, number, title, state }) => (
              <li key={id}>
                <Link to={paths.proposalAdopt(slug)} lang={contentLang()}>
                  {title}
                </Link>
                <div className="quiet">
                  {m.reading_proposal_number({ number })} ·{" "}
                  {state === "DRAFT" ? m.desk_awaiting_DRAFT() : m.desk_awaiting_STABILISED()}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {handovers.length > 0 && (
        <>
          <h3>{m.desk_awaiting_replies()}</h3>
          <ul className="flow">
            {handovers.map(({ id, ask, interlocutor }) => (
              <li key={id}>
                <Link to={`${paths.handover(id)}#team`} lang={contentLang()}>
                  {ask}
                </Link>
                <div className="quiet">{interlocutor.name}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      {organisations.length > 0 && (
        <>
          <h3>{m.organisation_to_confirm()}</h3>
          <ul className="flow">
            {organisations.map(({ id, slug, name, registeredOn }) => (
              <li key={id}>
                <Link to={`${paths.organisation(slug)}#judge`} lang={contentLang()}>
                  {name}
                </Link>
                <div className="quiet">{formatDate(registeredOn)}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      {amendments.length > 0 && (
        <>
          <h3>{m.desk_awaiting_amendments()}</h3>
          <ul className="flow">
            {amendments.map(({ id, text, proposedOn, proposal }) => (
              <li key={id}>
                <Link to={paths.amendment(proposal.slug, id)} lang={contentLang()}>
                  {text}
                </Link>
                <div className="quiet">
                  {m.reading_proposal_number({ number: proposal.number })} · {formatDate(proposedOn)}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Row>
  );
}

DeskAwaiting.fragment = fragment;
