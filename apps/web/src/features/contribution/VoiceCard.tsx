import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { VoiceCard_contribution } from "../../graphql/operations.generated.ts";
import { bylineOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./ContributionCard.module.css";
import { TrailState } from "./TrailState.tsx";
import { Words } from "./Words.tsx";

const fragment: TypedDocumentNode<VoiceCard_contribution> = gql`
  fragment VoiceCard_contribution on Contribution {
    id
    authorName
    nameIsUnverified
    organisationName
    ...Words_contribution
    ...TrailState_contribution
  }
  ${Words.fragment}
  ${TrailState.fragment}
`;

/** A contribution as a quote: the words, who says them, and how they ended. */
export function VoiceCard({ contribution }: { contribution: FragmentType<VoiceCard_contribution> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "VoiceCard_contribution", from: contribution });
  return (
    <Card
      as="li"
      foot={
        <>
          <TrailState contribution={data} />
          <Link to={paths.contribution(data.id)}>
            {m.contribution_read()}
            <span className="visually-hidden">
              {m.ui_colon()}
              {m.contribution_of({ who: bylineOf({ ...data, territory: null }) })}
            </span>
          </Link>
        </>
      }
    >
      <div className={styles.clamp}>
        <Words contribution={data} />
      </div>
    </Card>
  );
}

VoiceCard.fragment = fragment;
