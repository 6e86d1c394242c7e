import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { limits } from "@cahier/schema/limits";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from "react";
import type {
  KeyPointNature,
  MarkPanel_objective,
  MarkPassage,
  MarkPassageVariables,
} from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeyPointTarget } from "./KeyPointTarget.tsx";
import styles from "./MarkPanel.module.css";
import type { Stretch } from "../../shared/sentences.ts";
import { inTurn, remember } from "./acts.ts";
import { type Digits, digitsOf, inOrder, type Ranked } from "./keys/digits.ts";
import { suggestionRanks, Suggestions, useSuggestions } from "./Suggestions.tsx";
import { useUnmark } from "./unmark.tsx";

const fragment: TypedDocumentNode<MarkPanel_objective> = gql`
  fragment MarkPanel_objective on Objective {
    id
    slug
    keyPoints {
      id
      number
      sentence
      peopleCount
    }
  }
`;

const markPassage: TypedDocumentNode<MarkPassage, MarkPassageVariables> = gql`
  mutation MarkPassage($input: MarkPassageInput!) {
    markPassage(input: $input) {
      ...Form_outcome @unmask
      passage {
        id
      }
      keyPoint {
        id
        sentence
      }
    }
  }
  ${Form.fragment}
`;

/** Handle for the shortcuts of the text. */
export interface MarkPanelHandle {
  /** Gives the chosen stretch to the key point of this rank, from 1; false when there is none. */
  give: (rank: number) => boolean;
  /** Goes to the sentence of a new key point. */
  writeNew: () => void;
}

interface Props {
  contributionId: string;
  objective: FragmentType<MarkPanel_objective>;
  text: string;
  chosen: Stretch | null;
  /** Called as soon as a stretch is given: the next one is chosen meanwhile. */
  onGive: (stretch: Stretch) => void;
  /** Called when nothing came of it: the stretch is to be chosen again. */
  onRefused: (stretch: Stretch) => void;
  /** While a digit waits for what is suggested, keys wait too. */
  keys: { hold: () => void; release: () => void };
  ref: Ref<MarkPanelHandle>;
}

