import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { NearLine_contribution } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { authorOf, placeBeside } from "../../../i18n/voices.ts";
import { voiceFragment } from "../../../shared/byline.tsx";
import { sentencesOf, type Stretch } from "../../../shared/sentences.ts";
import styles from "./NearSheet.module.css";
import { Key } from "../../../ui/Key.tsx";

export const nearLine: TypedDocumentNode<NearLine_contribution> = gql`
  fragment NearLine_contribution on Contribution {
    id
    body
    status
    ...Voice_contribution @unmask
    question {
      id
      code
    }
  }
  ${voiceFragment}
`;

interface Props {
  text: NearLine_contribution;
  /** The words that would be given. */
  stretch: Stretch;
  kept: boolean;
  current: boolean;
  onFocus: () => void;
  onToggle: () => void;
  onChoose: (stretch: Stretch) => void;
}

/** One text of a sheet: kept or taken out, with the sentence that would be given; a press on another takes that one. */
export function NearLine({ text, stretch, kept, current, onFocus, onToggle, onChoose }: Props) {
  const sentences = sentencesOf(text.body);
  const Words = kept ? "mark" : "span";
  const who = [authorOf(text), placeBeside(text), text.question?.code].filter(Boolean).join(", ");
  return (
    <li className={styles.line} data-line data-current={current || undefined} data-out={!kept || undefined}>
      <input
        type="checkbox"
        checked={kept}
        aria-label={m.near_sheet_keep({ who })}
        onFocus={onFocus}
        onChange={onToggle}
      />
      <div>
        <p lang={contentLang()}>
          {sentences.map(({ start, end }) =>
            start === stretch.start ? (
              <Words className={kept ? styles.proposed : undefined} key={start}>
                {text.body.slice(start, end)}{" "}
              </Words>
            ) : (
              <button
                type="button"
                className={styles.sentence}
                title={m.near_sheet_this_one()}
                onClick={() => onChoose({ start, end })}
                key={start}
              >
                {text.body.slice(start, end)}{" "}
              </button>
            ),
          )}
        </p>
        <small>{who}</small>
      </div>
      {current && (
        <button type="button" className={styles.out} onClick={onToggle}>
          {kept ? m.near_sheet_out() : m.near_sheet_back()} <Key>X</Key>
        </button>
      )}
    </li>
  );
}
