import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { NearSheet_item } from "../../../graphql/operations.generated.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Pins } from "../pins/Pins.tsx";
import { NearGive } from "./NearGive.tsx";
import { NearLine, nearLine } from "./NearLine.tsx";
import { useNearSheet } from "./useNearSheet.ts";
import styles from "./NearSheet.module.css";

const fragment: TypedDocumentNode<NearSheet_item> = gql`
  fragment NearSheet_item on ReadingText {
    id
    canMark
    blind
    passages {
      id
    }
    contribution {
      ...NearLine_contribution @unmask
    }
    near(first: 20) {
      words
      isRead
      keyPoints {
        id
      }
      contribution {
        ...NearLine_contribution @unmask
      }
    }
    nearTexts {
      id
      identical {
        words
        isRead
        keyPoints {
          id
        }
        contribution {
          ...NearLine_contribution @unmask
        }
      }
      almost {
        words
        isRead
        keyPoints {
          id
        }
        contribution {
          ...NearLine_contribution @unmask
        }
      }
    }
    objective(slug: $for) {
      id
      ...Pins_objective @unmask
    }
  }
  ${nearLine}
  ${Pins.fragment}
`;

/**
 * Texts near one on one sheet: each is kept or taken out, then the kept ones are given in one act. Nothing is given
 * without somebody, and nothing is merged: each keeps its own trail.
 */
export function NearSheet({ item }: { item: NearSheet_item }) {
  const sheet = useNearSheet(item);
  const { lines, stretches, kept, at } = sheet;
  if (lines.length < 2) return <Empty title={m.near_sheet_none()}>{m.near_none()}</Empty>;
  return (
    <div className={styles.near}>
      <ul className={styles.all} aria-label={m.near_title()}>
        {lines.map(({ text }, index) => (
          <NearLine
            text={text}
            stretch={stretches.get(text.id)!}
            kept={kept.has(text.id)}
            current={index === at}
            onFocus={() => sheet.setAt(index)}
            onToggle={() => sheet.toggle(text.id)}
            onChoose={(stretch) => sheet.choose(text.id, stretch)}
            key={text.id}
          />
        ))}
      </ul>
      <NearGive objective={item.objective} sheet={sheet} />
    </div>
  );
}

NearSheet.fragment = fragment;
