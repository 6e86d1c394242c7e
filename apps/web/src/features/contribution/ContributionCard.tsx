import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ContributionCard_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { bylineOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./ContributionCard.module.css";
import { TrailState } from "./TrailState.tsx";
import { channelOf } from "./channel.ts";
import { Words } from "./Words.tsx";

const fragment: TypedDocumentNode<ContributionCard_contribution> = gql`
  fragment ContributionCard_contribution on Contribution {
    id
    goesOn
    authorName
    nameIsUnverified
    organisationName
    asked
    channel
    peopleCount
    contributedOn
    sectors
    fictional
    objective {
      id
      number
    }
    territory {
      id
      name
    }
    source {
      name
      licence
      attribution
    }
    reactionCounts {
      support
      complete
      qualify
    }
    ...Words_contribution
    ...TrailState_contribution
  }
  ${Words.fragment}
  ${TrailState.fragment}
`;

interface Props {
  contribution: FragmentType<ContributionCard_contribution>;
  /** The names of its sectors, by key, where they are known. */
  sectorNames?: ReadonlyMap<string, string>;
}

/** A contribution in a list: what was asked, the words, where they come from, where they went. */
export function ContributionCard(props: Props) {
  const { data } = useSuspenseFragment({
    fragment,
    fragmentName: "ContributionCard_contribution",
    from: props.contribution,
  });
  const { id, objective, asked, contributedOn, sectors, reactionCounts: counts } = data;
  const about = sectors.map((key) => props.sectorNames?.get(key) ?? "").filter(Boolean);
  const tally = [
    counts.support && m.contribution_supports({ count: counts.support }),
    counts.complete && m.contribution_completes({ count: counts.complete }),
    counts.qualify && m.contribution_qualifies({ count: counts.qualify }),
  ].filter(Boolean);
  return (
    <Card
      as="li"
      foot={
        <>
          <TrailState contribution={data} />
          {tally.length > 0 && <span>{tally.join(" · ")}</span>}
          {data.fictional && <Fictional />}
        </>
      }
    >
      <p className="quiet">
        {objective && `${m.contribution_objective_number(objective)} · `}
        {asked ? <span lang={contentLang()}>{asked}</span> : m.contribution_free()}
      </p>
      <div className={styles.clamp}>
        <Words
          contribution={data}
          more={
            <>
              {channelOf(data)} · <When date={contributedOn} />
              {about.length > 0 && ` · ${about.join(", ")}`}
              {data.source && ` · ${creditOf(data.source)}`}
            </>
          }
        />
      </div>
      <p>
        <More to={paths.contribution(id)}>
          {data.goesOn ? m.contribution_read_on() : m.contribution_read()}
          <span className="visually-hidden">
            {m.ui_colon()}
            {m.contribution_of({ who: bylineOf(data) })}
          </span>
        </More>
      </p>
      <Report kind="CONTRIBUTION" textId={id} of={bylineOf(data)} />
    </Card>
  );
}

ContributionCard.fragment = fragment;
