import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { OwnAppeals_appeal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { reasonNames } from "../../shared/reasons.ts";
import styles from "./Moderation.module.css";

const fragment: TypedDocumentNode<OwnAppeals_appeal> = gql`
  fragment OwnAppeals_appeal on DeskAppeal {
    id
    appeal {
      id
      text
      appealedOn
    }
    ruling {
      id
      ruling {
        id
        reason
        judgedElsewhere
      }
      text {
        id
        parts {
          name
          text
        }
      }
    }
  }
`;

interface Props {
  appeals: readonly (FragmentType<OwnAppeals_appeal> & { id: string })[];
}

/** Appeals against what the viewer decided: who answers them, so that nobody waits for oneself. */
export const OwnAppeals = ({ appeals }: Props) =>
  appeals.length > 0 && (
    <section aria-labelledby="own-appeals">
      <h3 id="own-appeals">{m.moderation_own_appeals()}</h3>
      <ul className={styles.ruled}>
        {appeals.map((appeal) => (
          <Line appeal={appeal} key={appeal.id} />
        ))}
      </ul>
    </section>
  );

OwnAppeals.fragment = fragment;

function Line({ appeal: from }: { appeal: FragmentType<OwnAppeals_appeal> }) {
  const { data: it } = useSuspenseFragment({ fragment, from });
  if (!it.ruling) return null;
  const { ruling, text } = it.ruling;
  const date = formatDate(it.appeal.appealedOn);
  return (
    <li>
      <div>
        <p className={styles.clamp} lang={contentLang()}>
          {text?.parts[0]?.text ?? m.moderation_text_gone()}
        </p>
        {ruling.reason && <p className="quiet">{reasonNames[ruling.reason]()}</p>}
        <p lang={contentLang()}>{m.moderation_appeal_author({ text: it.appeal.text })}</p>
        <p className="quiet">
          {ruling.judgedElsewhere
            ? m.moderation_own_appeal_elsewhere({ date })
            : m.moderation_own_appeal_other({ date })}
        </p>
      </div>
    </li>
  );
}
