import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Link } from "react-router-dom";
import type {
  NearTexts_text,
  NotRetainedReason,
  Queue_nearTexts,
  Queue_contributions,
} from "../../graphql/operations.generated.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { Pager } from "../../ui/Pager.tsx";
import type { Problem } from "../../ui/problems.ts";
import { When } from "../../ui/When.tsx";
import type { UndoHandle } from "../../ui/undoHandle.ts";
import { NearTextsHead } from "./NearTexts.tsx";
import styles from "../../shared/Desk.module.css";
import { useReadingSearch } from "./filter.ts";
import { RestoreNear } from "./near/LeftNear.tsx";
import { FoldedNearTexts } from "./FoldedNearTexts.tsx";
import { PickAll, useListKeys } from "./keys/listKeys.tsx";
import { KeyPointField } from "../../shared/KeyPointField.tsx";
import { noKeyPoint, readContributions } from "./ReadForm.tsx";
import { Undo } from "./Undo.tsx";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<Queue_contributions> = gql`
  fragment Queue_contributions on ContributionConnection {
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      body
      status
      contributedOn
      objective {
        id
        number
      }
      question {
        id
        code
        label
      }
      region {
        id
        name
      }
      meeting {
        id
        title
      }
      minutesBlock {
        id
        topic
      }
    }
  }
`;

const nearTextsFragment: TypedDocumentNode<Queue_nearTexts> = gql`
  fragment Queue_nearTexts on NearTexts {
    id
    identical {
      ...NearTexts_text @unmask
    }
    almost {
      ...NearTexts_text @unmask
    }
  }
  ${NearTextsHead.fragment}
`;

/** Message if no reason was chosen. */
const noReason: readonly Problem[] = [{ code: "REQUIRED", field: "reason" }];

/** Reasons that several texts may share; one that hands them to another theme is given from a text. */
const bulkReasons = ["ALREADY_SAID", "REQUEST_APART", "TOO_GENERAL", "NOT_ACTIONABLE", "NOT_UNDERSTOOD"] as const;

interface Props {
  contributions: Queue_contributions;
  /** Of those, the ones that others are like. */
  nearTexts: readonly Queue_nearTexts[];
}

/**
 * Texts to read, and « lu, rien à ajouter » for several at once. A page of a list has no identity: it comes unmasked.
 */
