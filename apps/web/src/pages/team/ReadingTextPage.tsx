import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { DiscussAtMeeting } from "../../features/agendaRequest/DiscussAtMeeting.tsx";
import { type Arrival, readingFilter, useArrivalState, useReadingSearch } from "../../features/reading/filter.ts";
import { actsOn, inTurn, undoLast, useActs } from "../../features/reading/acts.ts";
import { Beside } from "../../features/reading/Beside.tsx";
import { held, playHeld, useArrived } from "../../features/reading/useArrived.ts";
import { LastAct, Passed } from "../../features/reading/LastAct.tsx";
import { MarkedPassages } from "../../features/reading/MarkedPassages.tsx";
import { ObjectiveSelect } from "../../features/reading/ObjectiveSelect.tsx";
import { MarkPanel, type MarkPanelHandle } from "../../features/reading/MarkPanel.tsx";
import { Near } from "../../features/reading/Near.tsx";
import { OfNotebook } from "../../features/reading/OfNotebook.tsx";
import { ReadHead } from "../../features/reading/ReadHead.tsx";
import { ReadForm, type ReadFormHandle, readContributions } from "../../features/reading/ReadForm.tsx";
import { Shortcuts, type ShortcutsHandle } from "../../features/reading/keys/Shortcuts.tsx";
import { Unmarkable } from "../../features/reading/Unmarkable.tsx";
import { Undo, type UndoHandle } from "../../features/reading/Undo.tsx";
import { SentencePicker } from "../../features/proposalWriting/SentencePicker.tsx";
import { standsIn } from "../../features/contribution/Words.tsx";
import type { Stretch } from "../../shared/sentences.ts";
import styles from "../../shared/Desk.module.css";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { objectiveChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<ReadingTextPage, ReadingTextPageVariables> = gql`
  query ReadingTextPage($id: ID!, $filter: ReadingFilter, $for: String) {
    readingDesk {
      toRead(filter: $filter)
      evening(filter: $filter) {
        read
      }
      contribution(id: $id, filter: $filter) {
        id
        canMark
        blind
        nextId
        previousId
        passages {
          id
          passage {
            id
            startsAt
            endsAt
            contributionRevision
          }
        }
        objectives {
          ...ObjectiveChoice_objective @unmask
        }
        objective(slug: $for) {
          id
          slug
          ...MarkPanel_objective
        }
        ...MarkedPassages_item
        ...Beside_item
        ...OfNotebook_item
        contribution {
          id
          body
          revision
          status
          theme {
            id
          }
        }
        ...ReadHead_item
      }
    }
    axes {
      id
      themes {
        id
        slug
        title
      }
    }
  }
  ${MarkPanel.fragment}
  ${MarkedPassages.fragment}
  ${Beside.fragment}
  ${OfNotebook.fragment}
  ${ReadHead.fragment}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {
    id: args.params.contributionId!,
    filter: readingFilter(new URL(args.request.url).searchParams),
    for: new URL(args.request.url).searchParams.get("for"),
  });

/** One contribution to be read: its words on the left, what they say on the right. */
export function Component() {
  const { readingDesk, axes } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!readingDesk.contribution) return <Gone />;
  return (
    <Reading item={readingDesk.contribution} readingDesk={readingDesk} axes={axes} key={readingDesk.contribution.id} />
  );
}

const Gone = () => (
  <Ruled>
    <PageHead title={m.reading_gone()}>
      <More to={paths.reading()} icon={null}>
        {m.reading_back()}
      </More>
    </PageHead>
  </Ruled>
);

interface Props {
  item: NonNullable<ReadingTextPage["readingDesk"]["contribution"]>;
  readingDesk: ReadingTextPage["readingDesk"];
  axes: ReadingTextPage["axes"];
}

function Reading({ item, readingDesk, axes }: Props) {
  const { contribution, objective, blind } = item;
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const panel = useRef<MarkPanelHandle>(null);
  const text = useRef<HTMLDivElement>(null);
  const undo = useRef<UndoHandle>(null);
  const why = useRef<ReadFormHandle>(null);
  const shortcuts = useRef<ShortcutsHandle>(null);
  const navigate = useNavigate();
  const search = useReadingSearch();
  const { read: before, from } = useArrivalState();
  const acts = useActs(contribution.id);
  const [read, { loading, error }] = useMutation(readContributions);

  /** To another text, which takes the focus, and the keys pressed meanwhile. */
  const go = (id: string, arrival: Arrival = {}) => {
    held.hold();
    void navigate(paths.readingText(id) + search, { state: arrival });
  };
  const quit = () => {
    held.drop();
    void navigate(paths.reading() + search, { state: { evening: true } satisfies Arrival });
  };
  /** After the last one to the reading desk, which says how far one is. */
  const next = (arrival: Arrival = {}) => (item.nextId ? go(item.nextId, arrival) : quit());
  useArrived();
  const isMarked = item.passages.length > 0;
  const nothingToAdd = () => {
    if (loading) return;
    held.hold();
    void inTurn(async () => {
      // A mark that was pressed before may just have arrived.
      const marked = isMarked || actsOn(contribution.id).length > 0;
      const notRetained = marked || blind ? null : ("NOTHING_TO_ADD" as const);
      const input = { contributionIds: [contribution.id], notRetained };
      const done = (await read({ variables: { input } }).catch(() => null))?.data?.readContributions;
      if (done?.problems.length === 0) next(marked ? { from: contribution.id } : { read: contribution.id });
      else void playHeld();
    });
  };
  const undoAny = async () => {
    if (await undoLast(contribution.id)) return text.current?.focus();
    return from ? go(from) : undo.current?.undo();
  };
  const back = () => go(before!);

  /** The shortcuts, while the text has the focus. */
  const onKey = (key: string) => {
    if (/^[1-9]$/.test(key)) return panel.current?.give(Number(key)) ?? false;
    const does: Record<string, () => void> = {
      n: () => panel.current?.writeNew(),
      r: nothingToAdd,
      s: () => why.current?.open(),
      j: () => next(),
      k: () => item.previousId && go(item.previousId),
      u: () => void undoAny(),
      q: quit,
      "?": () => shortcuts.current?.show(),
    };
    does[key]?.();
    return key in does;
  };

  return (
    <Ruled>
      <ReadHead item={item} toRead={readingDesk.toRead} tonight={readingDesk.evening.read} />
      <Row margin={m.reading_words()} note={m.reading_keys()}>
        {before && (
          <Undo ids={[before]} onUndone={back} ref={undo} key={before}>
            {m.reading_undo_single()}
          </Undo>
        )}
        {from && acts.length === 0 && <Passed onBack={() => go(from)} />}
        <LastAct contributionId={contribution.id} onUndone={() => text.current?.focus()} />
        {blind && <Notice tone="info">{m.reading_blind()}</Notice>}
        <div className={styles.desk}>
          <div className="flow">
            {item.canMark ? (
              <SentencePicker
                text={contribution.body}
                marked={item.passages
                  .map(({ passage }) => passage)
                  .filter(standsIn(contribution))
                  .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))}
                chosen={chosen}
                onChoose={setChosen}
                onKey={onKey}
                arrival={contribution.id}
                ref={text}
              />
            ) : (
              <Unmarkable text={contribution.body} arrival={contribution.id} onKey={onKey} />
            )}
            <Failed because={error}>{m.reading_not_saved()}</Failed>
            <div className="cluster">
              <Button primary disabled={loading} onClick={nothingToAdd}>
                {isMarked || blind ? m.reading_done() : m.reading_nothing()} <Icon name="arrow" />
              </Button>
              {item.previousId && (
                <ButtonLink small to={paths.readingText(item.previousId) + search} state={{}}>
                  {m.reading_previous()}
                </ButtonLink>
              )}
              {item.nextId && (
                <ButtonLink small to={paths.readingText(item.nextId) + search} state={{}}>
                  {m.reading_next()}
                </ButtonLink>
              )}
              <Button small onClick={quit}>
                {m.reading_quit()}
              </Button>
            </div>
            {!isMarked && !blind && (
              <ReadForm
                contributionId={contribution.id}
                themes={axes.flatMap(({ themes }) => themes).filter(({ id }) => id !== contribution.theme?.id)}
                onRead={() => next({ read: contribution.id })}
                ref={why}
              />
            )}
            {!blind && contribution.status === "VISIBLE" && (
              <DiscussAtMeeting about={{ subject: "CONTRIBUTION", id: contribution.id, words: contribution.body }} />
            )}
          </div>
          {item.canMark && objective && (
            <div className={`flow ${styles.panel}`}>
              {item.objectives.length > 1 && <ObjectiveSelect objectives={item.objectives} chosen={objective.slug} />}
              <MarkPanel
                contributionId={contribution.id}
                objective={objective}
                text={contribution.body}
                chosen={chosen}
                onGive={(stretch) => {
                  setChosen((now) => (now === stretch ? null : now));
                  text.current?.focus();
                }}
                onRefused={(stretch) => setChosen((now) => now ?? stretch)}
                keys={{ hold: () => held.hold(), release: () => void playHeld() }}
                ref={panel}
                key={objective.id}
              />
            </div>
          )}
          <div className="flow">
            <Beside item={item} />
            <OfNotebook item={item} />
            <MarkedPassages item={item} />
            <Shortcuts of="text" ref={shortcuts} />
            <More to={paths.reading() + search} icon={null}>
              {m.reading_back()}
            </More>
            {!blind && <Near contribution={contribution} isMarked={isMarked} />}
          </div>
        </div>
      </Row>
    </Ruled>
  );
}
