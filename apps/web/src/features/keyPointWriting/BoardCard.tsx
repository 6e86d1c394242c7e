import { m } from "@cahier/schema/messages";
import { Link, useSearchParams } from "react-router-dom";
import type { Board_keyPoint, CardAgreement_agreement } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Swatch } from "./Swatch.tsx";
import type { Asked } from "./Board.tsx";
import styles from "./Board.module.css";
import { CardAgreement } from "./CardAgreement.tsx";
import { ChoosePlace } from "./ChoosePlace.tsx";
import { NatureSign } from "../../shared/NatureSign.tsx";
import { useShow } from "./useShow.ts";
import { quoted } from "../../ui/quoted.ts";

interface Props {
  keyPoint: Board_keyPoint;
  /** Agreement of two readers on it; null if no text was read twice. */
  agreement: CardAgreement_agreement | undefined;
  /** The one it stands under, where that is not seen. */
  isUnder: { sentence: string } | null;
  /** The act begun with it, or with a card that was dropped on it. */
  asked: Asked | null;
  /** The key point that it is done with. */
  of: Board_keyPoint | undefined;
  places: (act: Asked["act"]) => readonly Board_keyPoint[];
  onAsk: (asked: Asked) => void;
  onClose: () => void;
  onMerge: (it: Board_keyPoint, intoId: string) => void;
  onNest: (it: Board_keyPoint, parentId: string | null) => void;
  busy: boolean;
}

const dragged = "text/key-point";

/** A key point with two of its quotes: its sentence opens the whole of it. */
export function BoardCard({
  keyPoint,
  agreement,
  isUnder,
  asked,
  of,
  places,
  onAsk,
  onClose,
  onMerge,
  onNest,
  busy,
}: Props) {
  const { id, sentence, nature, state, color, quotes, viewerCan } = keyPoint;
  const [search] = useSearchParams();
  const show = useShow();
  const isTarget = asked?.onto === id;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is beside the keys of its link
    <article
      className={styles.card}
      data-card={id}
      data-state={state}
      data-target={isTarget || undefined}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(dragged, id);
        dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => event.dataTransfer.types.includes(dragged) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const from = event.dataTransfer.getData(dragged);
        if (from && from !== id) onAsk({ act: "merge", id: from, onto: id });
      }}
    >
      <h3>
        <NatureSign nature={nature} />
        <Link
          to={show(id)}
          preventScrollReset
          draggable={false}
          aria-current={search.get("key-point") === id || undefined}
          id={`in-list-${id}`}
          lang={contentLang()}
        >
          {sentence}
        </Link>
        {color && <Swatch color={color} />}
      </h3>
      <p className={styles.standing}>{peopleAndRegions(keyPoint)}</p>
      {quotes.length > 0 && (
        <ul className={styles.quotes} lang={contentLang()}>
          {quotes.map(({ id: key, quote }) => (
            <li key={key}>{quoted(quote)}</li>
          ))}
        </ul>
      )}
      {agreement && <CardAgreement of={agreement} />}
      {isUnder && (
        <p className="quiet" lang={contentLang()}>
          {m.keyPointWriting_under(isUnder)}
        </p>
      )}
      {state === "WORKING" && (
        <p className="quiet">{viewerCan.state ? m.keyPointWriting_can_state() : m.keyPointWriting_second_missing()}</p>
      )}
      {asked && !asked.onto && (
        <ChoosePlace
          act={asked.act}
          places={places(asked.act)}
          canStandAlone={!!keyPoint.parent}
          busy={busy}
          onClose={onClose}
          onChoose={(to) => (asked.act === "merge" ? to && onMerge(keyPoint, to) : onNest(keyPoint, to))}
        />
      )}
      {isTarget && of && (
        <fieldset className={styles.ask}>
          <legend>{m.keyPointWriting_dropped({ sentence: of.sentence })}</legend>
          <p className="cluster">
            <Button small data-first disabled={busy} onClick={() => onMerge(of, id)}>
              {m.keyPointWriting_merge_do()}
            </Button>
            <Button small disabled={busy} onClick={() => onNest(of, id)}>
              {m.keyPointWriting_nest_do()}
            </Button>
            <Button small onClick={onClose}>
              {m.keyPointWriting_leave_it()}
            </Button>
          </p>
        </fieldset>
      )}
    </article>
  );
}
