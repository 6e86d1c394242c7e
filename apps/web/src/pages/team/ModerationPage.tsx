import { gql, type TypedDocumentNode } from "@apollo/client";
import { countedOneByOne } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Appeals } from "../../features/moderation/Appeals.tsx";
import { AppealsRow } from "../../features/moderation/AppealsRow.tsx";
import { BulkPanel } from "../../features/moderation/BulkPanel.tsx";
import { HeldList } from "../../features/moderation/HeldList.tsx";
import { Late } from "../../features/moderation/Late.tsx";
import styles from "../../features/moderation/Moderation.module.css";
import { ListMore } from "../../features/moderation/ListMore.tsx";
import { Months } from "../../features/moderation/Months.tsx";
import { OwnAppeals } from "../../features/moderation/OwnAppeals.tsx";
import { Reviews, reviews } from "../../features/moderation/Reviews.tsx";
import { RuledList } from "../../features/moderation/RuledList.tsx";
import { RulePanel, ruleText } from "../../features/moderation/RulePanel.tsx";
import { UndoRuling } from "../../features/moderation/UndoRuling.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import type { ModerationPage, ModerationPageVariables, RulingOutcome } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { told } from "../../shared/counted.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import type { UndoHandle } from "../../ui/undoHandle.ts";
import { refuse } from "./allowed.ts";

