import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Reactions_reaction, StatementPart } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames, reactionNames } from "../../i18n/vocabulary.ts";
import { authorOf } from "../../i18n/voices.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { Verified } from "../../shared/Verified.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { Author } from "../../shared/Author.tsx";

/** Lists of them say `Reactions_reaction`: what they show is this card. */
const fragment: TypedDocumentNode<Reactions_reaction> = gql`
  fragment Reactions_reaction on Reaction {
    id
    kind
    text
    source
    ofPage
    ofVersion
    authorName
    nameIsUnverified
    reactedOn
    reply
    hiddenFor
    fictional
    organisation {
      ...Verified_organisation @unmask
    }
    territory {
      id
      name
    }
  }
  ${Verified.fragment}
`;

interface Props {
  reaction: FragmentType<Reactions_reaction>;
  /** The part of a proposal that it is about. */
  part?: StatementPart | null | undefined;
}

/** Reaction, as an item of a list of class `cards`, with an anchor of its own. */
export function ReactionCard({ part, ...props }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Reactions_reaction", from: props.reaction });
  if (data.hiddenFor)
    return (
      <Card as="li" id={data.id}>
        <HiddenPlace because={data.hiddenFor} />
      </Card>
    );
  return (
    <Card as="li" id={data.id}>
      <p className="cluster">
        <Chip>{reactionNames[data.kind]()}</Chip>
        {data.ofPage !== null && <Chip>{m.reaction_page_of({ page: data.ofPage, version: data.ofVersion ?? 1 })}</Chip>}
        {part && <Chip>{partNames[part]()}</Chip>}
        {data.fictional && <Fictional />}
      </p>
      <p className="verbatim" lang={contentLang()}>
        {data.text}
      </p>
      {data.source && (
        <p className="quiet" lang={contentLang()}>
          {m.reaction_source_of()}
          {m.ui_colon()}
          <Source text={data.source} />
        </p>
      )}
      <p className="quiet">
        <b>
          <Author of={data} />
        </b>
        <Verified organisation={data.organisation} />
        {data.territory && ` · ${data.territory.name}`} · <When date={data.reactedOn} />
      </p>
      {data.reply && (
        <p className="quiet">
          <b>{m.reaction_reply()}</b>
          {m.ui_colon()}
          <span lang={contentLang()}>{data.reply}</span>
        </p>
      )}
      <Report kind="REACTION" textId={data.id} of={authorOf(data)} />
    </Card>
  );
}

/** The place where it was read: a link where it is one, once a moderator has let it through. */
const Source = ({ text }: { text: string }) =>
  /^https?:\/\/\S+$/.test(text) ? (
    <a href={text} rel="nofollow ugc noopener">
      {text}
    </a>
  ) : (
    text
  );

ReactionCard.fragment = fragment;
