import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./Board.module.css";

interface Props {
  act: "merge" | "nest";
  places: readonly { id: string; number: number; sentence: string }[];
  /** True for one that stands under another: it may leave it. */
  canStandAlone: boolean;
  busy: boolean;
  onClose: () => void;
  onChoose: (id: string | null) => void;
}

/** New place of a key point: arrows or first letters, then Enter; Escape cancels. */
export function ChoosePlace({ act, places, canStandAlone, busy, onClose, onChoose }: Props) {
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => list.current?.focus(), []);
  const choose = () => {
    const { value = "", selectedIndex = -1 } = list.current ?? {};
    if (selectedIndex >= 0) onChoose(value || null);
  };
  const label = act === "merge" ? m.keyPointWriting_merge_with() : m.keyPointWriting_nest_under();
  if (places.length === 0 && !(act === "nest" && canStandAlone))
    return (
      <div className={styles.ask}>
        <p>{m.keyPointWriting_merge_alone()}</p>
        <Button small onClick={onClose}>
          {m.keyPointWriting_leave_it()}
        </Button>
      </div>
    );
  return (
    <form
      className={styles.ask}
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <label>
        <span>{label}</span>
        {/* A list that shows six at a time is a native list of choices: letters and arrows find in it. */}
        <select
          ref={list}
          size={Math.min(6, places.length + Number(act === "nest" && canStandAlone) + 1)}
          defaultValue={places[0]?.id ?? ""}
          lang={contentLang()}
          onDoubleClick={choose}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              choose();
            }
            if (event.key === "Escape") {
              event.stopPropagation();
              onClose();
            }
          }}
        >
          {act === "nest" && canStandAlone && <option value="">{m.keyPointWriting_no_parent()}</option>}
          {places.map(({ id, sentence }) => (
            <option lang={contentLang()} value={id} key={id}>
              {sentence}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">{act === "merge" ? m.keyPointWriting_merge_what() : m.keyPointWriting_nest_what()}</p>
      <p className="cluster">
        <Button type="submit" small disabled={busy}>
          {act === "merge" ? m.keyPointWriting_merge_do() : m.keyPointWriting_nest_do()}
        </Button>
        <Button small onClick={onClose}>
          {m.keyPointWriting_leave_it()}
        </Button>
      </p>
    </form>
  );
}
