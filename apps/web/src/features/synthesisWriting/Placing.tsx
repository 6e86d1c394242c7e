import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { use, useState } from "react";
import type { NotRetainedReason, SetAside } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import choice from "../../ui/Choice.module.css";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { focusLast } from "./focusIn.ts";
import { bringBack, setAside } from "./placing.mutations.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import { useWords } from "./SourceWords.tsx";
import { atATime, useSources } from "./useSources.tsx";
import type { Version, Words } from "./writing.tsx";
import { groupBy } from "../../ui/es2024.ts";
import { KeyPointField } from "../../shared/KeyPointField.tsx";
import { Of } from "../../shared/Of.tsx";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

/** Only an author takes their words back. */
const reasons = (Object.keys(notRetainedNames) as NotRetainedReason[]).filter((reason) => reason !== "WITHDRAWN");

/** Words that are told at once, of all key points, then of one. */
const most = 200;

interface Heap {
  id: string;
  label: string;
  sentence: string;
  /** Words of it to be placed, and those of them that are told: each stands in one heap. */
  toPlace: number;
  words: readonly Words[];
  /** Its words came. */
  read: boolean;
  /** Nothing of it is cited: it may be left out whole. */
  whole: boolean;
}

/** Choices to leave out: whole key points, and single words. */
interface Chosen {
  points: ReadonlySet<string>;
  words: ReadonlyMap<string, Words>;
}

const nothing: Chosen = { points: new Set(), words: new Map() };

/** Sources neither cited nor left out, by key point: to be cited, or left out with a reason, many at once. */
export function Placing({ version }: { version: Version }) {
  const { synthesis, hold, say } = use(DeskContext);
  const { heaps, isReading, error, onMore } = useHeaps();
  const { placed } = use(DeskContext);
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const [done, setDone] = useState<readonly string[]>([]);
  const [why, setWhy] = useState<NotRetainedReason>("ALREADY_SAID");
  const act = useAct(setAside);
  const back = useAct(bringBack);
  const points = heaps.filter(({ id }) => chosen.points.has(id));
  const alone = [...chosen.words.values()].filter((one) => placed.of(one) === "toPlace");
  const count = points.reduce((sum, { toPlace }) => sum + toPlace, alone.length);

  const leave = (fields: FormData) =>
    hold(
      act.run({
        synthesisId: synthesis.id,
        keyPointIds: points.map(({ id }) => id).slice(0, most),
        passageIds: alone.map(({ passage }) => passage.id).slice(0, most),
        reason: why,
        saidBy: why === "ALREADY_SAID" ? (fields.get("saidBy") as string) || null : null,
        note: (fields.get("note") as string).trim() || null,
      }),
    );
  const onLeft = (result: SetAside["setAside"]) => {
    const before = new Set(version.setAside.map(({ id }) => id));
    setDone(result.version!.setAside.flatMap(({ id }) => (before.has(id) ? [] : id)));
    setChosen(nothing);
    say(m.synthesis_said_set_aside({ count }));
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
      <Failed because={act.failed ?? back.failed} />
      <Failed because={error}>{m.synthesis_words_not_read()}</Failed>
      {heaps.length === 0 ? (
        !isReading && <Empty title={m.synthesis_all_placed()}>{m.synthesis_all_placed_next()}</Empty>
      ) : (
        <div className="writing-placing">
          <ul className="writing-heaps">
            {heaps.map((heap) => (
              <HeapItem heap={heap} chosen={chosen} onChoose={setChosen} key={heap.id} />
            ))}
            {onMore && (
              <li>
                <Button
                  small
                  onClick={(event) => {
                    focusLast(event.currentTarget.closest(".writing-heaps"));
                    onMore();
                  }}
                >
                  {m.synthesis_sources_more()}
                </Button>
              </li>
            )}
          </ul>
          <div className="writing-leave">
            <KeptForm
              kept={`placing:${synthesis.id}`}
              problems={act.problems}
              busy={act.busy}
              label={m.synthesis_leave_out()}
              onSubmit={leave}
              onSent={onLeft}
            >
              <h3>{m.synthesis_leave_out()}</h3>
              <p>{count ? m.synthesis_chosen({ count }) : m.synthesis_choose_some()}</p>
              <Select
                name="reason"
                label={m.synthesis_reason()}
                value={why}
                onChange={(event) => setWhy(event.currentTarget.value as NotRetainedReason)}
              >
                {reasons.map((reason) => (
                  <option value={reason} key={reason}>
                    {notRetainedNames[reason]()}
                  </option>
                ))}
              </Select>
              {why === "ALREADY_SAID" && (
                <KeyPointField
                  label={m.reading_said_by()}
                  help={m.reading_said_by_help()}
                  objective={synthesis.objective.slug}
                  except={points.map(({ id }) => id)}
                />
              )}
              <WritingArea
                name="note"
                label={m.synthesis_reason_note()}
                help={m.synthesis_reason_note_help()}
                optional
                rows={2}
                maxLength={500}
              />
              <Button type="submit" primary disabled={!count}>
                {m.synthesis_leave_out_do({ count })}
              </Button>
              <More to={paths.synthesisWrite(synthesis.slug)} icon={null}>
                {m.synthesis_cite_instead()}
              </More>
            </KeptForm>
          </div>
        </div>
      )}
    </>
  );
}

