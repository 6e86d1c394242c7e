import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { BlockKind, Minutes_minutes } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Meeting.module.css";
import { Review, review } from "./Review.tsx";
import { reactionCounts } from "../../shared/reactionCounts.tsx";
import { minutesSaid } from "../../shared/minutesSaid.tsx";

const fragment: TypedDocumentNode<Minutes_minutes> = gql`
  fragment Minutes_minutes on Minutes {
    ...MinutesSaid_minutes @unmask
    ...Review_minutes @unmask
    publishedAt
    hash
    blocks {
      id
      kind
      topic
      text
      hiddenFor
      owner
      due
      done
      droppedBecause
      late
      contribution {
        id
      }
      reactionCounts {
        ...ReactionCounts_counts @unmask
      }
    }
  }
  ${minutesSaid}
  ${review}
  ${reactionCounts}
`;

export type Block = Minutes_minutes["blocks"][number];

interface Props {
  minutes: FragmentType<Minutes_minutes>;
  meetingId: string;
  /** The day of the page, `YYYY-MM-DD`. */
  today: string;
  /** Reactions to a block that shows. */
  reactions?: (block: Block) => ReactNode;
}

/** Minutes: decisions, then tasks, then discussion. */
export function Minutes({ minutes, meetingId, today, reactions }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Minutes_minutes", from: minutes });
  const { state, publishedAt, present, excused, remote, regions, facts, openQuestions, blocks } = data;
  const { errata, hash, reviewUntil } = data;
  const of = (kind: BlockKind) => blocks.filter((block) => block.kind === kind);
  const attendance = [
    { value: present, name: m.meeting_present({ count: present }) },
    { value: remote, name: m.meeting_by_remote() },
    { value: excused, name: m.meeting_excused({ count: excused }) },
    { value: regions, name: m.meeting_regions({ count: regions }) },
  ].filter(({ value }) => value > 0);
  return (
    <>
      {publishedAt && (
        <p className="quiet">
          <When date={publishedAt} />
        </p>
      )}
      {state === "IN_REVIEW" && reviewUntil && <Review meetingId={meetingId} minutes={data} today={today} />}
      {errata.length > 0 && (
        <Card tone="note" as="section">
          <h3>{m.minutes_errata()}</h3>
          <ul className="prose">
            {errata.map(({ id, text, addedOn }) => (
              <li key={id}>
                <span className="quiet">{formatDate(addedOn)}</span> <span lang={contentLang()}>{text}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ul className={styles.attendance}>
        {attendance.map(({ value, name }) => (
          <li key={name}>
            <b className="figure">{value}</b> <span className="quiet">{name}</span>
          </li>
        ))}
      </ul>
      <p className="prose" lang={contentLang()}>
        {facts}
      </p>
      <div className={styles.outcome}>
        <Blocks title={m.meeting_decisions()} blocks={of("DECISION")} reactions={reactions} />
        <Blocks title={m.meeting_actions()} blocks={of("ACTION")} reactions={reactions} />
      </div>
      {of("NOTE").length > 0 && (
        <section className={styles.topics} id="notes">
          <h3>{m.meeting_notes()}</h3>
          {of("NOTE").map((block) => (
            <div id={block.id} key={block.id}>
              {block.topic && <h4 lang={contentLang()}>{block.topic}</h4>}
              <Words block={block} />
              <Led block={block} />
              {!block.hiddenFor && reactions?.(block)}
            </div>
          ))}
        </section>
      )}
      {of("QUOTE").length > 0 && (
        <section className="flow">
          <h3>{m.meeting_quotes()}</h3>
          {of("QUOTE").map((block) => (
            <div id={block.id} key={block.id}>
              {block.topic && <h4 lang={contentLang()}>{block.topic}</h4>}
              {block.hiddenFor ? (
                <HiddenPlace because={block.hiddenFor} />
              ) : (
                <Quote text={block.text} who={block.owner} />
              )}
              <Led block={block} />
              {!block.hiddenFor && reactions?.(block)}
            </div>
          ))}
        </section>
      )}
      {openQuestions.length > 0 && (
        <Card tone="note" as="section">
          <h3>{m.meeting_open_questions()}</h3>
          <ul className="prose" lang={contentLang()}>
            {openQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Card>
      )}
      {hash && <p className="quiet">{m.minutes_hash({ hash })}</p>}
    </>
  );
}

Minutes.fragment = fragment;

interface BlocksProps extends Pick<Props, "reactions"> {
  title: string;
  blocks: readonly Block[];
}

const Blocks = ({ title, blocks, reactions }: BlocksProps) =>
  blocks.length > 0 && (
    <section className="flow">
      <h3>{title}</h3>
      <ul className="flow">
        {blocks.map(({ id, topic, text, hiddenFor, owner, due, done, droppedBecause, late, contribution }, at) => (
          <Card
            as="li"
            id={id}
            tone={done === false ? "now" : "sheet"}
            foot={
              owner && (
                <span>
                  {owner}
                  {due && (
                    <>
                      {" · "}
                      {m.meeting_before({ date: formatDate(due, "short") })}
                    </>
                  )}
                </span>
              )
            }
            key={id}
          >
            {topic && <h4 lang={contentLang()}>{topic}</h4>}
            <Words block={{ text, hiddenFor }} />
            <Led block={{ contribution }} />
            {done !== null && (
              <p>
                <Chip tone={done || droppedBecause ? "done" : "open"}>
                  {done
                    ? m.meeting_done()
                    : droppedBecause
                      ? m.minutes_action_given_up({ reason: droppedBecause })
                      : late
                        ? m.minutes_action_late()
                        : m.meeting_not_done()}
                </Chip>
              </p>
            )}
            {!hiddenFor && reactions?.(blocks[at]!)}
          </Card>
        ))}
      </ul>
    </section>
  );

/** The words of a block, or why they were hidden. */
const Words = ({ block: { text, hiddenFor } }: { block: Pick<Block, "text" | "hiddenFor"> }) =>
  hiddenFor ? <HiddenPlace because={hiddenFor} /> : <p lang={contentLang()}>{text}</p>;

/** From a block that was read or marked on the reading desk, the way to what became of it. */
const Led = ({ block: { contribution } }: { block: Pick<Block, "contribution"> }) =>
  contribution && (
    <p>
      <More to={paths.contribution(contribution.id)}>{m.meeting_block_led()}</More>
    </p>
  );
