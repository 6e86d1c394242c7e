import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { HeldList_text } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { heldFor } from "./moderation.labels.ts";
import styles from "./Moderation.module.css";

const fragment: TypedDocumentNode<HeldList_text> = gql`
  fragment HeldList_text on HeldText {
    id
    givenOn
    because
    parts {
      name
      text
    }
  }
`;

interface Props {
  texts: readonly (FragmentType<HeldList_text> & { id: string })[];
  /** Id of the text that is open. */
  open: string | null;
  toOf: (id: string) => string;
}

/** Texts that wait, each a link that opens it beside. */
export const HeldList = ({ texts, open, toOf }: Props) => (
  <ol className={styles.list} aria-label={m.moderation_list()}>
    {texts.map((text) => (
      <Line text={text} to={toOf(text.id)} open={text.id === open} key={text.id} />
    ))}
  </ol>
);

HeldList.fragment = fragment;

function Line({ text, to, open }: { text: FragmentType<HeldList_text>; to: string; open: boolean }) {
  const { data: it } = useSuspenseFragment({ fragment, from: text });
  return (
    <li>
      <Link to={to} aria-current={open ? "true" : undefined} preventScrollReset>
        <span className={styles.clamp} lang={contentLang()}>
          {it.parts[0]?.text}
        </span>
        <small>
          {heldFor(it.because)} · {formatDate(it.givenOn)}
        </small>
      </Link>
    </li>
  );
}
