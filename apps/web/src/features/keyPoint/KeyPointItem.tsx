import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { KeyPointItem_keyPoint } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
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
  keyPoint: FragmentType<KeyPointItem_keyPoint>;
  /** Says its nature and its objective, where the list is not of one of each. */
  mixed?: boolean;
  /** Text shown above the item: equal to its sentence, it is not repeated. */
  above?: string;
  /** Under it: its verbatim passages. */
  children?: ReactNode;
}

/** A key point in a list: its number in the margin, its sentence, how many people say it from how many regions. */
export function KeyPointItem({ keyPoint, mixed = false, above, children }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: keyPoint });
  if (above === data.sentence)
    return (
      <li>
        <p className="quiet">
          <Link to={paths.keyPoint(data.id)}>{m.keyPoint_number(data)}</Link> · {peopleAndRegions(data)}
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
        <p className="quiet">
          {mixed && `${m.objective_number(data.objective)} · ${natureNames[data.nature]()} · `}
          {peopleAndRegions(data)}
        </p>
        {children}
      </div>
    </li>
  );
}

KeyPointItem.fragment = fragment;
