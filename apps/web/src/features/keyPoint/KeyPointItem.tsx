import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { KeyPointItem_keyPoint } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions, peopleOutOf } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Strokes } from "../../ui/Strokes.tsx";
import styles from "./KeyPointItem.module.css";

const fragment: TypedDocumentNode<KeyPointItem_keyPoint> = gql`
  fragment KeyPointItem_keyPoint on KeyPoint {
    id
    number
    sentence
    nature
    peopleCount
    regionCount
    objective {
      id
      number
    }
  }
`;

interface Props {
  keyPoint: FragmentType<KeyPointItem_keyPoint> | Pick<KeyPointItem_keyPoint, "__typename" | "id">;
  /** Says its nature and its objective, where the list is not of one of each. */
  mixed?: boolean;
  /** Text shown above the item: equal to its sentence, it is not repeated. */
  above?: string;
  /** Number of responses to its objective: how many say it is drawn against them. */
  outOf?: number | null;
  /** Under it: its verbatim passages. */
  children?: ReactNode;
}

/** A key point in a list: its number in the margin, its sentence, how many people say it from how many regions. */
export function KeyPointItem({ keyPoint, mixed = false, above, outOf, children }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: keyPoint });
  const sayers = (
    <>
      {mixed && `${m.objective_number(data.objective)} · ${natureNames[data.nature]()} · `}
      {outOf ? peopleOutOf(data, outOf) : peopleAndRegions(data)}
    </>
  );
  const strokes = outOf ? <Strokes value={data.peopleCount} max={outOf} /> : null;
  if (above === data.sentence)
    return (
      <li>
        {strokes}
        <p className="quiet">
          {sayers} · <Link to={paths.keyPoint(data.id)}>{m.keyPoint_number(data)}</Link>
        </p>
        {children}
      </li>
    );
  return (
    <li className={styles.item}>
      <b className={styles.number}>
        <span className="visually-hidden">{m.keyPoint_number(data)}</span>
        <span aria-hidden="true">{data.number}</span>
      </b>
      <div>
        <Link className={styles.sentence} lang={contentLang()} to={paths.keyPoint(data.id)}>
          {data.sentence}
        </Link>
        <div className={styles.figures}>
          {strokes}
          <p className="quiet">{sayers}</p>
        </div>
        {children}
      </div>
    </li>
  );
}

KeyPointItem.fragment = fragment;
