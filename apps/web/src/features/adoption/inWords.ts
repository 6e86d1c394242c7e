import { m } from "@cahier/schema/messages";
import type { ProposalToAdopt } from "./proposalToAdopt.ts";

type Recorded = NonNullable<ProposalToAdopt["recordedAdoption"]>["decision"];

/** « 9 personnes présentes : Bretagne 7, Guyane 2 » */
export const presentIn = (presence: Recorded["presence"]) =>
  `${m.adoption_present({ count: presence.reduce((sum, { people }) => sum + people, 0) })}${m.ui_colon()}${presence
    .map(({ territory, people }) => `${territory.name} ${people}`)
    .join(", ")}`;

/** Way in which it was decided, with its counts. */
export const decidedHow = ({ method, votesFor, votesAgainst, abstentions, quorum }: Recorded) => {
  const how =
    method === "CONSENT"
      ? m.adoption_by_consent()
      : m.adoption_by_vote({ votesFor: votesFor!, votesAgainst: votesAgainst!, abstentions: abstentions! });
  return quorum === null ? how : `${how} ${m.adoption_quorum_was({ quorum })}`;
};
