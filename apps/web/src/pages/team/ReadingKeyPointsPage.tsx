import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { plain } from "@cahier/schema/text/plain";
import { useReadQuery } from "../../graphql/read.ts";
import { OpenProposal } from "../../features/proposalWriting/OpenProposal.tsx";
import styles from "../../features/keyPointWriting/KeyPointWriting.module.css";
import { Board } from "../../features/keyPointWriting/Board.tsx";
import board from "../../features/keyPointWriting/Board.module.css";
import { cardAgreement } from "../../features/keyPointWriting/CardAgreement.tsx";
import { KeyPointPanel } from "../../features/keyPointWriting/KeyPointPanel.tsx";
import { NewKeyPoint } from "../../features/keyPointWriting/NewKeyPoint.tsx";
import { Unsent } from "../../features/reading/evening/Unsent.tsx";
import type { OnDone } from "../../features/keyPointWriting/panel.tsx";
import { useShow } from "../../features/keyPointWriting/useShow.ts";
import { TeamKeyPointFiles } from "../../features/files/TeamKeyPointFiles.tsx";
import type { ReadingKeyPointsPage, ReadingKeyPointsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { NatureSign } from "../../shared/NatureSign.tsx";
import { GroupChoice, groupIn } from "../../shared/GroupChoice.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { Key } from "../../ui/Key.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { objectiveChoice } from "../../shared/choices.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<ReadingKeyPointsPage, ReadingKeyPointsPageVariables> = gql`
  query ReadingKeyPointsPage($id: ID!, $opened: Boolean!, $group: String, $objective: String, $search: String) {
    readingDesk {
      keyPointBoard(group: $group, objective: $objective, search: $search) {
        many
        objective {
          id
          slug
        }
        keyPoints {
          id
          sentence
          definition
          objective {
            id
            slug
          }
          ...Board_keyPoint @unmask
          ...TeamKeyPointFiles_keyPoint @unmask
        }
        more
        agreements {
          ...CardAgreement_agreement @unmask
        }
      }
    }
    keyPoint(id: $id) @include(if: $opened) {
      id
      ...KeyPointPanel_keyPoint
    }
    groups {
      ...GroupChoice_group @unmask
    }
    group(slug: $group) {
      id
      slug
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
    }
  }
  ${Board.fragment}
  ${cardAgreement}
  ${KeyPointPanel.fragment}
  ${TeamKeyPointFiles.fragment}
  ${GroupChoice.fragment}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const id = params.get("key-point");
  const asked = { objective: params.get("objective"), search: params.get("search") };
  return preload(args, query, { id: id ?? "", opened: !!id, group: groupIn(args.request.url), ...asked });
};

/** Keys of the cards, and what each does. */
const keys: [key: string, word: () => string][] = [
  ["M", m.keyPointWriting_key_merge],
  ["R", m.keyPointWriting_key_nest],
  ["U", m.keyPointWriting_key_undo],
  ["N", m.keyPointWriting_key_new],
];

