import { m } from "@cahier/schema/messages";
import { backupNights, kept, type KeptName, teamSession, warnedBefore } from "@cahier/schema/retention";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { groundWords, keptWords, readerWords, spanWords } from "./retention.words.ts";
import styles from "./Retention.module.css";

/** Each thing kept of people and until when, then why and who reads it, one press away: written from the description that the purges follow. */
export const Retention = () => (
  <Row heading={m.retention_title()} note={m.retention_note()} id="retention">
    <ul className={styles.parts}>
      {(Object.keys(kept) as KeptName[]).map((name) => (
        <Part name={name} key={name} />
      ))}
    </ul>
    <p>{m.retention_backup({ nights: backupNights })}</p>
  </Row>
);

function Part({ name }: { name: KeptName }) {
  const { ground, seenBy, after } = kept[name];
  const [title, why, until] = keptWords[name];
  const spans = { time: after ? spanWords(after) : "", team: spanWords(teamSession), warned: spanWords(warnedBefore) };
  return (
    <li>
      <Disclosure
        summary={
          <>
            <b className={styles.what}>{title()}</b>
            {until(spans)}
          </>
        }
      >
        <p>{why()}</p>
        <dl>
          <dt>{m.retention_seen()}</dt>
          <dd>{readerWords[seenBy]()}</dd>
          <dt>{m.retention_ground()}</dt>
          <dd>{groundWords[ground]()}</dd>
        </dl>
      </Disclosure>
    </li>
  );
}
