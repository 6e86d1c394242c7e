import { gql, type TypedDocumentNode } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { Peek_item } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { authorOf, placeBeside } from "../../../i18n/voices.ts";
import { voiceFragment } from "../../../shared/byline.tsx";
import styles from "./Evening.module.css";

const fragment: TypedDocumentNode<Peek_item> = gql`
  fragment Peek_item on ReadingText {
    id
    contribution {
      id
      body
      ...Voice_contribution @unmask
    }
  }
  ${voiceFragment}
`;

/** The next text, once it is there. */
export function Peek({ id }: { id: string | null }) {
  const { data, complete } = useFragment({
    fragment,
    fragmentName: "Peek_item",
    from: id ? { __typename: "ReadingText", id } : null,
  });
  if (!id) return <p className={styles.peek}>{m.evening_last()}</p>;
  if (!complete) return <p className={styles.peek}>{m.evening_next_awaited()}</p>;
  const { contribution } = data;
  return (
    <p className={styles.peek}>
      <b>{m.evening_next_there()}</b>
      <span lang={contentLang()}>
        {m.evening_next_words({
          who: [authorOf(contribution), placeBeside(contribution)].filter(Boolean).join(", "),
          words: contribution.body.slice(0, 160),
        })}
      </span>
    </p>
  );
}

Peek.fragment = fragment;
