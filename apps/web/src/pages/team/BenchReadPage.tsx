import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { type Arrival, benchFilter, useArrivalState, useBenchSearch } from "../../features/reading/filter.ts";
import { MarkedPassages } from "../../features/reading/MarkedPassages.tsx";
import { ObjectiveSelect } from "../../features/reading/ObjectiveSelect.tsx";
import { MarkPanel, type MarkPanelHandle } from "../../features/reading/MarkPanel.tsx";
import { Near } from "../../features/reading/Near.tsx";
import { ReadHead } from "../../features/reading/ReadHead.tsx";
import { ReadForm, type ReadFormHandle, readContributions } from "../../features/reading/ReadForm.tsx";
import { Shortcuts, type ShortcutsHandle } from "../../features/reading/Shortcuts.tsx";
import { Unmarkable } from "../../features/reading/Unmarkable.tsx";
import { Undo, type UndoHandle } from "../../features/reading/Undo.tsx";
import { SentencePicker } from "../../features/proposalWriting/SentencePicker.tsx";
import { standsIn } from "../../features/contribution/Words.tsx";
import type { Stretch } from "../../shared/sentences.ts";
import styles from "../../shared/Desk.module.css";
import type { BenchReadPage, BenchReadPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<BenchReadPage, BenchReadPageVariables> = gql`
  query BenchReadPage($id: ID!, $filter: BenchFilter, $for: String) {
    bench {
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
          id
          slug
          number
          name
        }
        objective(slug: $for) {
          id
          slug
          ...MarkPanel_objective
        }
        ...MarkedPassages_item
        contribution {
          id
          body
          revision
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
  ${ReadHead.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {
    id: args.params.contributionId!,
    filter: benchFilter(new URL(args.request.url).searchParams),
    for: new URL(args.request.url).searchParams.get("for"),
  });

/** One contribution to be read: its words on the left, what they say on the right. */
export function Component() {
  const { bench, axes } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!bench.contribution) return <Gone />;
  return <Reading item={bench.contribution} bench={bench} axes={axes} key={bench.contribution.id} />;
}

const Gone = () => (
  <Ruled>
    <PageHead title={m.bench_gone()}>
      <More to={paths.bench()} icon={null}>
        {m.bench_back()}
      </More>
    </PageHead>
  </Ruled>
);

interface Props {
  item: NonNullable<BenchReadPage["bench"]["contribution"]>;
  bench: BenchReadPage["bench"];
  axes: BenchReadPage["axes"];
}

function Reading({ item, bench, axes }: Props) {
  const { contribution, objective, blind } = item;
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const panel = useRef<MarkPanelHandle>(null);
  const text = useRef<HTMLDivElement>(null);
  const undo = useRef<UndoHandle>(null);
  const why = useRef<ReadFormHandle>(null);
  const shortcuts = useRef<ShortcutsHandle>(null);
  const navigate = useNavigate();
  const search = useBenchSearch();
  const before = useArrivalState().read;
  const [read, { loading, error }] = useMutation(readContributions);

  /** To the next text, which takes the focus; after the last one to the bench, which says how far one is. */
  const next = (arrival: Arrival = {}) =>
    item.nextId
      ? void navigate(paths.benchRead(item.nextId) + search, { state: arrival })
      : void navigate(paths.bench() + search, { state: { evening: true } satisfies Arrival });
  const quit = () => void navigate(paths.bench() + search, { state: { evening: true } satisfies Arrival });
  const isMarked = item.passages.length > 0;
  const nothingToAdd = () => {
    if (loading) return;
    const notRetained = isMarked || blind ? null : "NOTHING_TO_ADD";
    void read({ variables: { input: { contributionIds: [contribution.id], notRetained } } }).then(
      ({ data }) => data?.readContributions.problems.length === 0 && next({ read: contribution.id }),
    );
  };
  const back = () => void navigate(paths.benchRead(before!) + search, { state: {} });

  /** The shortcuts, while the text has the focus. */
  const onKey = (key: string) => {
    if (/^[1-9]$/.test(key)) return panel.current?.give(Number(key)) ?? false;
    const acts: Record<string, () => void> = {
      n: () => panel.current?.writeNew(),
      r: nothingToAdd,
      s: () => why.current?.open(),
      j: () => next(),
      k: () => item.previousId && void navigate(paths.benchRead(item.previousId) + search, { state: {} }),
      u: () => undo.current?.undo(),
      q: quit,
      "?": () => shortcuts.current?.show(),
    };
    acts[key]?.();
    return key in acts;
  };

  return (
    <Ruled>
      <ReadHead item={item} toRead={bench.toRead} tonight={bench.evening.read} />
      <Row margin={m.bench_words()} note={m.bench_keys()}>
        {before && (
          <Undo ids={[before]} onUndone={back} ref={undo} key={before}>
            {m.bench_undo_single()}
          </Undo>
        )}
        {blind && <Notice tone="info">{m.bench_blind()}</Notice>}
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
            {error && (
              <Notice tone="warn" live>
                {m.bench_not_saved()}
              </Notice>
            )}
            <div className="cluster">
              <Button primary disabled={loading} onClick={nothingToAdd}>
                {isMarked || blind ? m.bench_done() : m.bench_nothing()} <Icon name="arrow" />
              </Button>
              {item.previousId && (
                <ButtonLink small to={paths.benchRead(item.previousId) + search} state={{}}>
                  {m.bench_previous()}
                </ButtonLink>
              )}
              {item.nextId && (
                <ButtonLink small to={paths.benchRead(item.nextId) + search} state={{}}>
                  {m.bench_next()}
                </ButtonLink>
              )}
              <Button small onClick={quit}>
                {m.bench_quit()}
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
          </div>
          {item.canMark && objective && (
            <div className={`flow ${styles.panel}`}>
              {item.objectives.length > 1 && <ObjectiveSelect objectives={item.objectives} chosen={objective.slug} />}
              <MarkPanel
                contributionId={contribution.id}
                objective={objective}
                text={contribution.body}
                chosen={chosen}
                onMarked={() => {
                  setChosen(null);
                  text.current?.focus();
                }}
                ref={panel}
                key={objective.id}
              />
            </div>
          )}
          <div className="flow">
            <MarkedPassages item={item} />
            <Shortcuts of="text" ref={shortcuts} />
            <More to={paths.bench() + search} icon={null}>
              {m.bench_back()}
            </More>
            {!blind && <Near contribution={contribution} isMarked={isMarked} />}
          </div>
        </div>
      </Row>
    </Ruled>
  );
}
