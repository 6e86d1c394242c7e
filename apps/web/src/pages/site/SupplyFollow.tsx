import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Trail } from "../../features/contribution/Trail.tsx";
import { LeaveAddress } from "../../features/listener/LeaveAddress.tsx";
import { OwnAnswer } from "../../features/curation/OwnAnswer.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import { callFor } from "../../features/supply/slots.ts";
import { Withdraw } from "../../features/supply/Withdraw.tsx";
import type { SupplyFollow_own } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import type { Followed } from "./followed.ts";
import { ownText } from "./ownText.tsx";

const fragment: TypedDocumentNode<SupplyFollow_own> = gql`
  fragment SupplyFollow_own on OwnSupply {
    code
    ...OwnText_own @unmask
    awaits
    supply {
      id
      slot
      source
      proposal {
        id
        slug
        number
        title
      }
      contribution {
        id
        body
        status
        ...Trail_contribution
      }
    }
  }
  ${Trail.fragment}
  ${ownText}
`;

const states: Partial<Record<string, () => string>> = {
  HELD: m.supply_status_HELD,
  HIDDEN: m.supply_status_HIDDEN,
  UNPUBLISHED: m.supply_status_UNPUBLISHED,
  WITHDRAWN: m.supply_status_WITHDRAWN,
};

/** State of a supply to a proposal, for its author. */
export function SupplyFollow({
  own: { code, ruling, awaits, answered, joined, supply },
  sent,
  address,
}: Followed<SupplyFollow_own>) {
  const { contribution, proposal, slot, source } = supply;
  return (
    <Ruled>
      <PageHead kicker={m.proposal_number(proposal)} title={m.supply_yours()} lead={<p>{callFor(slot)}</p>}>
        <More to={paths.proposal(proposal.slug)}>
          <span lang={contentLang()}>{proposal.title}</span>
        </More>
      </PageHead>
      <Row heading={m.supply_words()}>
        {sent && (
          <Notice tone="done" live>
            {sent === "held" ? m.supply_sent_held() : m.supply_sent()}
          </Notice>
        )}
        {contribution.body && (
          <blockquote className="verbatim" lang={contentLang()}>
            {contribution.body}
          </blockquote>
        )}
        {source && <p className="quiet">{m.supply_source_is({ source })}</p>}
        {ruling && contribution.status !== "WITHDRAWN" && <OwnRuling ruling={ruling} />}
        {states[contribution.status] && <p>{states[contribution.status]!()}</p>}
      </Row>
      <OwnAnswer answered={answered} joined={joined} />
      <Row heading={m.supply_standing()}>
        <Trail contribution={contribution} />
      </Row>
      {awaits !== null && (
        <Row heading={m.listener_heading()}>
          <LeaveAddress code={code} awaits={awaits} lead={m.listener_lead_supply()} />
        </Row>
      )}
      <Row heading={m.supply_link()}>
        <p>{contribution.status === "WITHDRAWN" ? m.supply_link_left() : m.supply_link_lead()}</p>
        <p>
          <code>{address}</code>
        </p>
        <CopyButton text={address} />
        {contribution.status !== "WITHDRAWN" && <Withdraw code={code} />}
      </Row>
    </Ruled>
  );
}

SupplyFollow.fragment = fragment;