/** Gives the chosen stretch to a key point: one that is there, or a new one, in one sentence. */
export function MarkPanel({ contributionId, text, chosen, onGive, onRefused, keys, ref, ...props }: Props) {
  const { data: objective } = useSuspenseFragment({ fragment, from: props.objective });
  const [filter, setFilter] = useState("");
  const sentence = useRef<HTMLDivElement>(null);
  const [mark, { data, loading, error }] = useMutation(markPassage, {
    refetchQueries: ["ReadingTextPage", "CanSuggest"],
  });

  // Suggestions step aside once key points are filtered by words.
  const { able, found } = useSuggestions(contributionId, objective.slug, chosen);
  const suggesting = able && filter === "";
  const kept = useDigits(objective.slug, objective.keyPoints, able);
  const ranks = filter === "" ? kept.suggested : 0;
  const digits = 9 - ranks;
  const shown = inOrder(objective.keyPoints, kept.ids).filter((it) => plain(it.sentence).includes(plain(filter)));
  const send = (
    target: { keyPointId: string } | { newKeyPoint: string; objective: string; nature: KeyPointNature },
  ) => {
    if (!chosen) return;
    const input = { contributionId, startsAt: chosen.start, endsAt: chosen.end, ...target };
    onGive(chosen);
    void inTurn(async () => {
      const done = (await mark({ variables: { input } }).catch(() => null))?.data?.markPassage;
      if (!done?.keyPoint || !done.passage) return onRefused(chosen);
      const back = { passageId: done.passage.id, keyPointId: done.keyPoint.id };
      const said = m.reading_marked({ sentence: done.keyPoint.sentence });
      return remember(contributionId, { said, undo: () => unmark(back) });
    });
  };
  const unmark = useUnmark();

  const give = (keyPointId: string) => send({ keyPointId });

  /** Digit pressed before its suggestion was there. */
  const awaited = useRef(0);
  const whenFound = useEffectEvent((now: typeof found) => {
    const rank = awaited.current;
    if (rank === 0 || now === undefined) return;
    awaited.current = 0;
    const keyPoint = now?.[rank - 1]?.keyPoint;
    if (keyPoint) give(keyPoint.id);
    keys.release();
  });
  useEffect(() => whenFound(found), [found]);

  useImperativeHandle(ref, () => ({
    give(rank) {
      // The most used keep their digits, whatever is suggested: nothing moves under one's fingers.
      if (rank <= ranks && chosen && suggesting && found === undefined) {
        keys.hold();
        awaited.current = rank;
      }
      const keyPoint = rank > ranks ? shown[rank - ranks - 1] : found?.[rank - 1]?.keyPoint;
      if (keyPoint && chosen) give(keyPoint.id);
      return rank <= ranks || !!keyPoint;
    },
    writeNew: () => sentence.current?.querySelector("input")?.focus(),
  }));

  return (
    <div className="flow">
      <output aria-live="polite">
        {chosen ? (
          <span lang="fr">« {text.slice(chosen.start, chosen.end)} »</span>
        ) : (
          <span className="quiet">{m.reading_choose()}</span>
        )}
      </output>
      <Failed because={error}>{m.reading_not_saved()}</Failed>
      <h2>{m.reading_give()}</h2>
      {objective.keyPoints.length > 9 && (
        <TextField
          name="find"
          type="search"
          label={m.reading_find()}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {suggesting && <Suggestions found={found} chosen={!!chosen} ranked={ranks > 0} onGive={give} />}
      {suggesting && <h3>{m.near_most_used()}</h3>}
      <ol className={styles.list}>
        {shown.slice(0, digits).map((keyPoint, index) => (
          <KeyPointTarget
            keyPoint={keyPoint}
            rank={ranks + index + 1}
            disabled={!chosen}
            onGive={give}
            key={keyPoint.id}
          />
        ))}
      </ol>
      {shown.length > digits && (
        <Disclosure summary={m.reading_others({ count: shown.length - digits })}>
          <ul className={styles.list}>
            {shown.slice(digits).map((keyPoint) => (
              <KeyPointTarget keyPoint={keyPoint} disabled={!chosen} onGive={give} key={keyPoint.id} />
            ))}
          </ul>
        </Disclosure>
      )}
      <Form
        key={data?.markPassage.keyPoint?.id}
        label={m.reading_new()}
        busy={loading}
        problems={data?.markPassage.problems}
        onSubmit={(fields) =>
          send({
            newKeyPoint: fields.get("newKeyPoint") as string,
            objective: objective.slug,
            nature: fields.get("nature") as KeyPointNature,
          })
        }
      >
        <div ref={sentence}>
          <TextField
            name="newKeyPoint"
            label={m.reading_new()}
            help={m.reading_new_help()}
            maxLength={limits["keyPoint.sentence"]}
          />
        </div>
        <Select name="nature" label={m.reading_nature()} defaultValue="FINDING">
          {keysOf(natureNames).map((nature) => (
            <option value={nature} key={nature}>
              {natureNames[nature]()}
            </option>
          ))}
        </Select>
        <Button type="submit" small disabled={!chosen}>
          {m.reading_new_open()}
        </Button>
      </Form>
    </div>
  );
}

MarkPanel.fragment = fragment;

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const noDigits: Digits = { evening: "", ids: [], suggested: 0 };

/** Digits of this evening; those of suggestions are shared out once it is known whether there are any. */
function useDigits(objective: string, keyPoints: readonly Ranked[], able: boolean | undefined) {
  return useMemo(
    () => (able === undefined ? noDigits : digitsOf(objective, keyPoints, able ? suggestionRanks : 0)),
    [objective, keyPoints, able],
  );
}
