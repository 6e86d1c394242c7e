import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CurationKind, CurationList_item } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Curation.module.css";
import { Waiting } from "./Waiting.tsx";

export const curationItem: TypedDocumentNode<CurationList_item> = gql`
  fragment CurationList_item on CurationItem {
    id
    kind
    text
    about
    authorName
    givenOn
    proposal {
      id
      slug
      number
      title
    }
    title
    path
    near {
      id
      kind
      text
    }
  }
`;

const kindNames: Record<CurationKind, () => string> = {
  SUPPLY: m.curation_kind_SUPPLY,
  AMENDMENT: m.curation_kind_AMENDMENT,
  REACTION: m.curation_kind_REACTION,
};

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

interface Props {
  items: readonly CurationList_item[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  onJoin: (item: CurationList_item) => void;
  busy: boolean;
}

/** Texts that wait for an answer, each a box that chooses it; near ones side by side. */
export function CurationList({ items, chosen, onChoose, onJoin, busy }: Props) {
  return (
    <>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={items.length > 0 && chosen.size === items.length}
          onChange={({ target }) => onChoose(new Set(target.checked ? items.map(({ id }) => id) : []))}
        />
        {m.curation_choose_all()}
      </label>
      <ol className="flow" aria-label={m.curation_list()}>
        {items.map((item) => (
          <Item
            item={item}
            chosen={chosen.has(item.id)}
            onChoose={(on) => {
              const next = new Set(chosen);
              if (on) next.add(item.id);
              else next.delete(item.id);
              onChoose(next);
            }}
            onJoin={() => onJoin(item)}
            busy={busy}
            key={item.id}
          />
        ))}
      </ol>
    </>
  );
}

interface ItemProps {
  item: CurationList_item;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onJoin: () => void;
  busy: boolean;
}

function Item({ item, chosen, onChoose, onJoin, busy }: ItemProps) {
  const { kind, text, about, givenOn, proposal, title, path, near } = item;
  const kindName = proposal ? kindNames[kind]() : m.vocabulary_reaction_QUESTION();
  const act = actOf(item);
  return (
    <Card as="li">
      <div className={styles.head}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={`${m.curation_choose()}${m.ui_colon()}${text.slice(0, 60)}`}
          onChange={({ target }) => onChoose(target.checked)}
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
        <Chip tone="open">{kindName}</Chip>
      </div>
      {(about !== null || !near) && <Waiting kind={kind} text={text} about={about} />}
      <p className="quiet">
        {authorOf(item)} · <When date={givenOn} />
      </p>
      {near && (
        <div className="flow">
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
          <p className="cluster">
            <Button small disabled={busy} onClick={onJoin}>
              {m.curation_join()}
            </Button>
            <span className="quiet">{m.curation_join_help()}</span>
          </p>
        </div>
      )}
      <p>
        <ButtonLink small to={act.to}>
          {act.label}
        </ButtonLink>
      </p>
    </Card>
  );
}
