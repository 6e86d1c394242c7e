import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { use, useState } from "react";
import type { NotRetainedReason } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { bylineOf, notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import choice from "../../ui/Choice.module.css";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { bringBack, setAside } from "./placing.mutations.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import type { Version, Words } from "./writing.tsx";

/** Only an author takes their words back. */
const reasons = (Object.keys(notRetainedNames) as NotRetainedReason[]).filter((reason) => reason !== "WITHDRAWN");

interface Heap {
  key: string;
  keyPointId: string | null;
  label: string;
  sentence: string | null;
  words: readonly Words[];
  /** Nothing of it is cited: it may be left out whole. */
  whole: boolean;
}

/** Sources neither cited nor left out, by key point: to be cited, or left out with a reason, many at once. */
export function Placing({ version }: { version: Version }) {
  const { synthesis, hold, say } = use(DeskContext);
  const heaps = useHeaps(version);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly string[]>([]);
  const act = useAct(setAside);
  const back = useAct(bringBack);
  const passages = heaps.flatMap(({ words }) => words.filter(({ id }) => chosen.has(id)));
  const whole = heaps.filter((heap) => heap.whole && heap.words.every(({ id }) => chosen.has(id)));

  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  const leave = async (fields: FormData) => {
    const points = whole.flatMap(({ keyPointId }) => keyPointId ?? []);
    const under = new Set(whole.flatMap(({ keyPointId, words }) => (keyPointId ? words.map(({ id }) => id) : [])));
    const result = await hold(
      act.run({
        synthesisId: synthesis.id,
        keyPointIds: points.slice(0, 200),
        passageIds: passages.flatMap(({ id }) => (under.has(id) ? [] : id)).slice(0, 200),
        reason: fields.get("reason") as NotRetainedReason,
        note: (fields.get("note") as string).trim() || null,
      }),
    );
    if (!result) return;
    const before = new Set(version.setAside.map(({ id }) => id));
    setDone(result.version!.setAside.flatMap(({ id }) => (before.has(id) ? [] : id)));
    setChosen(new Set());
    say(m.synthesis_said_set_aside({ count: passages.length }));
  };
  const undo = async () => {
    if (await hold(back.run({ synthesisId: synthesis.id, ids: [...done] }))) setDone([]);
  };

  return (
    <>
      {done.length > 0 && (
        <Notice tone="done" live>
          {m.synthesis_left_out({ count: done.length })}{" "}
          <Button small onClick={() => void undo()} disabled={back.busy}>
            {m.synthesis_undo()}
          </Button>
        </Notice>
      )}
      <Failed because={act.failed ?? back.failed}>{m.synthesis_not_done()}</Failed>
      {heaps.length === 0 ? (
        <Empty title={m.synthesis_all_placed()}>{m.synthesis_all_placed_next()}</Empty>
      ) : (
        <div className="writing-placing">
          <ul className="writing-heaps">
            {heaps.map((heap) => (
              <HeapItem heap={heap} chosen={chosen} onToggle={toggle} key={heap.key} />
            ))}
          </ul>
          <div className="writing-leave">
            <Form
              problems={act.problems}
              busy={act.busy}
              label={m.synthesis_leave_out()}
              onSubmit={(fields) => void leave(fields)}
            >
              <h3>{m.synthesis_leave_out()}</h3>
              <p>{passages.length ? m.synthesis_chosen({ count: passages.length }) : m.synthesis_choose_some()}</p>
              <Select name="reason" label={m.synthesis_reason()} defaultValue="ALREADY_SAID">
                {reasons.map((reason) => (
                  <option value={reason} key={reason}>
                    {notRetainedNames[reason]()}
                  </option>
                ))}
              </Select>
              <WritingArea
                name="note"
                label={m.synthesis_reason_note()}
                help={m.synthesis_reason_note_help()}
                optional
                rows={2}
                maxLength={500}
              />
              <Button type="submit" primary disabled={!passages.length}>
                {m.synthesis_leave_out_do({ count: passages.length })}
              </Button>
              <More to={paths.synthesisWrite(synthesis.slug)} icon={null}>
                {m.synthesis_cite_instead()}
              </More>
            </Form>
          </div>
        </div>
      )}
    </>
  );
}

function HeapItem({
  heap,
  chosen,
  onToggle,
}: {
  heap: Heap;
  chosen: ReadonlySet<string>;
  onToggle: (ids: readonly string[], on: boolean) => void;
}) {
  const ids = heap.words.map(({ id }) => id);
  const on = ids.every((id) => chosen.has(id));
  return (
    <li className="writing-heap">
      <label>
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={on}
          onChange={(event) => onToggle(ids, event.currentTarget.checked)}
        />
        <span lang={contentLang()}>
          <b>{heap.label}</b> {heap.sentence}
          <small className="quiet">{m.synthesis_to_place({ count: ids.length })}</small>
        </span>
      </label>
      <ul>
        {heap.words.map((passage) => (
          <li key={passage.id}>
            <label>
              <input
                type="checkbox"
                className={choice.checkbox}
                checked={chosen.has(passage.id)}
                onChange={(event) => onToggle([passage.id], event.currentTarget.checked)}
              />
              <span lang={contentLang()}>
                {m.synthesis_quoted({ words: passage.quote })}
                <small className="quiet">{bylineOf(passage.contribution)}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Sources to place, under the key points that hold them; each once. */
function useHeaps(version: Version): readonly Heap[] {
  const { sources, placed } = use(DeskContext);
  const seen = new Set<string>();
  const heaps: Heap[] = [];
  for (const { id, number, nature, sentence, passages } of sources.toSorted((a, b) => b.peopleCount - a.peopleCount)) {
    const words = passages.filter((one) => placed.of(one.id) === "toPlace" && !seen.has(one.id));
    words.forEach((one) => seen.add(one.id));
    if (words.length)
      heaps.push({
        key: id,
        keyPointId: id,
        label: `${natureNames[nature]()} ${number}`,
        sentence,
        words,
        whole: words.length === passages.length,
      });
  }
  const rest = version.unaccounted.filter(({ id }) => !seen.has(id) && placed.of(id) === "toPlace");
  if (rest.length)
    heaps.push({
      key: "rest",
      keyPointId: null,
      label: m.synthesis_without_point(),
      sentence: null,
      words: rest,
      whole: false,
    });
  return heaps;
}
