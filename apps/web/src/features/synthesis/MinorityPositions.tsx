import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { signaturesNeeded } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link } from "react-router-dom";
import type { MinorityPositions_synthesis } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/site.tsx";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<MinorityPositions_synthesis> = gql`
  fragment MinorityPositions_synthesis on Synthesis {
    id
    slug
    minorityPositions {
      id
      text
      signatures
      signedBy
      isAttached
      viewerSigned
      openedOn
      territory {
        id
        slug
        name
      }
    }
  }
`;

type Position = MinorityPositions_synthesis["minorityPositions"][number];

/** What few need: whoever is signed in. */
const loadActs = () => import("./minorityActs.tsx");
const OpenPosition = lazy(async () => ({ default: (await loadActs()).OpenPosition }));
const SignPosition = lazy(async () => ({ default: (await loadActs()).SignPosition }));

/** What a region, or three people, hold against a synthesis; for whoever is signed in also what waits for signatures, and how to open one. */
export function MinorityPositions(props: { synthesis: FragmentType<MinorityPositions_synthesis> }) {
  const { id, slug, minorityPositions } = useSuspenseFragment({ fragment, from: props.synthesis }).data;
  const viewer = useViewer();
  return (
    <>
      <p className="prose">
        {m.synthesis_positions_lead()}{" "}
        {!viewer && (
          <Link className="no-print" to={paths.signIn()}>
            {m.synthesis_position_sign_in()}
          </Link>
        )}
      </p>
      {minorityPositions.length > 0 && (
        <ul className="flow">
          {minorityPositions.map((position) => (
            <Card as="li" tone="now" id={position.id} key={position.id}>
              <p className="verbatim" lang={contentLang()}>
                {position.text}
              </p>
              <Holders position={position} />
              {viewer && (
                <Suspense>
                  <SignPosition position={position} viewer={viewer} />
                </Suspense>
              )}
            </Card>
          ))}
        </ul>
      )}
      {viewer && (
        <Suspense>
          <OpenPosition synthesis={{ id, slug }} viewer={viewer} />
        </Suspense>
      )}
    </>
  );
}

MinorityPositions.fragment = fragment;

/** Who holds it, since when; how many are still awaited. */
const Holders = ({ position: { territory, signedBy, signatures, isAttached, openedOn } }: { position: Position }) => (
  <p className="quiet cluster">
    {territory ? (
      <Link to={paths.territory(territory.slug)}>{m.synthesis_position_region(territory)}</Link>
    ) : (
      <span>{m.synthesis_position_signed({ names: signedBy.join(", ") })}</span>
    )}
    <When date={openedOn} />
    {!isAttached && <Chip tone="toCome">{m.synthesis_position_waits({ count: signaturesNeeded - signatures })}</Chip>}
  </p>
);