/** The key points of the group as cards that one merges and puts under one another, and one of them in whole. */
export function Component() {
  const { readingDesk, keyPoint, groups, group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { keyPoints, many, more, objective: narrowedTo, agreements } = readingDesk.keyPointBoard;
  const [search] = useSearchParams();
  const show = useShow();
  /** The address of the same page with the key points of one objective alone. */
  const within = (slug: string | null) => ({ search: slug ? `?objective=${slug}` : "" });
  const navigate = useNavigate();
  const [done, setDone] = useState<{ said: string; undo?: () => Promise<void> }>({ said: "" });
  const onDone: OnDone = (said, opened, undo) => {
    setDone({ said, undo });
    if (opened !== undefined) void navigate(show(opened), { preventScrollReset: true });
  };
  useReturn(keyPoint?.id);

  const objective = search.get("objective") ?? narrowedTo?.slug ?? null;
  const words = plain(search.get("search") ?? "").trim();
  const only = search.get("only");
  const filtered = !!words || !!only;
  const found = keyPoints.filter(
    (it) =>
      (!objective || it.objective.slug === objective) &&
      (!only || it.state === only.toUpperCase()) &&
      (!words || plain(`${it.number} ${it.sentence} ${it.definition ?? ""}`).includes(words)),
  );
  const objectives = group?.objectives ?? [];
  const stated = keyPoints.filter(({ state }) => state === "STATED").length;
  return (
    <Ruled>
      <PageHead
        margin={m.reading_stated_count({ count: stated })}
        note={m.reading_working_count({ count: keyPoints.length - stated })}
        title={m.keyPointWriting_title()}
      >
        <Unsent />
        <GroupChoice groups={groups} chosen={group} />
        {objectives.length > 1 && (
          <nav className={board.objectives} aria-label={m.reading_objective()}>
            {[...(many ? [] : [null]), ...objectives].map((it) => (
              <Link
                to={within(it?.slug ?? null)}
                aria-current={(it?.slug ?? null) === objective ? "page" : undefined}
                preventScrollReset
                lang={it ? contentLang() : undefined}
                key={it?.slug ?? ""}
              >
                {it ? `${it.number}. ${it.name}` : m.reading_all_objectives()}
              </Link>
            ))}
          </nav>
        )}
        <div className={board.tools}>
          <More to={paths.reading()} icon={null}>
            {m.keyPointWriting_back_to_reading()}
          </More>
          <Disclosure summary={m.keyPointWriting_find()} open={filtered}>
            <Filters
              label={m.keyPointWriting_title()}
              search={<SearchField name="search" label={m.keyPointWriting_search()} />}
            >
              <FilterSelect
                name="objective"
                label={m.reading_objective()}
                all={m.reading_all_objectives()}
                options={objectives.map(({ slug, number, name }) => ({ value: slug, label: `${number}. ${name}` }))}
              />
              <FilterSelect
                name="only"
                label={m.keyPointWriting_which()}
                all={m.keyPointWriting_all()}
                options={[
                  { value: "working", label: m.keyPointWriting_only_working() },
                  { value: "stated", label: m.keyPointWriting_only_stated() },
                ]}
              />
            </Filters>
          </Disclosure>
          <div id="new">
            <NewKeyPoint objectives={objectives} objective={objective} onDone={onDone} />
          </div>
          {keyPoints.length > 0 && <TeamKeyPointFiles keyPoints={keyPoints} />}
        </div>
      </PageHead>
      <Row margin={(filtered ? m.keyPointWriting_found : m.keyPointWriting_count)({ count: found.length })}>
        {done.said && (
          <Notice tone="done" live>
            <span className="cluster">
              {done.said}
              {done.undo && (
                <Button small onClick={() => void done.undo?.()}>
                  {m.reading_undo()}
                </Button>
              )}
            </span>
          </Notice>
        )}
        <div className={`${styles.beside} ${keyPoint ? styles.opened : styles.closed}`}>
          <div className={styles.list}>
            {found.length > 0 && (
              <>
                <div className={board.tools}>
                  <p className={board.legend}>
                    {keysOf(natureNames)
                      .filter((nature) => found.some((it) => it.nature === nature))
                      .map((nature) => (
                        <span key={nature}>
                          <NatureSign nature={nature} bare /> {natureNames[nature]()}
                        </span>
                      ))}
                  </p>
                  <p className={`${board.legend} ${board.keys}`}>
                    {keys.map(([key, word]) => (
                      <span key={key}>
                        <Key>{key}</Key> {word()}
                      </span>
                    ))}
                  </p>
                </div>
                <Board
                  keyPoints={found}
                  all={keyPoints}
                  agreements={agreements}
                  nested={!filtered}
                  onDone={onDone}
                  undo={done.undo && (() => void done.undo?.())}
                />
              </>
            )}
            {more && <p>{m.keyPointWriting_more()}</p>}
            {!found.length && (
              <Empty title={filtered ? m.keyPointWriting_none_found() : m.keyPointWriting_none()}>
                {filtered ? m.keyPointWriting_none_found_why() : m.keyPointWriting_none_why()}
              </Empty>
            )}
          </div>
          {keyPoint && (
            <div className={styles.aside}>
              <KeyPointPanel
                keyPoint={keyPoint}
                listed={keyPoints}
                objectives={objectives}
                onDone={onDone}
                key={keyPoint.id}
              >
                <OpenProposal group={group?.slug ?? ""} keyPointId={keyPoint.id} />
              </KeyPointPanel>
            </div>
          )}
        </div>
      </Row>
    </Ruled>
  );
}

/** Moves the focus back to the line of a key point in the list, once it is closed. */
function useReturn(opened: string | undefined) {
  const before = useRef(opened);
  useEffect(() => {
    if (before.current && !opened) document.getElementById(`in-list-${before.current}`)?.focus();
    before.current = opened;
  }, [opened]);
}
