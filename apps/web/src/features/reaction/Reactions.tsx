import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useId, useState } from "react";
import type { ReactionKind, Reactions_reaction, ReactionSubject } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf, reactionNames } from "../../i18n/vocabulary.ts";
import { authorOf } from "../../i18n/voices.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { ReactionForm } from "./ReactionForm.tsx";

const fragment: TypedDocumentNode<Reactions_reaction> = gql`
  fragment Reactions_reaction on Reaction {
    id
    kind
    text
    authorName
    reactedOn
    reply
    fictional
    territory {
      id
      name
    }
  }
`;

interface Props {
  subject: ReactionSubject;
  subjectId: string;
  reactions: readonly (FragmentType<Reactions_reaction> & { id: string; kind: ReactionKind })[];
}

/** What was said of something, and three ways to say more: each opens the same short form. */
export function Reactions({ subject, subjectId, reactions }: Props) {
  const [kind, setKind] = useState<ReactionKind>();
  const [sent, setSent] = useState<"published" | "held">();
  const form = useId();
  const choose = (chosen: ReactionKind) => {
    setSent(undefined);
    setKind(kind === chosen ? undefined : chosen);
  };
  return (
    <>
      <p className="quiet no-print">{m.reaction_invite()}</p>
      <fieldset className="cluster no-print">
        <legend className="visually-hidden">{m.reaction_acts()}</legend>
        {keysOf(reactionNames).map((name) => (
          <Button
            aria-pressed={kind === name}
            aria-controls={kind === name ? form : undefined}
            onClick={() => choose(name)}
            key={name}
          >
            {reactionNames[name]()}
            <Count of={reactions.filter((one) => one.kind === name).length} />
          </Button>
        ))}
      </fieldset>
      {kind && (
        <Card id={form}>
          <ReactionForm
            subject={subject}
            subjectId={subjectId}
            kind={kind}
            onSent={(held) => {
              setKind(undefined);
              setSent(held ? "held" : "published");
            }}
            onCancel={() => setKind(undefined)}
          />
        </Card>
      )}
      {sent && (
        <Notice tone="done" live>
          {sent === "held" ? m.reaction_held() : m.reaction_sent()}
        </Notice>
      )}
      {reactions.length > 0 && (
        <ul className="cards">
          {reactions.map((one) => (
            <Reaction reaction={one} key={one.id} />
          ))}
        </ul>
      )}
    </>
  );
}

const Count = ({ of }: { of: number }) => of > 0 && <b> {of}</b>;

Reactions.fragment = fragment;

function Reaction(props: { reaction: FragmentType<Reactions_reaction> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.reaction });
  return (
    <Card as="li">
      <p className="cluster">
        <Chip>{reactionNames[data.kind]()}</Chip>
        {data.fictional && <Fictional />}
      </p>
      <p className="verbatim" lang={contentLang()}>
        {data.text}
      </p>
      <p className="quiet">
        <b>{authorOf(data)}</b>
        {data.territory && ` · ${data.territory.name}`} · <When date={data.reactedOn} />
      </p>
      {data.reply && (
        <p className="quiet">
          <b>{m.reaction_reply()}</b>
          {m.ui_colon()}
          {data.reply}
        </p>
      )}
    </Card>
  );
}
