import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, useSearchParams } from "react-router-dom";
import type { KeyPointTree_keyPoint } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Swatch } from "./Swatch.tsx";
import styles from "./KeyPointWriting.module.css";
import { useShow } from "./useShow.ts";
import { type Branch, treeOf } from "./tree.ts";

const fragment: TypedDocumentNode<KeyPointTree_keyPoint> = gql`
  fragment KeyPointTree_keyPoint on KeyPoint {
    id
    number
    sentence
    state
    color
    peopleCount
    regionCount
    parent {
      id
      sentence
    }
  }
`;

interface Props {
  keyPoints: readonly KeyPointTree_keyPoint[];
  /** As they stand under one another; a list, each with what it stands under, where some are left out. */
  nested: boolean;
}

/** Key points, each under its own: a press shows one of them in whole. */
export function KeyPointTree({ keyPoints, nested }: Props) {
  const branches = nested ? treeOf(keyPoints) : keyPoints.map((row) => ({ row, under: [] }));
  return <Branches branches={branches} nested={nested} />;
}

KeyPointTree.fragment = fragment;

const Branches = ({ branches, nested }: { branches: Branch<KeyPointTree_keyPoint>[]; nested: boolean }) => (
  <ul className={styles.tree}>
    {branches.map(({ row, under }) => (
      <li key={row.id}>
        <Item keyPoint={row} nested={nested} />
        {under.length > 0 && <Branches branches={under} nested />}
      </li>
    ))}
  </ul>
);

function Item({ keyPoint, nested }: { keyPoint: KeyPointTree_keyPoint; nested: boolean }) {
  const { id, number, sentence, state, color, parent } = keyPoint;
  const [search] = useSearchParams();
  const show = useShow();
  return (
    <Link
      className={styles.item}
      to={show(id)}
      preventScrollReset
      aria-current={search.get("key-point") === id || undefined}
      id={`in-list-${id}`}
    >
      <b>{number}</b>
      <span lang={contentLang()}>{sentence}</span>
      <small>
        {color && <Swatch color={color} />}
        {peopleAndRegions(keyPoint)}
        {state === "WORKING" && <Chip tone="toCome">{m.reading_working()}</Chip>}
        {!nested && parent && (
          <span lang={contentLang()}>{m.keyPointWriting_under({ sentence: parent.sentence })}</span>
        )}
      </small>
    </Link>
  );
}
