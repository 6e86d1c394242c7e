import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { ProposedWords } from "../../features/amendment/ProposedWords.tsx";
import { FormerRefusal, Outcome } from "../../features/amendment/Outcome.tsx";
import { stateNames, stateTones } from "../../features/amendment/amendment.labels.ts";
import { WithdrawAmendment } from "../../features/amendment/WithdrawAmendment.tsx";
import { OwnAnswer } from "../../features/curation/OwnAnswer.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import { LeaveAddress } from "../../features/listener/LeaveAddress.tsx";
import type { AmendmentFollow_own } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import sheet from "../../ui/difference.css?url";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Style } from "../../ui/Style.tsx";
import type { Followed } from "./followed.ts";
import { ownText } from "./ownText.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const fragment: TypedDocumentNode<AmendmentFollow_own> = gql`
  fragment AmendmentFollow_own on OwnAmendment {
    code
    ...OwnText_own @unmask
    awaits
    amendment {
      id
      state
      part
      before
      text
      why
      settledOn
      settledBy
      status
      statusOn
      answer
      formerRefusal {
        on
        reason
        takenBackOn
        because
      }
      acceptedText
      versionNumber
      promotedTo {
        id
        slug
        number
        title
      }
      proposal {
        id
        mayBeAmended
        slug
        number
        title
      }
    }
  }
  ${ownText}
`;

/** State of an amendment, for its author. */
export function AmendmentFollow({ own, sent, address }: Followed<AmendmentFollow_own>) {
  const { code, ruling, awaits, answered, joined, amendment: it } = own;
  const { proposal, state, status } = it;
  const withdrawn = status === "WITHDRAWN";
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        margin={partNames[it.part]()}
        kicker={<TitleLink to={paths.proposal(proposal.slug)}>{proposal.title}</TitleLink>}
        title={m.amendment_yours()}
      >
        <p>
          <Chip tone={stateTones[state]}>{stateNames[state]()}</Chip>
        </p>
        {sent && (
          <Notice tone="done" live>
            {sent === "held" ? m.amendment_follow_sent_held() : m.amendment_follow_sent()}
          </Notice>
        )}
      </PageHead>
      <Row heading={m.amendment_follow_state()}>
        {status === "HELD" && <p>{m.amendment_status_HELD()}</p>}
        {status === "HIDDEN" && <p>{m.amendment_status_HIDDEN()}</p>}
        {ruling && !withdrawn && <OwnRuling ruling={ruling} />}
        {status === "VISIBLE" && state === "PROPOSED" && (
          <p>{proposal.mayBeAmended ? m.amendment_follow_waits() : m.amendment_closed()}</p>
        )}
        {it.formerRefusal && <FormerRefusal {...it.formerRefusal} />}
        <Outcome slug={proposal.slug} amendment={it} own />
        {status === "VISIBLE" && <More to={paths.amendment(proposal.slug, it.id)}>{m.amendment_follow_public()}</More>}
      </Row>
      {!withdrawn && (
        <Row heading={m.amendment_words()} aside={m.amendment_on_then()}>
          <ProposedWords {...it} />
          <p className="verbatim" lang={contentLang()}>
            {it.why}
          </p>
        </Row>
      )}
      <OwnAnswer answered={answered?.isJoined ? answered : null} joined={joined} />
      {awaits !== null && (
        <Row heading={m.listener_heading()}>
          <LeaveAddress code={code} awaits={awaits} lead={m.listener_lead()} />
        </Row>
      )}
      <Row heading={m.supply_link()}>
        <p>{withdrawn ? m.supply_link_left() : m.supply_link_lead()}</p>
        <p>
          <code>{address}</code>
        </p>
        <CopyButton text={address} />
        <WithdrawAmendment code={code} state={state} withdrawn={withdrawn} />
      </Row>
    </Ruled>
  );
}

AmendmentFollow.fragment = fragment;
