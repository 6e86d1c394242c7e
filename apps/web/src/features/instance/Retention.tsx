import { m } from "@cahier/schema/messages";
import { kept, type KeptName, teamSession, warnedBefore } from "@cahier/schema/retention";
import { Row } from "../../ui/Ruled.tsx";
import { groundWords, keptWords, readerWords, spanWords } from "./retention.words.ts";
import styles from "./Retention.module.css";

/** What is kept of people, why, and until when: written from the description that the purges follow. */
export const Retention = () => (
  <Row heading={m.retention_title()} note={m.retention_note()} id="retention">
    <ul className={styles.parts}>
      {(Object.keys(kept) as KeptName[]).map((name) => (
        <Part name={name} key={name} />
      ))}
    </ul>
  </Row>
);

function Part({ name }: { name: KeptName }) {
  const { ground, seenBy, after } = kept[name];
  const [title, why, until] = keptWords[name];
  const spans = { time: after ? spanWords(after) : "", team: spanWords(teamSession), warned: spanWords(warnedBefore) };
  return (
    <li>
      <h3>{title()}</h3>
      <p>{why()}</p>
      <dl>
        <dt>{m.retention_until()}</dt>
        <dd>{until(spans)}</dd>
        <dt>{m.retention_seen()}</dt>
        <dd>{readerWords[seenBy]()}</dd>
        <dt>{m.retention_ground()}</dt>
        <dd>{groundWords[ground]()}</dd>
      </dl>
    </li>
  );
}
