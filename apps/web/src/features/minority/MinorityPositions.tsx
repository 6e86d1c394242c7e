import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { signaturesNeeded } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { lazy, type ReactNode, Suspense } from "react";
import { Link, useHref, useLocation } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MinorityPositions_position, MinorityPositions_synthesis } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { When } from "../../ui/When.tsx";
import { kindNames } from "./minority.labels.ts";
import type { Opposed } from "./minority.mutations.tsx";
import styles from "./Minority.module.css";

const positionFragment: TypedDocumentNode<MinorityPositions_position> = gql`
  fragment MinorityPositions_position on MinorityPosition {
    id
    kind
    text
    status
    hiddenFor
    signatures
    signedBy
    isAttached
    viewerSigned
    viewerSpeaks
    openedOn
    organisations {
      id
      slug
      name
    }
    territory {
      id
      slug
      name
    }
  }
`;

const fragment: TypedDocumentNode<MinorityPositions_synthesis> = gql`
  fragment MinorityPositions_synthesis on Synthesis {
    id
    slug
    minorityPositions {
      id
      ...MinorityPositions_position @unmask
    }
  }
  ${positionFragment}
`;

/** Loaded for people who are signed in only. */
const OpenMinorityPosition = lazy(async () => ({
  default: (await import("./minority.mutations.tsx")).OpenMinorityPosition,
}));
const SignMinorityPosition = lazy(async () => ({
  default: (await import("./SignMinorityPosition.tsx")).SignMinorityPosition,
}));

/** Positions of a region, or of three people, against a synthesis. */
export function MinorityPositions(props: { synthesis: FragmentType<MinorityPositions_synthesis>; ruling?: OwnRuling }) {
  const { id, slug, minorityPositions } = useSuspenseFragment({
    fragment,
    fragmentName: "MinorityPositions_synthesis",
    from: props.synthesis,
  }).data;
  return (
    <Positions
      positions={minorityPositions}
      opposed={{ of: "synthesis", id, slug }}
      lead={m.minority_lead()}
      ruling={props.ruling}
    />
  );
}

MinorityPositions.fragment = fragment;

/** Ruling of a moderator on a position, as those read it whose words it is. */
export type OwnRuling = (positionId: string) => ReactNode;

interface Props {
  positions: readonly MinorityPositions_position[];
  /** Subject of the positions; null where none can be opened any more. */
  opposed: Opposed | null;
  lead: string;
  ruling?: OwnRuling;
}

/** Positions with their holders; signed in, also those that wait for signatures, and the form of a new one. */
export function Positions({ positions, opposed, lead, ruling }: Props) {
  const viewer = useViewer();
  const here = useHref(useLocation());
  return (
    <div className={styles.positions}>
      <Disclosure summary={m.minority_how()}>
        <p className="prose">
          {lead}{" "}
          {!viewer && opposed && (
            <Link className="no-print" to={paths.signIn(here)}>
              {m.minority_sign_in()}
            </Link>
          )}
        </p>
      </Disclosure>
      {positions.length > 0 && (
        <ul className="flow">
          {positions.map((position) => (
            <Card as="li" tone="now" id={position.id} key={position.id}>
              {kindNames[position.kind] && (
                <p>
                  <Chip>{kindNames[position.kind]!()}</Chip>
                </p>
              )}
              {position.status === "HELD" && <p>{m.minority_held()}</p>}
              {position.hiddenFor && <HiddenPlace because={position.hiddenFor} />}
              {position.text && (
                <>
                  <p className="verbatim" lang={contentLang()}>
                    {position.text}
                  </p>
                  {position.hiddenFor && <p>{position.territory ? m.minority_hidden_region() : m.minority_hidden()}</p>}
                </>
              )}
              <div className={styles.foot}>
                {position.text && <Holders position={position} />}
                {position.isAttached && position.status === "VISIBLE" && (
                  <Report
                    kind="MINORITY_POSITION"
                    textId={position.id}
                    of={position.territory?.name ?? position.signedBy.slice(0, 3).join(", ")}
                  />
                )}
              </div>
              {viewer && position.text && ruling?.(position.id)}
              {viewer && position.text && (
                <Suspense>
                  <SignMinorityPosition position={position} viewer={viewer} over={!opposed} />
                </Suspense>
              )}
            </Card>
          ))}
        </ul>
      )}
      {viewer && opposed && (
        <Suspense>
          <OpenMinorityPosition opposed={opposed} viewer={viewer} />
        </Suspense>
      )}
    </div>
  );
}

Positions.fragment = positionFragment;

/** Those who signed: the names that are told, then how many more. */
function signersIn(names: readonly string[], signatures: number) {
  if (names.length === 0) return m.minority_unnamed({ count: signatures });
  const more = signatures - names.length;
  return more > 0 ? `${names.join(", ")} ${m.proposal_and_more({ count: more })}` : names.join(", ");
}

/** Holders of a position and since when; signatures still awaited. */
const Holders = ({
  position: { territory, signedBy, organisations, signatures, status, isAttached, openedOn },
}: {
  position: MinorityPositions_position;
}) => (
  <p className="quiet cluster">
    {territory && <Link to={paths.territory(territory.slug)}>{m.minority_region(territory)}</Link>}
    {signatures > 0 && <span>{m.minority_signed({ names: signersIn(signedBy, signatures) })}</span>}
    {organisations.map(({ id, slug, name }) => (
      <Link to={paths.organisation(slug)} key={id}>
        {m.organisation_page_of({ name })}
      </Link>
    ))}
    <When date={openedOn} />
    {!isAttached && status === "VISIBLE" && (
      <Chip tone="toCome">{m.minority_waits({ count: signaturesNeeded - signatures })}</Chip>
    )}
  </p>
);
