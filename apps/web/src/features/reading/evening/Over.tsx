import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Over_evening } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import styles from "./Over.module.css";
import { SetAside } from "./SetAside.tsx";
import { textsOf } from "../outbox/waiting.ts";
import { useEveningOf, useOutbox } from "./sending.tsx";
import { waitSentence } from "../outbox/waits.ts";

const fragment: TypedDocumentNode<Over_evening> = gql`
  fragment Over_evening on Evening {
    read
    responses
    hoursLeft
    minutes
    notRetained
    marked
    keyPoints {
      id
      passages
      keyPoint {
        id
        sentence
        nature
        peopleCount
      }
    }
  }
`;

interface Props {
  evening: Over_evening;
  /** Responses that are left, where they are counted, and texts. */
  responsesToRead: number | null;
  toRead: number;
  /** True if nobody has read anything yet: nothing has come. */
  isFirst: boolean;
  secondReadings: number;
  keptForTwo: number;
  keptByMe: number;
  personId: string;
  /** The ways on. */
  children: ReactNode;
}

/** Sheets drawn at most: more evenings than that are told in words alone. */
const most = 12;

/** The end of an evening: a count, how many evenings are left, what grew, and who waits for it. */
export function Over({
  evening,
  responsesToRead,
  toRead,
  isFirst,
  secondReadings,
  keptForTwo,
  keptByMe,
  personId,
  children,
}: Props) {
  const session = useEveningOf(personId);
  const { waiting, cut, failure } = useOutbox(session);
  const unsent = new Set(waiting.flatMap(textsOf)).size;
  const { read, responses, hoursLeft, minutes, notRetained, marked, keyPoints } = evening;
  // By texts where the responses that are left are too many to be counted.
  const evenings = read > 0 ? Math.ceil(responsesToRead === null ? toRead / read : responsesToRead / responses) : 0;
  const none = isFirst ? m.reading_none_yet() : m.evening_over_all();
  const left = toRead === 0 ? none : evenings > 0 && m.evening_over_left({ count: evenings });
  return (
    <div className={styles.over}>
      <title>{`${m.evening_over_tab()} · Cahier commun`}</title>
      <h1 data-arrival="evening" tabIndex={-1}>
        {m.evening_over_read({ count: responses })}
        {left && (
          <>
            <br />
            {left}
          </>
        )}
      </h1>
      <p className={styles.lead}>
        {read > 1 && m.evening_over_minutes({ count: Math.max(minutes, 1) })}{" "}
        {toRead > 0 &&
          (responsesToRead === null || responsesToRead === toRead
            ? m.evening_over_to_read({ count: toRead })
            : m.evening_over_to_read_texts({ count: responsesToRead, texts: toRead }))}{" "}
        {hoursLeft !== null && m.reading_hours_left({ count: hoursLeft })}
      </p>
      {cut && unsent > 0 && <p className={styles.lead}>{waitSentence(failure, unsent)}</p>}
      <SetAside session={session} />
      {evenings > 0 && evenings < most && (
        <svg
          className={styles.sheets}
          viewBox={`0 0 ${(evenings + 1) * 50} 48`}
          width={(evenings + 1) * 50}
          height="48"
          role="img"
          aria-label={m.evening_over_drawn({ count: evenings + 1 })}
        >
          {Array.from({ length: evenings + 1 }, (_, index) => (
            <g transform={`translate(${index * 50})`} key={index}>
              <path className={index === 0 ? styles.on : undefined} d="M4 2h24l8 8v36H4z" />
              {index === 0 && <path className={styles.ruling} d="M11 16h18M11 24h18M11 32h12" />}
            </g>
          ))}
        </svg>
      )}
      <div className={styles.columns}>
        <section>
          <h2>{m.evening_over_marked()}</h2>
          {keyPoints.length === 0 && <p>{m.evening_over_none()}</p>}
          <ul className={styles.grew}>
            {keyPoints.map(({ id, passages, keyPoint }) => (
              <li key={id}>
                <NatureSign nature={keyPoint.nature} />
                <Link to={paths.keyPoint(keyPoint.id)} lang={contentLang()}>
                  {keyPoint.sentence}
                </Link>
                <span>
                  +{passages} <b>{m.vocabulary_people({ count: keyPoint.peopleCount })}</b>
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{m.evening_over_two()}</h2>
          {keptByMe > 0 && <p>{m.evening_over_kept_by_me({ count: keptByMe })}</p>}
          {secondReadings > 0 && (
            <p>
              <Link to={paths.reading({ only: "second" })}>{m.reading_second_wait({ count: secondReadings })}</Link>
              {keptForTwo > 0 && m.reading_second_kept({ count: keptForTwo })}
            </p>
          )}
          {keptByMe + secondReadings === 0 && <p>{m.evening_over_no_second()}</p>}
        </section>
        <section>
          <h2>{m.evening_over_told()}</h2>
          <p>
            {marked > 0 && m.evening_over_kept({ count: marked })}{" "}
            {notRetained > 0 && m.evening_over_reasons({ count: notRetained })}
            {marked + notRetained === 0 && m.evening_over_nobody()}
          </p>
        </section>
      </div>
      <div className={`cluster ${styles.ways}`}>{children}</div>
    </div>
  );
}

Over.fragment = fragment;
