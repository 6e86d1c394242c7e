import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { countedOneByOne } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { HeldBecause, HeldList_text } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { heldFor } from "./moderation.labels.ts";
import styles from "./Moderation.module.css";

const fragment: TypedDocumentNode<HeldList_text> = gql`
  fragment HeldList_text on HeldText {
    id
    status
    since
    because
    alike
    reports {
      reason
      count
    }
    parts {
      name
      text
    }
  }
`;

type Row = FragmentType<HeldList_text> & { id: string; status: string; because: readonly HeldBecause[] };

interface Props {
  texts: readonly Row[];
  /** Id of the text that is open. */
  open: string | null;
  toOf: (id: string) => string;
  /** Number of texts of each list, on all pages. */
  counts: { held: number; reported: number; busy: number };
  /** Ids of those chosen to be ruled on together. */
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  /** Lists that stand under them. */
  children: ReactNode;
}

/** Texts that wait, held ones, reported ones, then those of whoever writes a lot, each a link that opens it beside and a box that chooses it. */
export function HeldList({ texts, open, toOf, counts, chosen, onChoose, children }: Props) {
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const list = (heading: string, count: number, those: readonly Row[]) =>
    those.length > 0 && (
      <section>
        <h2>
          {heading} <Chip>{upToMany(count)}</Chip>
        </h2>
        <ol aria-label={heading}>
          {those.map((text) => (
            <Line
              text={text}
              to={toOf(text.id)}
              open={text.id === open}
              chosen={chosen.has(text.id)}
              onChoose={(on) => choose(text.id, on)}
              key={text.id}
            />
          ))}
        </ol>
      </section>
    );
  return (
    <div className={styles.list}>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={texts.length > 0 && chosen.size === texts.length}
          onChange={({ target }) => onChoose(new Set(target.checked ? texts.map(({ id }) => id) : []))}
        />
        {m.moderation_choose_all()}
      </label>
      {list(
        m.moderation_held_list(),
        counts.held,
        texts.filter(({ status }) => status === "HELD"),
      )}
      {list(
        m.moderation_reported_list(),
        counts.reported,
        texts.filter(({ status, because }) => status !== "HELD" && !because.includes("BUSY")),
      )}
      {list(
        m.moderation_busy_list(),
        counts.busy,
        texts.filter(({ because }) => because.includes("BUSY")),
      )}
      {children}
    </div>
  );
}

HeldList.fragment = fragment;

interface LineProps {
  text: FragmentType<HeldList_text>;
  to: string;
  open: boolean;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}

/** A count as it is shown: « 100+ » where there are more than are counted. */
const upToMany = (count: number) => (count > countedOneByOne ? `${countedOneByOne}+` : count);

function Line({ text, to, open, chosen, onChoose }: LineProps) {
  const { data: it } = useSuspenseFragment({ fragment, from: text });
  return (
    <li>
      <Tick
        checked={chosen}
        aria-label={m.moderation_choose({ words: it.parts[0]?.text.slice(0, 60) ?? "" })}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <Link to={to} aria-current={open ? "true" : undefined} preventScrollReset>
        <span className={styles.clamp} lang={contentLang()}>
          {it.parts[0]?.text}
        </span>
        <small>
          {heldFor(it)} · {formatDate(it.since)}
          {it.alike > 0 &&
            ` · ${(it.because.includes("BUSY") ? m.moderation_busy_too : m.moderation_alike)({ count: it.alike })}`}
        </small>
      </Link>
    </li>
  );
}
