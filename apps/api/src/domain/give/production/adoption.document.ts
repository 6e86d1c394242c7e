import { m } from "@cahier/schema/messages";
import type { MinorityPositionKind } from "../../../graphql/resolvers.generated.ts";
import { type Block, heading, paragraph } from "../../../platform/files/writing/writing.ts";
import type { AdoptionFacts, Position } from "./adoption.ts";
import { signersIn } from "../../propose/minority/signers.ts";
import { bulleted, inWords, locale, named } from "./production.words.ts";

type Adopted = NonNullable<AdoptionFacts["adoption"]>;

/** « Adoptée le 20 juin 2012, Réunion 3, par consentement. » */
export function adoptedInWords({ decidedOn, meeting, method, ...it }: Adopted): string {
  const how =
    method === "CONSENT"
      ? m.adoption_by_consent({}, locale)
      : m.adoption_by_vote(
          { votesFor: it.votesFor ?? 0, votesAgainst: it.votesAgainst ?? 0, abstentions: it.abstentions ?? 0 },
          locale,
        );
  const quorum = it.quorum === null ? "" : ` ${m.adoption_quorum_was({ quorum: it.quorum }, locale)}`;
  return `${m.adoption_adopted_on({ date: inWords(decidedOn) }, locale)} ${meeting}, ${how}${quorum}`;
}

/** Adoption of a proposal: date, people by territory, the frozen words and their hash; then the errata since. */
export const adoptionBlocks = ({ adoption, errata }: AdoptionFacts): Block[] =>
  adoption
    ? [
        heading(2, m.adoption_heading({}, locale)),
        paragraph(adoptedInWords(adoption)),
        ...presentOf(adoption),
        ...(adoption.note ? [paragraph(adoption.note)] : []),
        paragraph(`${m.adoption_frozen({ version: adoption.versionNumber }, locale)} ${adoption.hash}`, "quiet"),
        ...(errata.length
          ? [
              heading(3, m.adoption_errata({}, locale)),
              bulleted(errata.map(({ addedOn, text }) => named(inWords(addedOn), text))),
            ]
          : []),
      ]
    : [];

/** The errata of an adopted text in one line: what gives its words out gives these with them. */
export const errataLine = ({ adoption, errata }: AdoptionFacts): Block[] =>
  adoption && errata.length
    ? [paragraph(named(m.adoption_errata({}, locale), errata.map(({ text }) => text).join(" ; ")))]
    : [];

function presentOf({ present, places }: Adopted): Block[] {
  const where = places.map(({ name, people }) => `${name} (${m.meeting_at_least({ people }, locale)})`).join(", ");
  const all = m.adoption_present({ count: present }, locale);
  return [paragraph(where ? `${all}${m.ui_colon({}, locale)}${where}` : all)];
}

/** Positions beside the text, each with its holders; no editor can leave them out. */
export const minorityBlocks = ({ minorityPositions }: AdoptionFacts): Block[] =>
  kinds.flatMap(([kind, title]) => {
    const those = minorityPositions.filter((position) => position.kind === kind);
    return those.length
      ? [
          heading(2, title({}, locale)),
          ...those.flatMap((position) => [paragraph(position.text), paragraph(holdersOf(position), "quiet")]),
        ]
      : [];
  });

const kinds: [MinorityPositionKind, typeof m.minority_title][] = [
  ["MINORITY", m.minority_title],
  ["RESERVE", m.proposal_reserves],
  ["LOCAL_VARIANT", m.proposal_variants],
];

const holdersOf = ({ region, signedBy }: Pick<Position, "region" | "signedBy">) =>
  region === null
    ? m.minority_signed({ names: signersIn(signedBy, locale) }, locale)
    : m.minority_region({ name: region }, locale);