interface HeapProps {
  heap: Heap;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

function HeapItem({ heap, chosen, onChoose }: HeapProps) {
  const { placed } = use(DeskContext);
  const [all, setAll] = useState(false);
  const asked = useWords({ keyPoint: heap.id, toPlace: true, first: most }, !all);
  const words = all && asked.words ? asked.words.filter((one) => placed.of(one) === "toPlace") : heap.words;
  const isChosen = (one: Words) => chosen.points.has(heap.id) || chosen.words.has(one.passage.id);
  const choose = (on: readonly Words[]) => {
    const rest = new Map(chosen.words);
    for (const { passage } of words) rest.delete(passage.id);
    const whole = heap.whole && (on.length === heap.toPlace || on === words);
    if (!whole) for (const one of on) rest.set(one.passage.id, one);
    const points = new Set(chosen.points);
    points[whole ? "add" : "delete"](heap.id);
    onChoose({ points, words: rest });
  };
  return (
    <li className="writing-heap">
      <label>
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={chosen.points.has(heap.id) || (words.length > 0 && words.every(isChosen))}
          onChange={(event) => choose(event.currentTarget.checked ? words : [])}
        />
        <span lang={contentLang()}>
          <b>{heap.label}</b> {heap.sentence}
          <small className="quiet">{m.synthesis_to_place({ count: heap.toPlace })}</small>
        </span>
      </label>
      <ul>
        {words.map((one) => (
          <li key={one.passage.id}>
            <label>
              <input
                type="checkbox"
                className={choice.checkbox}
                checked={isChosen(one)}
                onChange={(event) =>
                  choose(
                    event.currentTarget.checked
                      ? [...words.filter(isChosen), one]
                      : words.filter((it) => it !== one && isChosen(it)),
                  )
                }
              />
              <span lang={contentLang()}>
                {m.synthesis_quoted({ words: one.passage.quote })}
                <small className="quiet">
                  <AuthorLine of={one.passage.contribution} />
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {!all && heap.read && words.length < heap.toPlace && (
        <Button small onClick={() => setAll(true)}>
          {m.synthesis_words_all({ count: heap.toPlace })}
          <Of>{heap.label}</Of>
        </Button>
      )}
    </li>
  );
}

/** Sources to place, under the key points that hold them; of the words that are told first, each once. */
function useHeaps() {
  const { placed } = use(DeskContext);
  const [first, setFirst] = useState(atATime);
  const { sources, isReading, more, error: notRead } = useSources({ toPlace: true, first });
  const { words, error } = useWords({ toPlace: true, first: most });
  const left = (words ?? []).filter((one) => placed.of(one) === "toPlace");
  const ranks = new Map(sources.map(({ keyPoint }, rank) => [keyPoint.id, rank]));
  const rankOf = (id: string) => ranks.get(id) ?? sources.length;
  const under = groupBy(left, ({ keyPointIds }) => keyPointIds.toSorted((a, b) => rankOf(a) - rankOf(b)).at(0));
  const heaps = sources.flatMap(({ keyPoint: { id, number, nature, sentence }, passages, toPlace }): Heap[] => {
    const own = under.get(id) ?? [];
    // A key point whose passages are all in the heaps before has none of its own.
    if (!toPlace || (!own.length && words && words.length < most)) return [];
    const label = `${natureNames[nature]()} ${number}`;
    return [{ id, label, sentence, toPlace, words: own, read: words !== null, whole: toPlace === passages }];
  });
  return { heaps, isReading, error: error ?? notRead, onMore: more ? () => setFirst(first + atATime) : null };
}
