import { m } from "@cahier/schema/messages";
import { useId, useState } from "react";
import { Link } from "react-router-dom";
import type { ReactionKind } from "../../graphql/operations.generated.ts";
import { keysOf, reactionNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ReactionCard } from "./ReactionCard.tsx";
import { useOwnReactions } from "./ownReactions.ts";
import { ReactionForm } from "./ReactionForm.tsx";
import { type Reacted, ReactionList } from "./ReactionList.tsx";

interface Props extends Reacted {
  /** Why nothing more can be said of it. */
  closed?: string | false;
  /** Number of its pages, where one may speak of one of them. */
  pages?: number | null;
}

/** Reactions to a subject, and the kinds of new ones. */
export const Reactions = (props: Props) => (
  <>
    <ReactionActs {...props} />
    <ReactionList {...props} />
  </>
);

/** The kinds of reactions: each opens the same short form. */
export function ReactionActs({ subject, subjectId, reactions, closed, pages }: Props) {
  const [kind, setKind] = useState<ReactionKind>();
  const [sent, setSent] = useState<"published" | "held">();
  const own = useOwnReactions(subjectId);
  const form = useId();
  const choose = (chosen: ReactionKind) => {
    setSent(undefined);
    setKind(kind === chosen ? undefined : chosen);
  };
  return (
    <>
      <p className="quiet no-print">{closed || m.reaction_invite()}</p>
      {!closed && (
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
              <Count of={reactions.filter((one) => one.kind === name && !one.hiddenFor).length} />
            </Button>
          ))}
        </fieldset>
      )}
      {kind && (
        <Card id={form}>
          <ReactionForm
            subject={subject}
            subjectId={subjectId}
            kind={kind}
            pages={pages}
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
      {own.length > 0 && (
        <ul className="plain no-print">
          {own.map((code) => (
            <li key={code}>
              {m.reaction_yours()}
              {m.ui_colon()}
              <Link to={paths.proposalFollow(code)}>{m.reaction_own_link()}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const Count = ({ of }: { of: number }) => of > 0 && <b> {of}</b>;

Reactions.fragment = ReactionCard.fragment;
