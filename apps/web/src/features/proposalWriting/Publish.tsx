import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  AskToPublishProposal,
  AskToPublishProposalVariables,
  Publish_proposal,
  PublishProposal,
  PublishProposalVariables,
} from "../../graphql/operations.generated.ts";
import { responsesAndRegions } from "../../i18n/vocabulary.ts";
import { SignField, signedName } from "../../shared/SignField.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Recap } from "../../ui/Recap.tsx";
import { useAct } from "../../ui/useAct.ts";
import { partsAsked } from "./Missing.tsx";
import { Publishing } from "./Publishing.tsx";
import styles from "./Workshop.module.css";

const fragment: TypedDocumentNode<Publish_proposal> = gql`
  fragment Publish_proposal on Proposal {
    id
    version
    state
    missing
    peopleCount
    regionCount
    statements {
      id
    }
    objections {
      id
    }
    asks {
      id
    }
    publicationAskedBy
    changedSinceAsked
    publishesAt
    smallTeam
    viewerCan {
      askToPublish
      publish
    }
  }
`;

const askToPublishProposal: TypedDocumentNode<AskToPublishProposal, AskToPublishProposalVariables> = gql`
  mutation AskToPublishProposal($input: AskToPublishProposalInput!) {
    askToPublishProposal(input: $input) {
      ...Form_outcome @unmask
      proposal {
        ...Publish_proposal @unmask
      }
    }
  }
  ${Form.fragment}
  ${fragment}
`;

const publishProposal: TypedDocumentNode<PublishProposal, PublishProposalVariables> = gql`
  mutation PublishProposal($input: PublishProposalInput!) {
    publishProposal(input: $input) {
      ...Form_outcome @unmask
      proposal {
        ...Publish_proposal @unmask
      }
    }
  }
  ${Form.fragment}
  ${fragment}
`;

/** Makes a draft public: read once more, then asked of a second person, who confirms it. */
export function Publish(props: {
  proposal: FragmentType<Publish_proposal>;
  /** Note above it, for a draft. */
  lead?: string;
}) {
  const { data: it } = useSuspenseFragment({ fragment, from: props.proposal });
  const ask = useAct(askToPublishProposal);
  const publish = useAct(publishProposal, ["ProposalEditPage", "ProposalAdoptPage"]);
  const { id, version, changedSinceAsked: changed, smallTeam, viewerCan } = it;
  const asked = it.publicationAskedBy === null ? null : it.publicationAskedBy || m.proposal_somebody();
  // True once this page has shown the wait before publication: now it is public, or the wait was undone.
  const [waited, setWaited] = useState(false);
  if (it.publishesAt !== null && !waited) setWaited(true);
  if (it.state !== "DRAFT")
    return waited ? (
      <Notice tone="done" live>
        {m.proposalWriting_is_public()}
      </Notice>
    ) : null;
  return (
    <section className={styles.last} id="publish" aria-labelledby="make-public">
      <h2 id="make-public">{m.proposal_make_public()}</h2>
      {props.lead && <p className="quiet">{props.lead}</p>}
      <Recap
        lines={[
          [m.proposal_recap_who(), `${m.proposal_recap_everybody()} ${m.proposalWriting_recap_told()}`],
          [
            m.proposal_recap_what(),
            m.proposal_recap_content({
              statements: it.statements.length,
              objections: it.objections.length,
              asks: it.asks.length,
              from: responsesAndRegions(it),
            }),
          ],
          [
            m.proposal_recap_missing(),
            it.missing.length > 0
              ? m.proposalWriting_recap_missing({
                  count: it.missing.length,
                  parts: it.missing.map((part) => partsAsked[part]()).join(", "),
                })
              : m.adoption_whole(),
          ],
          [
            m.proposal_recap_second(),
            smallTeam
              ? m.proposal_recap_small_team()
              : asked
                ? m.proposal_asked_by({ name: asked })
                : m.proposal_recap_second_needed(),
          ],
          [m.proposal_recap_back(), `${m.proposalWriting_recap_undo()} ${m.proposal_recap_back_draft()}`],
        ]}
      />
      {it.publishesAt !== null && <Publishing id={id} publishesAt={it.publishesAt} decidedHere={publish.done} />}
      {waited && it.publishesAt === null && <Notice live>{m.proposalWriting_undone()}</Notice>}
      {asked && changed && <Notice tone="warn">{m.proposal_changed_since({ name: asked })}</Notice>}
      {viewerCan.publish && it.publishesAt === null && (smallTeam || !changed) && (
        <Form
          label={m.reading_publish()}
          problems={publish.problems}
          busy={publish.busy}
          onSubmit={() => void publish.run({ id, version })}
        >
          <Failed because={publish.failed} />
          <Button type="submit" primary>
            {smallTeam ? m.proposal_publish_alone() : m.reading_publish()}
          </Button>
        </Form>
      )}
      {viewerCan.askToPublish && !smallTeam && it.publishesAt === null && (
        <Form
          label={m.proposal_ask_to_publish()}
          problems={ask.problems}
          busy={ask.busy}
          onSubmit={(fields) => void ask.run({ id, version, asked: !asked || changed, name: signedName(fields) })}
        >
          {asked && !changed && !viewerCan.publish && <Notice>{m.proposal_second_awaited()}</Notice>}
          <SignField />
          <Failed because={ask.failed} />
          <Button type="submit" primary={!asked || changed}>
            {!asked ? m.proposal_ask_to_publish() : changed ? m.proposal_ask_again() : m.proposal_ask_no_more()}
          </Button>
        </Form>
      )}
    </section>
  );
}

Publish.fragment = fragment;
