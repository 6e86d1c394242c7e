import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { When } from "../../ui/When.tsx";
import { mergeKeyPoint, page, unmergeKeyPoint } from "./keyPoint.mutations.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Listed, OnDone, Opened } from "./panel.tsx";
import { PlaceOptions } from "./Places.tsx";
import { heldBy } from "./tree.ts";

interface Props {
  keyPoint: Opened;
  /** Other key points of its objective. */
  others: readonly Listed[];
  onDone: OnDone;
}

/** Merges the key point into another, which is then shown. */
export function Merge({ keyPoint, others, onDone }: Props) {
  const { id, version, sentence, state } = keyPoint;
  const act = useAct(mergeKeyPoint, page);
  const held = heldBy(others, id);
  const undone = useAct(unmergeKeyPoint, page);
  const unmerge = async () => {
    const back = await undone.run({ id });
    onDone(
      back ? m.keyPointWriting_unmerge_done({ sentence }) : m.keyPointWriting_unmerge_failed(),
      back ? id : undefined,
    );
  };
  const able = others.filter((one) => !held.has(one.id) && (state !== "STATED" || one.state === "STATED"));
  const merge = async (fields: FormData) => {
    const intoId = fields.get("intoId") as string;
    const done = await act.run({ id, version, intoId });
    if (done?.keyPoint) onDone(m.keyPointWriting_merge_done({ from: sentence }), done.keyPoint.id, unmerge);
  };
  return (
    <Disclosure summary={m.keyPointWriting_merge()}>
      {able.length > 0 ? (
        <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void merge(fields)}>
          <p className="quiet">{m.keyPointWriting_merge_what()}</p>
          <Select name="intoId" label={m.keyPointWriting_merge_keep()} defaultValue="">
            <option value="">{m.keyPointWriting_merge_choose()}</option>
            <PlaceOptions keyPoints={able} />
          </Select>
          <Failed because={act.failed} />
          <Button type="submit" small>
            {m.keyPointWriting_merge_do()}
          </Button>
        </Form>
      ) : (
        <p className="quiet">{m.keyPointWriting_merge_alone()}</p>
      )}
    </Disclosure>
  );
}

/** Key points merged into this one, each with an undo. */
export function Merges({ keyPoint, onDone }: Omit<Props, "others">) {
  const act = useAct(unmergeKeyPoint, page);
  if (!keyPoint.merges.length) return null;
  const undo = async (id: string) => {
    const done = await act.run({ id });
    if (done?.keyPoint) onDone(m.keyPointWriting_unmerge_done({ sentence: done.keyPoint.sentence }));
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void undo(fields.get("id") as string)}>
      <h3>{m.keyPointWriting_merges()}</h3>
      <ul className="flow">
        {keyPoint.merges.map(({ id, number, sentence, on, byName }) => (
          <li key={id}>
            <p lang={contentLang()}>
              {number}. {sentence}
            </p>
            <p className="cluster quiet">
              <span>
                {byName ? m.keyPointWriting_merged_by({ who: byName }) : m.keyPointWriting_merged_on()}{" "}
                <When date={on} />
              </span>
              <Button
                type="submit"
                small
                name="id"
                value={id}
                aria-label={m.keyPointWriting_unmerge_which({ sentence })}
              >
                {m.keyPointWriting_unmerge()}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Failed because={act.failed} />
    </Form>
  );
}
