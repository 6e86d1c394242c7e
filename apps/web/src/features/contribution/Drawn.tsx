import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useId } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Drawn_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { TrailState } from "./TrailState.tsx";
import { channelOf } from "./channel.ts";
import { Words } from "./Words.tsx";

const fragment: TypedDocumentNode<Drawn_contribution> = gql`
  fragment Drawn_contribution on Contribution {
    id
    goesOn
    channel
    peopleCount
    fictional
    question {
      id
      label
    }
    ...Words_contribution
    ...TrailState_contribution
  }
  ${Words.fragment}
  ${TrailState.fragment}
`;

/** A contribution that chance brought up: what was asked, what was said, what it became. */
export function Drawn(props: { contribution: FragmentType<Drawn_contribution> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Drawn_contribution", from: props.contribution });
  const id = useId();
  return (
    <>
      <h3 lang={data.question ? contentLang() : undefined}>{data.question?.label ?? m.contribution_free()}</h3>
      <div id={id}>
        <Words contribution={data} more={channelOf(data)} />
      </div>
      <p>
        <TrailState contribution={data} />
      </p>
      <p className="cluster">
        <More to={paths.contribution(data.id)} aria-describedby={id}>
          {data.goesOn ? m.contribution_read_on() : m.contribution_read()}
        </More>
        {data.fictional && <Fictional />}
      </p>
    </>
  );
}

Drawn.fragment = fragment;
