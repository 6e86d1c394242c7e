import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CurationKind, CurationList_item } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { daysSince } from "../../shared/daysSince.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Key } from "../../ui/Key.tsx";
import { More } from "../../ui/More.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Curation.module.css";
import type { LineActs } from "./CurationList.tsx";
import { InPlace, type Opened } from "./InPlace.tsx";
import { Waiting } from "./Waiting.tsx";
import { Author } from "../../shared/Author.tsx";

const kindNames: Record<CurationKind, () => string> = {
  SUPPLY: m.curation_kind_SUPPLY,
  AMENDMENT: m.curation_kind_AMENDMENT,
  REACTION: m.curation_kind_REACTION,
};

/** The act that tells an author why, of each kind. */
const answerNames: Record<CurationKind, () => string> = {
  SUPPLY: m.curation_not_taken,
  AMENDMENT: m.curation_refuse,
  REACTION: m.curation_reply,
};

/** True for an amendment that may enter the text from here: the sentence is still the one it was written for. */
export const mayAccept = ({ amendment, about }: CurationList_item) =>
  !!amendment?.viewerCan.settle && (about === null || amendment.statement?.text === about);

/** The place where a text is taken up, settled or read. */
function actOf({ id, kind, path, proposal }: CurationList_item) {
  if (!proposal) return { to: path!, label: m.curation_see() };
  const { slug } = proposal;
  return {
    SUPPLY: { to: `${paths.proposalEdit(slug)}#supplies`, label: m.curation_take_up() },
    AMENDMENT: { to: paths.amendment(slug, id.slice(id.indexOf(":") + 1)), label: m.curation_settle() },
    REACTION: { to: `${paths.proposal(slug)}#reactions`, label: m.curation_see() },
  }[kind];
}

interface Props extends LineActs {
  item: CurationList_item;
  chosen: boolean;
  onChosen: (on: boolean) => void;
  /** The act that is open in it. */
  opened: Opened["act"] | null;
  onOpen: (act: Opened["act"] | null) => void;
  /** True for the one in hand: its keys are drawn. */
  drawn: boolean;
}

/** A text that waits, with its acts; a near one beside it. */
export function CurationLine({ item, chosen, onChosen, opened, onOpen, drawn, ...acts }: Props) {
  const { kind, text, about, givenOn, proposal, title, path, near } = item;
  const kindName = proposal ? kindNames[kind]() : m.vocabulary_reaction_QUESTION();
  const { to, label } = actOf(item);
  const toggle = (act: Opened["act"]) => onOpen(opened === act ? null : act);
  const accepts = mayAccept(item);
  return (
    <Card>
      <div className={styles.head}>
        <Tick
          checked={chosen}
          aria-label={`${m.curation_choose()}${m.ui_colon()}${text.slice(0, 60)}`}
          onChange={({ target }) => onChosen(target.checked)}
        />
        <p>
          {proposal ? (
            <>
              <Link to={paths.proposal(proposal.slug)}>{m.reading_proposal_number(proposal)}</Link>{" "}
              <span className="quiet" lang={contentLang()}>
                {proposal.title}
              </span>
            </>
          ) : (
            <Link to={path!} lang={contentLang()}>
              {title ?? m.curation_see()}
            </Link>
          )}
        </p>
        <Chip tone="open">{m.curation_waits({ kind: kindName, count: daysSince(givenOn) })}</Chip>
      </div>
      {(about !== null || !near) && <Waiting kind={kind} text={text} about={about} />}
      {item.amendment?.why && <p lang={contentLang()}>{item.amendment.why}</p>}
      <p className="quiet">
        <Author of={item} /> · <When date={givenOn} />
      </p>
      {near && (
        <div className={styles.near}>
          <div>
            <small>{kindNames[kind]()}</small>
            <p className="verbatim" lang={contentLang()}>
              {text}
            </p>
          </div>
          <div>
            <small>
              {m.curation_near()} · {kindNames[near.kind]()}
            </small>
            <p className="verbatim" lang={contentLang()}>
              {near.text}
            </p>
          </div>
        </div>
      )}
      <div className={styles.acts}>
        {near && (
          <Button small primary disabled={acts.busy} onClick={() => acts.onJoin(item)} aria-keyshortcuts="M">
            {m.curation_join()} {drawn && <Key>M</Key>}
          </Button>
        )}
        {accepts && (
          <>
            <Button
              small
              primary={!near}
              aria-expanded={opened === "accept"}
              onClick={() => toggle("accept")}
              aria-keyshortcuts="A"
            >
              {m.curation_accept()} {drawn && <Key>A</Key>}
            </Button>
            <Button small aria-expanded={opened === "change"} onClick={() => toggle("change")}>
              {m.curation_accept_changed()}
            </Button>
          </>
        )}
        {kind === "SUPPLY" && (
          <ButtonLink small primary={!near} to={to}>
            {label}
          </ButtonLink>
        )}
        <Button small aria-expanded={opened === "answer"} onClick={() => toggle("answer")}>
          {answerNames[kind]()}
        </Button>
        {kind !== "SUPPLY" && <More to={to}>{accepts ? m.amendment_promote() : label}</More>}
        {near && <span className="quiet">{m.curation_join_help()}</span>}
      </div>
      {opened && (
        <InPlace
          item={item}
          act={opened}
          label={{ accept: m.curation_accept, change: m.curation_accept_changed, answer: answerNames[kind] }[opened]()}
          onClose={() => onOpen(null)}
          {...acts}
          key={opened}
        />
      )}
    </Card>
  );
}
