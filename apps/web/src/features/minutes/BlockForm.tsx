import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { BlockKind, MinutesDesk_minutes } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { Notice } from "../../ui/Notice.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { removeMinutesBlock, writeMinutesBlock } from "./minutes.mutations.tsx";
import { KindSelect, kindNames } from "./KindSelect.tsx";

type Block = MinutesDesk_minutes["blocks"][number];

interface Props {
  minutesId: string;
  /** Null for a new block. */
  block: Block | null;
  /** They are not read over yet: it may be removed, and is saved as one types. */
  isDraft?: boolean;
}

const isWhole = (fields: FormData) =>
  [fields.get("text"), fields.get("kind") === "QUOTE" ? fields.get("owner") : "nobody"].every(
    (words) => typeof words === "string" && words.trim() !== "",
  );

const toFocus = (it: HTMLElement | null) => it?.focus();

/**
 * One block of minutes: kept on the device as it is typed, saved by its button, and at each pause while minutes are a
 * draft, so that it is taken up on another device; of two who save it, the second reads the first.
 */
export function BlockForm({ minutesId, block, isDraft = false }: Props) {
  const act = useAct(writeMinutesBlock);
  const remove = useAct(removeMinutesBlock, ["MinutesWritePage"]);
  const id = useRef(block?.id);
  const [count, setCount] = useState(0);
  const kept = `minutesBlock:${block?.id ?? minutesId}`;
  const [kind, setKind] = useState<BlockKind>(block?.kind ?? "NOTE");
  const [read, setRead] = useState(block?.edit ?? null);
  const stale = act.problems.some(({ code }) => code === "STALE");
  const send = (fields: FormData) => {
    const text = (field: string) => (fields.get(field) as string | null) ?? "";
    const words = {
      kind,
      topic: text("topic") || null,
      text: text("text"),
      owner: text("owner") || null,
      due: text("due") || null,
    };
    // Refused, as other words left under that key before: these are another block.
    if (!block && stale) id.current = undefined;
    id.current ??= keptKey(kept, words);
    return act.run({
      minutesId,
      id: id.current,
      // Somebody else's words are shown: sent again, it is with them in view.
      edit: stale && block ? block.edit : read,
      ...words,
    });
  };
  const hasOwner = kind !== "NOTE";
  const hasDay = kind === "ACTION" || kind === "DECISION";
  return (
    <KeptForm
      kept={kept}
      version={block?.edit}
      // A new block begins empty again once it is saved.
      key={block ? block.id : count}
      label={block ? m.minutes_block({ topic: block.topic ?? kindNames[block.kind]() }) : m.minutes_block_new()}
      problems={[...act.problems, ...remove.problems]}
      busy={act.busy || remove.busy}
      onSubmit={send}
      onSent={({ minutes }) => {
        setRead(minutes?.blocks.find((one) => one.id === block?.id)?.edit ?? null);
        if (block) return;
        id.current = undefined;
        setCount(count + 1);
      }}
    >
      {stale && block && <Notice tone="warn">{m.minutes_block_stale({ text: block.text })}</Notice>}
      <KindSelect name="kind" value={kind} onChange={setKind} />
      <TextField
        name="topic"
        // Somebody writing during the meeting goes on with the next one.
        ref={count === 0 ? undefined : toFocus}
        label={m.minutes_topic()}
        optional
        maxLength={limits["minutes.topic"]}
        defaultValue={block?.topic ?? ""}
      />
      <WritingArea
        name="text"
        label={m.minutes_text()}
        rows={3}
        maxLength={limits["minutes.text"]}
        defaultValue={block?.text ?? ""}
      />
      {hasOwner && (
        <TextField
          name="owner"
          label={kind === "QUOTE" ? m.minutes_speaker() : m.minutes_owner()}
          help={kind === "QUOTE" ? m.minutes_speaker_help() : undefined}
          optional={kind !== "QUOTE"}
          maxLength={limits["minutes.line"]}
          defaultValue={block?.owner ?? ""}
        />
      )}
      {hasDay && <TextField name="due" type="date" label={m.minutes_due()} optional defaultValue={block?.due ?? ""} />}
      <SavedAsTyped on={block !== null && isDraft && !stale} failed={act.failed} isWhole={isWhole} />
      <Failed because={act.failed ?? remove.failed} />
      {act.done && (
        <Notice tone="done" live>
          {m.minutes_saved()}
        </Notice>
      )}
      <div className="cluster">
        <Button type="submit" primary={!block}>
          {block ? m.minutes_block_save() : m.minutes_block_add()}
        </Button>
        {block && isDraft && (
          <Button onClick={() => void remove.run({ id: block.id, edit: block.edit })}>
            {m.minutes_block_remove()}
          </Button>
        )}
      </div>
    </KeptForm>
  );
}
