import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { clockTime } from "../i18n/clock.ts";
import { Button } from "./Button.tsx";
import { type FieldValues, fieldsOf, fill, isFilled } from "./formFields.ts";
import { Icon } from "./Icon.tsx";
import type { KeptState } from "./kept.ts";
import styles from "./KeptFields.module.css";
import { useKept } from "./useKept.ts";

interface Props {
  /** Under which it is kept: the form, and the thing that it is about. */
  name: string;
  /** Version of the thing being edited, where others may save it too. */
  version?: number;
  /** Told what the device still had: fields that it takes are put back as soon as they are drawn. */
  onFound?: (fields: FieldValues) => void;
  /** Told the version it was typed upon, where that is no longer the one in force, and what was typed. */
  onOlder?: (version: number, fields: FieldValues) => void;
}

/**
 * Keeps on this device what is typed in the form around it, puts it back when the page opens again, and says where it
 * is. `forgetKept(name)` once it is sent.
 */
export function KeptFields({ name, version, onFound, onOlder }: Props) {
  const { kept, found, ...at } = useKept<FieldValues>(name);
  const place = useRef<HTMLDivElement>(null);
  /** As the form was drawn, before anything was typed. */
  const drawn = useRef<FieldValues>(null);

  useEffect(() => {
    const form = place.current!.closest("form")!;
    drawn.current ??= fieldsOf(form);
    // A field that is left tells again what was typed in it: kept once, and not at all once it is saved.
    let last = JSON.stringify(fieldsOf(form));
    const onType = ({ type, target }: Event) => {
      if (isFilled(form) || !form.contains(target as Node)) return;
      const fields = fieldsOf(form);
      const typed = JSON.stringify(fields);
      if (type === "input" || typed !== last) kept.keep(fields, version ?? null);
      last = typed;
    };
    // React hears of a letter at the root of the page, and must hear of it first: what it draws before puts back the
    // former letters in a field that it holds, and the new one is lost.
    document.addEventListener("input", onType);
    document.addEventListener("change", onType);
    return () => {
      document.removeEventListener("input", onType);
      document.removeEventListener("change", onType);
    };
  }, [kept, version]);

  const told = useEffectEvent((typed: NonNullable<typeof found>) => {
    onFound?.(typed.value);
    if (typed.version !== null && version !== undefined && typed.version !== version)
      onOlder?.(typed.version, typed.value);
  });
  useEffect(() => {
    if (found) told(found);
  }, [found]);

  useEffect(() => {
    if (found) return fill(place.current!.closest("form")!, found.value);
    return undefined;
  }, [found]);

  const erase = () => {
    const form = place.current!.closest("form")!;
    void kept.forget();
    // First what is heard of, then choices that no press takes back.
    fill(form, drawn.current!)();
    form.reset();
  };

  const older = found && version !== undefined && found.version !== null && found.version !== version;
  return (
    <div ref={place}>
      <KeptLine {...at} onErase={erase}>
        {found && at.savedAt === found.savedAt && m.ui_kept_back()} {older && m.ui_kept_older()}
      </KeptLine>
    </div>
  );
}

interface LineProps extends Pick<KeptState<unknown>, "state" | "savedAt"> {
  onErase: () => void;
  children?: ReactNode;
}

/** Opens the folds around a field whose text comes back, so that it is in sight. */
const unfold = (line: HTMLElement | null) => {
  for (let fold = line?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
};

/** Why what is on the page is not what the device has. */
const losses: Partial<Record<KeptState<unknown>["state"], () => string>> = {
  failed: m.ui_kept_failed,
  other: m.ui_kept_other,
  gone: m.ui_kept_gone,
};

/** A line that says that the fields are kept on this device, with a button that erases them. */
export function KeptLine({ state, savedAt, onErase, children }: LineProps) {
  const lost = losses[state];
  return (
    state !== "none" && (
      <div className="quiet cluster" ref={unfold}>
        <div className={styles.line}>
          <Icon name={lost ? "alert" : "save"} size={18} />
          <output>
            {lost ? (
              <b>{lost()}</b>
            ) : state === "saved" ? (
              m.ui_kept_saved({ time: clockTime(savedAt) })
            ) : (
              m.ui_kept_pending()
            )}{" "}
            {!lost && children}
          </output>
        </div>
        <Button small onClick={onErase}>
          {m.ui_kept_erase()}
        </Button>
      </div>
    )
  );
}

interface Editing {
  kept: KeptState<unknown>;
  revert: () => void;
}

/** The same line, for what is edited with `useEditing`; erasing brings back what is in force. */
export const KeptEditing = ({ editing: { kept, revert } }: { editing: Editing }) => (
  <KeptLine {...kept} onErase={revert}>
    {kept.found && kept.savedAt === kept.found.savedAt && m.ui_kept_back()}
  </KeptLine>
);
