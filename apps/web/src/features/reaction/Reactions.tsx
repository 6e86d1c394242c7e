import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router-dom";
import type { StatementPart } from "../../graphql/operations.generated.ts";
import { keysOf, reactionNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { useLinksAbout } from "../../shared/ownLinks.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useKeptBefore } from "../../ui/useKeptBefore.ts";
import { keptReaction } from "./keptReaction.ts";
import styles from "./Reactions.module.css";
import { ReactionCard } from "./ReactionCard.tsx";
import { ReactionForm } from "./ReactionForm.tsx";
import { type Reacted, ReactionList } from "./ReactionList.tsx";

interface Props extends Reacted {
  /** Why nothing more can be said of it. */
  closed?: string | false;
  /** Number of its pages, where one may speak of one of them. */
  pages?: number | null;
  /** Its parts, where one may speak of one of them. */
  parts?: readonly StatementPart[];
  /** Other ways to speak of it: a form in place, that begins with what was typed, or a page. */
  others?: readonly Other[];
  /** Beginning of the names under which what is typed in their forms is kept on the device, before their key. */
  keptOthers?: string;
  /** The key of each of the first ways, drawn beside it. */
  renderKey?: (at: number) => ReactNode;
}

interface Other {
  key: string;
  name: string;
  to?: string;
  renderForm?: (begun: string) => ReactNode;
}

/** Reactions to a subject, and the kinds of new ones. */
export const Reactions = (props: Props) => (
  <>
    <ReactionActs {...props} />
    <ReactionList {...props} />
  </>
);

/**
 * One control for all the ways to speak of something, each opening its short form in its place: words that are typed
 * follow from one to the other.
 */
export function ReactionActs({
  subject,
  subjectId,
  reactions,
  closed,
  pages,
  parts,
  others = [],
  keptOthers,
  renderKey,
}: Props) {
  // Words that were kept are in sight, until one chooses.
  const keptKind = useKeptBefore(keptReaction(subject, subjectId));
  const keptOther = useKeptBefore(keptOthers);
  const [chosenWay, setWay] = useState<string | null>();
  const way = closed ? null : chosenWay === undefined ? (keptKind ?? keptOther) : chosenWay;
  const [begun, setBegun] = useState("");
  const [sent, setSent] = useState<"published" | "held">();
  const own = useLinksAbout("reactions", subjectId);
  const form = useId();
  const kind = keysOf(reactionNames).find((name) => name === way);
  const other = others.find(({ key }) => key === way);
  const choose = (chosen: string) => {
    const typed = document.getElementById(form)?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    setBegun(typed?.value ?? begun);
    setSent(undefined);
    setWay(way === chosen ? null : chosen);
  };
  const press = (name: string) => ({
    "aria-pressed": way === name,
    "aria-controls": way === name ? form : undefined,
    onClick: () => choose(name),
  });
  return (
    <>
      <p className="quiet no-print">{closed || m.reaction_invite()}</p>
      {!closed && (
        <fieldset className={`${styles.ways} no-print`}>
          <legend className="visually-hidden">{m.reaction_acts()}</legend>
          {keysOf(reactionNames).map((name, at) => (
            <Button small {...press(name)} key={name}>
              {reactionNames[name]()}
              {/* A list that was cut would tell of too few. */}
              {reactions.length < longestList && (
                <Count of={reactions.filter((one) => one.kind === name && !one.hiddenFor).length} />
              )}
              {renderKey?.(at)}
            </Button>
          ))}
          {others.map(({ key, name, to }) =>
            to ? (
              <ButtonLink small to={to} key={key}>
                {name}
              </ButtonLink>
            ) : (
              <Button small {...press(key)} key={key}>
                {name}
              </Button>
            ),
          )}
        </fieldset>
      )}
      {(kind || other) && (
        <Card id={form}>
          {kind ? (
            <ReactionForm
              subject={subject}
              subjectId={subjectId}
              kind={kind}
              pages={pages}
              parts={parts}
              begun={begun}
              isBack={chosenWay === undefined}
              onSent={(held) => {
                setWay(null);
                setBegun("");
                setSent(held ? "held" : "published");
              }}
              onCancel={() => setWay(null)}
            />
          ) : (
            other?.renderForm?.(begun)
          )}
        </Card>
      )}
      {sent && (
        <Notice tone="done" live>
          {sent === "held" ? m.reaction_held() : m.reaction_sent()}
        </Notice>
      )}
      {own.length > 0 && (
        <ul className="plain no-print">
          {own.map(({ code }) => (
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
