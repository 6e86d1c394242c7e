import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { SlidInContribution, SlidInContributionVariables } from "../../graphql/operations.generated.ts";
import { authorOf, placeBeside } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { When } from "../../ui/When.tsx";
import { channelOf } from "./channel.ts";
import { TrailState } from "./TrailState.tsx";
import { rangeOf, standsIn, Words } from "./Words.tsx";

const query: TypedDocumentNode<SlidInContribution, SlidInContributionVariables> = gql`
  query SlidInContribution($id: ID!) {
    contribution(id: $id) {
      id
      body
      asked
      channel
      peopleCount
      contributedOn
      source {
        name
        licence
        attribution
      }
      ...Words_contribution @unmask
      ...TrailState_contribution
    }
  }
  ${Words.fragment}
  ${TrailState.fragment}
`;

interface Props {
  id: string;
  open: boolean;
  onClose: () => void;
}

/** A contribution beside the page one reads: the question, the words, where they come from, how they ended. */
export function SlidIn({ id, open, onClose }: Props) {
  const { data, error } = useQuery(query, { variables: { id } });
  const it = data?.contribution;
  return (
    <Dialog open={open} side closedby="any" onClose={onClose} title={it ? authorOf(it) : m.contribution_kicker()}>
      <div className="flow">
        {error && !data && <Notice tone="warn">{m.contribution_slide_failed()}</Notice>}
        {!error && !data && <p className="quiet">{m.reaction_loading()}</p>}
        {it && (
          <>
            {it.asked && <p className="quiet">{it.asked}</p>}
            {it.body && <Quote text={it.body} ranges={it.passages.filter(standsIn(it)).flatMap(rangeOf)} />}
            <p className="quiet">
              {[placeBeside(it), channelOf(it)].filter(Boolean).join(" · ")}
              {" · "}
              <When date={it.contributedOn} />
              {it.source && ` · ${creditOf(it.source)}`}
            </p>
            <p>
              <TrailState contribution={it} />
            </p>
          </>
        )}
        <More to={paths.contribution(id)}>{m.contribution_read()}</More>
      </div>
    </Dialog>
  );
}
