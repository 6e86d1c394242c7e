import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { HandoverCard_handover } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { HandoverStatus } from "./HandoverStatus.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const fragment: TypedDocumentNode<HandoverCard_handover> = gql`
  fragment HandoverCard_handover on Handover {
    id
    ask
    carrierName
    fictional
    proposal {
      id
      slug
      number
      title
    }
    interlocutor {
      id
      slug
      name
    }
    reply {
      text
    }
    ...HandoverStatus_handover
  }
  ${HandoverStatus.fragment}
`;

interface Props {
  handover: FragmentType<HandoverCard_handover>;
  /** Left out where the page is already about it. */
  without?: "proposal" | "interlocutor";
  /** Acts on the handover. */
  children?: ReactNode;
}

/** A handover on the public board: what was asked of whom, by whom, and what came back. */
export function HandoverCard({ handover, without, children }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "HandoverCard_handover", from: handover });
  const { proposal, interlocutor } = data;
  return (
    <Card as="li">
      <p>
        <HandoverStatus handover={data} />
      </p>
      <h3 lang={contentLang()}>
        <Link to={paths.handover(data.id)}>{data.ask}</Link>
      </h3>
      <p>
        {without !== "interlocutor" && (
          <>
            {m.handover_asked_to()}{" "}
            <TitleLink to={paths.interlocutor(interlocutor.slug)}>{interlocutor.name}</TitleLink>
            {". "}
          </>
        )}
        {m.handover_carried_by({ name: data.carrierName ?? m.handover_carrier_group() })}
      </p>
      {without !== "proposal" && (
        <p className="quiet">
          <Link to={paths.proposal(proposal.slug)}>
            {m.proposal_number(proposal)}
            {m.ui_colon()}
            <span lang={contentLang()}>{proposal.title}</span>
          </Link>
        </p>
      )}
      {data.reply && <Quote text={data.reply.text} />}
      {children}
      {data.fictional && <Fictional />}
    </Card>
  );
}

HandoverCard.fragment = fragment;
