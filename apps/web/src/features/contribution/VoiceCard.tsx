import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { VoiceCard_contribution } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { Card } from "../../ui/Card.tsx";
import { TrailState } from "./TrailState.tsx";
import styles from "./VoiceCard.module.css";
import { Words } from "./Words.tsx";
import { contentLang } from "../../i18n/content.ts";
import { bylineOf } from "../../i18n/voices.ts";

const fragment: TypedDocumentNode<VoiceCard_contribution> = gql`
  fragment VoiceCard_contribution on Contribution {
    id
    excerpt
    authorName
    nameIsUnverified
    organisationName
    territory {
      id
      name
    }
    source {
      name
      licence
      attribution
    }
    ...Words_contribution
    ...TrailState_contribution
  }
  ${Words.fragment}
  ${TrailState.fragment}
`;

/** A contribution as a quote: the words, who says them, and how they ended. The whole card leads to it. */
export function VoiceCard({ contribution }: { contribution: FragmentType<VoiceCard_contribution> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "VoiceCard_contribution", from: contribution });
  return (
    <Card as="li">
      <div className={styles.clamp}>
        <Words contribution={data} more={data.source && creditOf(data.source)} unlinked />
      </div>
      <p>
        <TrailState contribution={data} short />
      </p>
      <Link to={paths.contribution(data.id)} className={styles.whole}>
        <span className="visually-hidden">
          {m.contribution_read()}
          {m.ui_colon()}
          <span lang={contentLang()}>{`${bylineOf(data)}, ${data.excerpt.slice(0, 60)}`}</span>
        </span>
      </Link>
    </Card>
  );
}

VoiceCard.fragment = fragment;
