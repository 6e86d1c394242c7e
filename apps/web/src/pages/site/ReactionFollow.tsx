import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { OwnAnswer } from "../../features/curation/OwnAnswer.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import { WithdrawReaction } from "../../features/reaction/WithdrawReaction.tsx";
import type { ReactionFollow_own, TextStatus } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames, reactionNames } from "../../i18n/vocabulary.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import type { Followed } from "./followed.ts";
import { ownText } from "./ownText.tsx";

const fragment: TypedDocumentNode<ReactionFollow_own> = gql`
  fragment ReactionFollow_own on OwnReaction {
    code
    ...OwnText_own @unmask
    reaction {
      id
      kind
      text
      source
      status
      ofPart
      ofPage
      ofVersion
      reactedOn
      reply
    }
  }
  ${ownText}
`;

const statusNames: Partial<Record<TextStatus, () => string>> = {
  VISIBLE: m.reaction_own_VISIBLE,
  HELD: m.reaction_own_HELD,
  HIDDEN: m.reaction_own_HIDDEN,
  WITHDRAWN: m.reaction_own_WITHDRAWN,
};

/** A reaction, for its author: its words, what was ruled of it, and its taking back. */
export function ReactionFollow({ own, address }: Omit<Followed<ReactionFollow_own>, "sent">) {
  const { code, ruling, answered, joined, reaction: it } = own;
  const withdrawn = it.status === "WITHDRAWN";
  return (
    <Ruled>
      <PageHead margin={reactionNames[it.kind]()} title={m.reaction_yours()} lead={<p>{statusNames[it.status]?.()}</p>}>
        <p className="quiet">
          <When date={it.reactedOn} format="long" />
          {it.ofPart && ` · ${partNames[it.ofPart]()}`}
          {it.ofPage && ` · ${m.reaction_page_of({ page: it.ofPage, version: it.ofVersion ?? 1 })}`}
        </p>
      </PageHead>
      {!withdrawn && (
        <Row heading={m.reaction_title()}>
          {ruling && <OwnRuling ruling={ruling} />}
          <p className="verbatim" lang={contentLang()}>
            {it.text}
          </p>
          {it.source && (
            <p className="quiet" lang={contentLang()}>
              {m.reaction_source_of()}
              {m.ui_colon()}
              {it.source}
            </p>
          )}
          {it.reply && (
            <>
              <p className="quiet">{m.reaction_reply()}</p>
              <p lang={contentLang()}>{it.reply}</p>
            </>
          )}
        </Row>
      )}
      <OwnAnswer answered={answered?.isJoined ? answered : null} joined={joined} />
      <Row heading={m.supply_link()}>
        <p>{withdrawn ? m.supply_link_left() : m.reaction_own_lead()}</p>
        <p>
          <code>{address}</code>
        </p>
        <CopyButton text={address} />
        {!withdrawn && <WithdrawReaction code={code} />}
      </Row>
    </Ruled>
  );
}

ReactionFollow.fragment = fragment;
