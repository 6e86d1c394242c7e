import { m } from "@cahier/schema/messages";
import type { RulingOutcome } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { type Mask, piecesOf } from "./masks.ts";
import { partName } from "./moderation.labels.ts";
import styles from "./Moderation.module.css";

interface Props {
  parts: readonly { name: string; label: string | null; text: string }[];
  masks: readonly Mask[];
  outcome: RulingOutcome;
  /** Every word is masked, and the rest of the response appears. */
  whole: boolean;
}

/** « Ce que tout le monde lira ». */
export const Preview = ({ parts, masks, outcome, whole }: Props) => (
  <div className="flow">
    <h3>{m.moderation_preview()}</h3>
    <div className={styles.preview}>
      {outcome === "HIDDEN" && !whole
        ? m.moderation_preview_nothing()
        : parts.map((part) => (
            <p lang={contentLang()} className="verbatim" key={part.name}>
              {partName(part) && <small className="quiet">{partName(part)} · </small>}
              {whole
                ? "[…]"
                : piecesOf(part.text, part.name, masks).map((piece) => (piece.masked ? "[…]" : piece.text))}
            </p>
          ))}
    </div>
    <p className="quiet">{m.moderation_author_sees()}</p>
  </div>
);
