import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { RuledList_ruling } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { reasonNames } from "../../shared/reasons.ts";
import { outcomeNames } from "./moderation.labels.ts";
import styles from "./Moderation.module.css";
import { UndoRuling } from "./UndoRuling.tsx";

const fragment: TypedDocumentNode<RuledList_ruling> = gql`
  fragment RuledList_ruling on DeskRuling {
    id
    ruledBy
    ruling {
      id
      outcome
      reason
      note
      ruledOn
      judgedElsewhere
      appeal {
        id
        appealedOn
        outcome
      }
    }
    text {
      id
      parts {
        name
        text
      }
    }
  }
`;

interface Props {
  rulings: readonly (FragmentType<RuledList_ruling> & { id: string })[];
  onUndone: () => void;
}

/** Rulings in force, each with its undoing. */
export const RuledList = ({ rulings, onUndone }: Props) => (
  <ul className={styles.ruled}>
    {rulings.map((ruling) => (
      <Line ruling={ruling} onUndone={onUndone} key={ruling.id} />
    ))}
  </ul>
);

RuledList.fragment = fragment;

function Line({ ruling: from, onUndone }: { ruling: FragmentType<RuledList_ruling>; onUndone: () => void }) {
  const { data: it } = useSuspenseFragment({ fragment, from });
  const { outcome, reason, note, ruledOn, appeal } = it.ruling;
  const words = it.text?.parts[0]?.text ?? "";
  return (
    <li>
      <div>
        <p className={styles.clamp} lang={contentLang()}>
          {words || m.moderation_text_gone()}
        </p>
        <p className="quiet">
          {[outcomeNames[outcome](), reason && reasonNames[reason]().toLowerCase(), note].filter(Boolean).join(" · ")}
        </p>
        <p className="quiet">
          {it.ruledBy
            ? m.moderation_ruled_by({ name: it.ruledBy, date: formatDate(ruledOn) })
            : m.moderation_ruled_on({ date: formatDate(ruledOn) })}
        </p>
        {appeal && !appeal.outcome && (
          <p className="quiet">
            {it.ruling.judgedElsewhere
              ? m.moderation_ruled_appealed_elsewhere({ date: formatDate(appeal.appealedOn) })
              : m.moderation_ruled_appealed({ date: formatDate(appeal.appealedOn) })}
          </p>
        )}
      </div>
      {!appeal && <UndoRuling id={it.id} of={words.slice(0, 60)} onUndone={onUndone} />}
    </li>
  );
}
