import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestOfTerritory } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  Fed_keyPoint,
  Fed_territory,
  FedKeyPointsAfter,
  FedKeyPointsAfterVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Fold } from "../../ui/Part.tsx";
import { useRest } from "../../ui/useRest.tsx";

const keyPointFragment: TypedDocumentNode<Fed_keyPoint> = gql`
  fragment Fed_keyPoint on KeyPoint {
    id
    sentence
    peopleCount
    regionCount
  }
`;

const fragment: TypedDocumentNode<Fed_territory> = gql`
  fragment Fed_territory on Territory {
    id
    slug
    keyPointCount
    keyPoints {
      ...Fed_keyPoint @unmask
    }
  }
  ${keyPointFragment}
`;

const after: TypedDocumentNode<FedKeyPointsAfter, FedKeyPointsAfterVariables> = gql`
  query FedKeyPointsAfter($slug: String!, $after: ID!) {
    territory(slug: $slug) {
      id
      keyPoints(after: $after) {
        ...Fed_keyPoint @unmask
      }
    }
  }
  ${keyPointFragment}
`;

const shown = 5;

/** The key points that words from a territory feed, where no proposal rests on them yet. */
export function Fed({ territory }: { territory: FragmentType<Fed_territory> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Fed_territory", from: territory });
  const { keyPoints, keyPointCount } = data;
  if (keyPoints.length === 0)
    return (
      <Empty title={m.territory_fed_none()}>
        <p>{m.territory_fed_none_text()}</p>
      </Empty>
    );
  return (
    <section className="flow" id="key-points">
      <h3>{m.territory_key_points({ count: keyPointCount })}</h3>
      <KeyPoints keyPoints={keyPoints.slice(0, shown)} />
      {keyPoints.length > shown && (
        <Disclosure summary={m.territory_more_key_points({ count: keyPointCount - shown })}>
          <AllKeyPoints territory={data} from={shown} />
        </Disclosure>
      )}
    </section>
  );
}

/** The same, on the line of what most people pass over. */
export function FedKeyPoints({ territory }: { territory: FragmentType<Fed_territory> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Fed_territory", from: territory });
  return (
    data.keyPoints.length > 0 && (
      <Fold id="key-points" heading={m.territory_key_points({ count: data.keyPointCount })}>
        <AllKeyPoints territory={data} from={0} />
      </Fold>
    )
  );
}

Fed.fragment = fragment;

interface AllProps {
  territory: { slug: string; keyPoints: readonly Fed_keyPoint[] };
  /** Place in the list that they begin at. */
  from: number;
}

/** Key points from a place in the list on, and those that are asked for. */
function AllKeyPoints({ territory: { slug, keyPoints }, from }: AllProps) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: keyPoints,
    most: longestOfTerritory,
    async ask(last) {
      const asked = { query: after, variables: { slug, after: last }, fetchPolicy: "network-only" } as const;
      return (await client.query(asked)).data?.territory?.keyPoints;
    },
  });
  return (
    <>
      <KeyPoints keyPoints={[...keyPoints.slice(from), ...rest]} />
      {control}
    </>
  );
}

const KeyPoints = ({ keyPoints }: { keyPoints: readonly Fed_keyPoint[] }) => (
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
