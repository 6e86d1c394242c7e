import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestOfTerritory } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { SlideIn } from "../../features/contribution/SlideIn.tsx";
import { TrailState } from "../../features/contribution/TrailState.tsx";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import type {
  FedAfter,
  FedAfterVariables,
  FedRows_fed,
  HandoverState,
  SaidRows_contribution,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { proposalStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Claim } from "../../ui/Claim.tsx";
import { useRest } from "../../ui/useRest.tsx";
import styles from "./Chain.module.css";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

const fed: TypedDocumentNode<FedRows_fed> = gql`
  fragment FedRows_fed on FedProposal {
    proposal {
      id
      slug
      number
      title
      state
      handovers {
        id
        state
        ...HandoverStatus_handover
      }
    }
    passages {
      id
      ...Proof_passage @unmask
    }
  }
  ${HandoverStatus.fragment}
  ${Proof.fragment}
`;

const after: TypedDocumentNode<FedAfter, FedAfterVariables> = gql`
  query FedAfter($slug: String!, $after: ID!) {
    territory(slug: $slug) {
      id
      fed(after: $after) {
        ...FedRows_fed @unmask
      }
    }
  }
  ${fed}
`;

/** True for an ask that was carried to the interlocutor it names. */
export const isCarried = ({ state }: { state: HandoverState }) => state !== "IDENTIFIED";

/** Where an ask stands among the proposals of a territory. */
export const askAnchor = ({ id }: { id: string }) => `ask-${id}`;

/** Rows as they are followed by others. */
const named = (rows: readonly FedRows_fed[]) => rows.map((row) => ({ id: row.proposal.id, row }));

/** Proposals of the whole country, each beside the words from a territory that it stands on. To be selected with `@unmask`. */
export function FedRows({ slug: place, fed: first }: { slug: string; fed: readonly FedRows_fed[] }) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: named(first),
    most: longestOfTerritory,
    async ask(last) {
      const asked = { query: after, variables: { slug: place, after: last }, fetchPolicy: "network-only" } as const;
      return named((await client.query(asked)).data?.territory?.fed ?? []);
    },
  });
  const those = [...first, ...rest.map(({ row }) => row)];
  const proofs = proofsOf(those.map(({ passages }) => passages));
  return (
    <SlideIn>
      <ul>
        {those.map(({ proposal: { id, slug, number, title, state, handovers } }, index) => {
          const carried = handovers.filter(isCarried);
          return (
            <Claim
              id={`p-${number}`}
              said={
                <div className={styles.fed}>
                  <p className="quiet">{m.proposal_number({ number })}</p>
                  <h3 lang={contentLang()}>
                    <Link to={paths.proposal(slug)}>{title}</Link>
                  </h3>
                  <p className="cluster">
                    {carried.map((handover) => (
                      <Link to={paths.handover(handover.id)} id={askAnchor(handover)} key={handover.id}>
                        <HandoverStatus handover={handover} />
                      </Link>
                    ))}
                    {carried.length === 0 && (
                      <Chip tone={state === "OPEN" ? "open" : "neutral"}>{proposalStateNames[state]()}</Chip>
                    )}
                  </p>
                </div>
              }
              proof={<Proof passages={proofs[index]!} />}
              key={id}
            />
          );
        })}
      </ul>
      {control}
    </SlideIn>
  );
}
FedRows.fragment = fed;

const said: TypedDocumentNode<SaidRows_contribution> = gql`
  fragment SaidRows_contribution on Contribution {
    id
    excerpt
    authorName
    nameIsUnverified
    organisationName
    ...TrailState_contribution
  }
  ${TrailState.fragment}
`;

/** Texts of a territory, a line each, with their fate. To be selected with `@unmask`. */
export const SaidRows = ({ contributions }: { contributions: readonly SaidRows_contribution[] }) => (
  <ul className={styles.rows}>
    {contributions.map((contribution) => (
      <li key={contribution.id}>
        <div>
          <Link to={paths.contribution(contribution.id)} lang={contentLang()}>
            {m.territory_quote({ text: beginningOf(contribution.excerpt) })}
          </Link>{" "}
          <b>
            <AuthorLine of={{ ...contribution, territory: null }} />
          </b>
        </div>
        <div>
          <TrailState contribution={contribution} short />
        </div>
      </li>
    ))}
  </ul>
);
SaidRows.fragment = said;

/** Beginning of a text, to the end of a word. */
export const beginningOf = (text: string) => {
  const cut = text.slice(0, 180);
  const end = cut.lastIndexOf(" ");
  return text.length > 180 ? `${(end > 0 ? cut.slice(0, end) : cut).trimEnd()}…` : text;
};
