import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useInstance } from "../../frame/instance.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Answering.module.css";
import type { Questionnaire } from "./question.ts";

/** Beside the questions: where one starts from, who will see the answer, how else to give it. */
export function Aside({ questionnaire }: { questionnaire: Questionnaire }) {
  const { slug, startingPoint } = questionnaire;
  const { france } = useInstance();
  return (
    <aside className={`flow ${styles.side}`} aria-label={m.questionnaire_aside()}>
      {startingPoint && (
        <Card tone="note">
          <h2>{m.questionnaire_start()}</h2>
          {startingPoint.words && <p lang={contentLang()}>{startingPoint.words}</p>}
          <p>
            <Link to={paths.synthesis(startingPoint.synthesis.slug)} lang={contentLang()}>
              {startingPoint.synthesis.title}
            </Link>
          </p>
        </Card>
      )}
      <Card tone="plain">
        <h2>{m.questionnaire_who()}</h2>
        <ul className="flow">
          <li className={styles.noted}>
            <Icon name="eye" size={18} />
            <span>{france ? m.questionnaire_who_published() : m.questionnaire_who_published_own()}</span>
          </li>
          <li className={styles.noted}>
            <Icon name="person" size={18} />
            <span>{m.questionnaire_who_team()}</span>
          </li>
          <li className={styles.noted}>
            <Icon name="path" size={18} />
            <span>{m.questionnaire_who_follow()}</span>
          </li>
        </ul>
      </Card>
      <Card tone="plain">
        <h2>{m.questionnaire_otherwise()}</h2>
        <ul className="flow">
          <li className={styles.noted}>
            <Icon name="document" size={18} />
            <Link to={paths.questionnairePrint(slug)}>{m.questionnaire_otherwise_paper()}</Link>
          </li>
          <li className={styles.noted}>
            <Icon name="calendar" size={18} />
            <Link to={paths.meetings()}>{m.questionnaire_otherwise_meeting()}</Link>
          </li>
        </ul>
      </Card>
    </aside>
  );
}
