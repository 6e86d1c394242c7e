import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Fed_territory } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Fold } from "../../ui/Part.tsx";

const fragment: TypedDocumentNode<Fed_territory> = gql`
  fragment Fed_territory on Territory {
    id
    keyPoints {
      id
      sentence
      peopleCount
      regionCount
    }
  }
`;

const shown = 5;

/** The key points that words from a territory feed, where no proposal rests on them yet. */
export function Fed({ territory }: { territory: FragmentType<Fed_territory> }) {
  const { keyPoints } = useSuspenseFragment({ fragment, from: territory }).data;
  if (keyPoints.length === 0)
    return (
      <Empty title={m.territory_fed_none()}>
        <p>{m.territory_fed_none_text()}</p>
      </Empty>
    );
  return (
    <section className="flow">
      <h3>{m.territory_key_points({ count: keyPoints.length })}</h3>
      <KeyPoints keyPoints={keyPoints.slice(0, shown)} />
      {keyPoints.length > shown && (
        <Disclosure summary={m.territory_more_key_points({ count: keyPoints.length - shown })}>
          <KeyPoints keyPoints={keyPoints.slice(shown)} />
        </Disclosure>
      )}
    </section>
  );
}

/** The same, on the line of what most people pass over. */
export function FedKeyPoints({ territory }: { territory: FragmentType<Fed_territory> }) {
  const { keyPoints } = useSuspenseFragment({ fragment, from: territory }).data;
  return (
    keyPoints.length > 0 && (
      <Fold heading={m.territory_key_points({ count: keyPoints.length })}>
        <KeyPoints keyPoints={keyPoints} />
      </Fold>
    )
  );
}

Fed.fragment = fragment;

const KeyPoints = ({ keyPoints }: { keyPoints: Fed_territory["keyPoints"] }) => (
  <ul className="flow">
    {keyPoints.map((keyPoint) => (
      <li key={keyPoint.id}>
        <Link to={paths.keyPoint(keyPoint.id)} lang={contentLang()}>
          {keyPoint.sentence}
        </Link>
        <p className="quiet">{peopleAndRegions(keyPoint)}</p>
      </li>
    ))}
  </ul>
);
