import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { SlideIn } from "../../features/contribution/SlideIn.tsx";
import { TrailState } from "../../features/contribution/TrailState.tsx";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import type { FedRows_fed, SaidRows_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { proposalStateNames } from "../../i18n/vocabulary.ts";
import { bylineOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Claim } from "../../ui/Claim.tsx";
import styles from "./Chain.module.css";

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

/** Proposals of the whole country, each beside the words from a territory that it stands on. To be selected with `@unmask`. */
export function FedRows({ fed: those }: { fed: readonly FedRows_fed[] }) {
  const proofs = proofsOf(those.map(({ passages }) => passages));
  return (
    <SlideIn>
      <ul>
        {those.map(({ proposal: { id, slug, number, title, state, handovers } }, index) => {
          const carried = handovers.find((handover) => handover.state !== "IDENTIFIED");
          return (
            <Claim
              id={`p-${number}`}
              said={
                <div className={styles.fed}>
                  <p className="quiet">{m.proposal_number({ number })}</p>
                  <h3 lang={contentLang()}>
                    <Link to={paths.proposal(slug)}>{title}</Link>
                  </h3>
                  <p>
                    {carried ? (
                      <HandoverStatus handover={carried} />
                    ) : (
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

/** What is said in a territory, a line each, with how it ended. To be selected with `@unmask`. */
export const SaidRows = ({ contributions }: { contributions: readonly SaidRows_contribution[] }) => (
  <ul className={styles.rows}>
    {contributions.map((contribution) => (
      <li key={contribution.id}>
        <div>
          <Link to={paths.contribution(contribution.id)} lang={contentLang()}>
            {m.territory_quote({ text: beginningOf(contribution.excerpt) })}
          </Link>{" "}
          <b>{bylineOf({ ...contribution, territory: null })}</b>
        </div>
        <div className="quiet">
          <TrailState contribution={contribution} unlinked />
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