const query: TypedDocumentNode<ModerationPage, ModerationPageVariables> = gql`
  query ModerationPage($after: String, $ruledAfter: String) {
    viewer {
      id
    }
    appeals {
      id
      ...Appeals_appeal
    }
    moderationFigures {
      ...Months_figures @unmask
    }
    curations {
      ...ListMore_curation @unmask
    }
    moderationDesk {
      heldCount
      reviews {
        ...Reviews_review @unmask
      }
      ownAppeals {
        id
        ...OwnAppeals_appeal
      }
      reportedCount
      busyCount
      heldSince
      held(first: 50, after: $after) {
        nodes {
          id
          status
          because
          version
          ...HeldList_text
          ...RulePanel_text
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
      rulings(first: 10, after: $ruledAfter) {
        nodes {
          id
          ...RuledList_ruling
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
  ${Appeals.fragment}
  ${OwnAppeals.fragment}
  ${Months.fragment}
  ${reviews}
  ${HeldList.fragment}
  ${RulePanel.fragment}
  ${RuledList.fragment}
  ${ListMore.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const variables = { after: params.get("after"), ruledAfter: params.get("ruled") };
  return preload(
    args,
    query,
    variables,
    ({ moderationDesk, appeals, viewer }) => moderationDesk ?? appeals ?? refuse(viewer ? 403 : 401),
  );
};

/** Last rulings. */
interface Done {
  id: string;
  outcome: RulingOutcome;
  /** Number of texts that were ruled on in one act. */
  batch?: number;
}

const doneNames: Record<RulingOutcome, () => string> = {
  SHOWN: m.moderation_done_SHOWN,
  MASKED: m.moderation_done_MASKED,
  HIDDEN: m.moderation_done_HIDDEN,
  ANSWERED: m.moderation_done_ANSWERED,
};

/** The desk of moderators; for whoever may decide appeals alone, these. */
export function Component() {
  const { moderationDesk, appeals, moderationFigures, curations } = useReadQuery(useLoaderData<typeof loader>()).data;
  const row = (
    <AppealsRow appeals={appeals ?? []} own={moderationDesk?.ownAppeals ?? []} told={moderationDesk !== null} />
  );
  const months = (
    <Row heading={m.moderation_figures_months()} note={m.moderation_figures_public()} id="months">
      <Months figures={moderationFigures} />
      <More to={paths.moderationFigures()}>{m.moderation_figures_title()}</More>
    </Row>
  );
  const more = <ListMore appeals={appeals?.length ?? 0} curations={curations} />;
  if (moderationDesk) return <Desk desk={moderationDesk} more={more} appeals={row} months={months} />;
  return (
    <Ruled>
      <PageHead title={m.moderation_desk()} tab={m.moderation_title()} />
      {row}
      {months}
    </Ruled>
  );
}

interface DeskProps {
  desk: NonNullable<ModerationPage["moderationDesk"]>;
  /** Lists of the left column beside those of texts that wait. */
  more: ReactNode;
  appeals: ReactNode;
  months: ReactNode;
}

/** Texts that wait, the one in hand, appeals, and what was decided. */
function Desk({ desk, more, appeals, months }: DeskProps) {
  const { heldCount, reportedCount, busyCount, heldSince, held, rulings, reviews: read } = desk;
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [ruled, setRuled] = useState<Done | "undone" | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const act = useAct(ruleText, ["ModerationPage"]);
  const undo = useRef<UndoHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.max(
    0,
    held.nodes.findIndex(({ id }) => id === params.get("text")),
  );
  const open = held.nodes[at];
  // One more than are counted says that there are more.
  const waiting = Math.min(heldCount + reportedCount, countedOneByOne + 1);
  const chosen = held.nodes.filter(({ id }) => ticked.has(id));
  const tick = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const toOf = (id: string) => paths.moderation({ after: params.get("after"), ruled: params.get("ruled"), text: id });
  const go = (step: number) => {
    const next = held.nodes[(at + step + held.nodes.length) % held.nodes.length];
    if (next) void navigate(toOf(next.id), { replace: true, preventScrollReset: true });
  };
  useKeys({
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    u: () => undo.current?.undo(),
    x: () => open && tick(open.id),
  });
  // The next text comes in the place of the one that was ruled on: it is read first.
  useEffect(() => {
    if (ruled) heading.current?.focus();
  }, [ruled]);
  return (
    <Ruled>
      <PageHead
        margin={waiting > 0 ? told(waiting, m.moderation_to_see, m.moderation_to_see_more) : undefined}
        note={heldSince && m.moderation_since({ date: formatDate(heldSince) })}
        title={waiting > 0 ? told(waiting, m.moderation_head, m.moderation_head_more) : m.moderation_none()}
        tab={m.moderation_title()}
        lead={<p>{waiting > 0 ? m.moderation_lead() : m.moderation_none_next()}</p>}
      />
      <Row>
        <Late act={act} />
        {ruled && act.problems.length === 0 && (
          <Notice tone="done" live>
            {ruled === "undone" ? (
              m.moderation_undone()
            ) : (
              <span className="cluster">
                {ruled.batch ? m.moderation_done_bulk({ count: ruled.batch }) : doneNames[ruled.outcome]()}
                <UndoRuling
                  id={ruled.id}
                  batch={ruled.batch !== undefined}
                  keyed
                  onUndone={() => setRuled("undone")}
                  ref={undo}
                />
              </span>
            )}
          </Notice>
        )}
        {open ? (
          <div className={styles.desk}>
            <div className="flow">
              <HeldList
                texts={held.nodes}
                open={open.id}
                toOf={toOf}
                counts={{ held: heldCount, reported: reportedCount, busy: busyCount }}
                chosen={new Set(chosen.map(({ id }) => id))}
                onChoose={setTicked}
              >
                {more}
              </HeldList>
              <Pager pageInfo={held.pageInfo} label={m.moderation_list()} />
            </div>
            <section className={styles.panel} aria-labelledby="held">
              <h2 id="held" tabIndex={-1} className="visually-hidden" ref={heading}>
                {m.moderation_what()}
              </h2>
              {chosen.length > 0 ? (
                <BulkPanel
                  texts={chosen}
                  onCancel={() => setTicked(new Set())}
                  onRuled={(id, outcome, batch) => {
                    setTicked(new Set());
                    setRuled(id ? { id, outcome, batch } : null);
                  }}
                />
              ) : (
                <RulePanel
                  text={open}
                  act={act}
                  onRuled={(id, outcome) => {
                    setRuled({ id, outcome });
                    if (outcome === "ANSWERED") go(1);
                  }}
                  onPass={() => go(1)}
                  key={`${open.id} ${open.version}`}
                />
              )}
            </section>
          </div>
        ) : (
          <>
            <div className={styles.list}>{more}</div>
            {waiting > 0 && <Pager pageInfo={held.pageInfo} label={m.moderation_list()} />}
          </>
        )}
      </Row>
      {appeals}
      <Row heading={m.moderation_ruled()} note={m.moderation_ruled_note()} id="ruled">
        {rulings.nodes.length === 0 && <p>{m.moderation_ruled_none()}</p>}
        <RuledList rulings={rulings.nodes} onUndone={() => setRuled("undone")} />
        {rulings.pageInfo.hasNextPage && (
          <More to={`${paths.moderation({ ruled: rulings.pageInfo.endCursor })}#ruled`}>
            {m.moderation_ruled_more()}
          </More>
        )}
      </Row>
      {months}
      <Row heading={m.moderation_review()} note={m.moderation_review_note()} id="review">
        <Reviews of={read} />
      </Row>
    </Ruled>
  );
}