export function Queue({ contributions: queue, nearTexts }: Props) {
  const search = useReadingSearch();
  const nearTextsOf = new Map(nearTexts.map((one) => [one.id, one]));
  const folded = foldedIn(queue.nodes, nearTextsOf);
  const shown = queue.nodes.filter(({ id }) => !folded.has(id));
  const [read, { data, loading, error }] = useMutation(readContributions, {
    refetchQueries: ["ReadingPage"],
    awaitRefetchQueries: true,
  });
  const [done, setDone] = useState<{ ids: string[]; reason: NotRetainedReason }>({ ids: [], reason: "NOTHING_TO_ADD" });
  const [left, setLeft] = useState<{ id: string; text: NearTexts_text }>();
  const [lacks, setLacks] = useState<readonly Problem[]>();
  const [reason, setReason] = useState<(typeof bulkReasons)[number] | "">("");
  const list = useRef<HTMLUListElement>(null);
  const undo = useRef<UndoHandle>(null);
  const send = (fields: FormData) => {
    const contributionIds = fields.getAll("contributionIds") as string[];
    if (!contributionIds.length) return;
    const notRetained = fields.get("other") ? reason : "NOTHING_TO_ADD";
    const saidBy = notRetained === "ALREADY_SAID" ? (fields.get("saidBy") as string) : null;
    // Authors read the reason, and are led to what says it: somebody chose them.
    setLacks(notRetained ? (saidBy === "" ? noKeyPoint : undefined) : noReason);
    if (!notRetained || saidBy === "") return;
    void read({ variables: { input: { contributionIds, notRetained, saidBy } } }).then(
      ({ data: came }) => {
        if (came?.readContributions.problems.length !== 0) return;
        setDone({ ids: contributionIds, reason: notRetained });
        list.current?.querySelector("a")?.focus();
      },
      () => undefined, // Told by `error`; what is ticked stays.
    );
  };
  const keyDown = useListKeys(() => undo.current?.undo());
  return (
    <Form
      label={m.reading_queue()}
      problems={lacks ?? data?.readContributions.problems}
      labelOf={(field) =>
        field === "reason" ? m.reading_bulk_reason() : field === "saidBy" ? m.reading_said_by() : undefined
      }
      busy={loading}
      onSubmit={send}
    >
      {done.ids.length > 0 && (
        <Undo
          ids={done.ids}
          onUndone={() => setDone({ ...done, ids: [] })}
          refetch={["ReadingPage"]}
          ref={undo}
          key={done.ids[0]}
        >
          {done.reason === "NOTHING_TO_ADD"
            ? m.reading_bulk_done({ count: done.ids.length })
            : m.reading_bulk_said({ count: done.ids.length, reason: notRetainedNames[done.reason]() })}
        </Undo>
      )}
      {queue.nodes.length > 0 && <PickAll list={list} key={`all ${done.ids[0]}`} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the links and boxes inside */}
      <ul ref={list} onKeyDown={keyDown}>
        {shown.map((item) => (
          <li className={styles.item} key={item.id}>
            {item.status === "HELD" ? (
              <span />
            ) : (
              <Tick
                name="contributionIds"
                value={item.id}
                aria-label={`${m.reading_pick()}${m.ui_colon()}${item.body.slice(0, 60)}`}
              />
            )}
            <div className="flow">
              <p className="cluster quiet">
                {item.question && (
                  <span>
                    {m.reading_question()} {item.question.code}
                  </span>
                )}
                {item.minutesBlock && (
                  <span lang={contentLang()}>{item.minutesBlock.topic ?? item.meeting?.title}</span>
                )}
                {item.region && <span>{item.region.name}</span>}
                <When date={item.contributedOn} format="short" />
                {item.status === "HELD" && <Chip tone="open">{m.reading_held()}</Chip>}
                {item.status === "UNPUBLISHED" && <Chip>{m.reading_not_published()}</Chip>}
              </p>
              {item.status === "HELD" ? (
                <p lang={contentLang()}>{item.body}</p>
              ) : (
                <Link to={paths.readingText(item.id) + search} className={styles.clamp} lang={contentLang()}>
                  {item.body}
                </Link>
              )}
              {nearTextsOf.has(item.id) && (
                <FoldedNearTexts
                  item={item}
                  nearTexts={nearTextsOf.get(item.id)!}
                  onLeft={(text) => setLeft({ id: item.id, text })}
                />
              )}
              <output>{left?.id === item.id && m.near_left_in_queue()}</output>
              {left?.id === item.id && (
                <RestoreNear {...left} again={["ReadingPage"]} onRestored={() => setLeft(undefined)} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <Failed because={error} />
      {queue.nodes.length > 0 && (
        <div className="cluster">
          <Button type="submit" small disabled={loading}>
            {m.reading_nothing_bulk()}
          </Button>
          <Select
            name="reason"
            label={m.reading_bulk_reason()}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
          >
            <option value="">{m.reading_bulk_choose()}</option>
            {bulkReasons.map((one) => (
              <option value={one} key={one}>
                {notRetainedNames[one]()}
              </option>
            ))}
          </Select>
          {reason === "ALREADY_SAID" && <KeyPointField label={m.reading_said_by()} />}
          <Button type="submit" name="other" value="yes" small disabled={loading}>
            {m.reading_bulk_do()}
          </Button>
        </div>
      )}
      <Pager pageInfo={queue.pageInfo} label={m.reading_more()} />
    </Form>
  );
}

Queue.fragment = fragment;
Queue.nearTexts = nearTextsFragment;

/** Texts of a page folded under the first one in the same words. */
function foldedIn(nodes: readonly { id: string }[], nearTextsOf: Map<string, Queue_nearTexts>): Set<string> {
  const folded = new Set<string>();
  for (const { id } of nodes)
    if (!folded.has(id))
      for (const { contribution } of nearTextsOf.get(id)?.identical ?? []) folded.add(contribution.id);
  return folded;
}
