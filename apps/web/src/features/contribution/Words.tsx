import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Words_contribution } from "../../graphql/operations.generated.ts";
import { authorOf, placeBeside } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Verified } from "../../shared/Verified.tsx";
import { Quote } from "../../ui/Quote.tsx";

const fragment: TypedDocumentNode<Words_contribution> = gql`
  fragment Words_contribution on Contribution {
    id
    excerpt
    goesOn
    authorName
    nameIsUnverified
    organisationName
    revision
    organisation {
      ...Verified_organisation @unmask
    }
    territory {
      id
      name
    }
    region {
      id
      name
    }
    passages {
      id
      startsAt
      endsAt
      contributionRevision
      keyPoints {
        id
        number
      }
    }
  }
  ${Verified.fragment}
`;

/** The beginning of a contribution, its retained passages under the highlighter, and who says it from where. */
export function Words({
  contribution,
  more,
  unlinked,
}: {
  contribution: FragmentType<Words_contribution>;
  /** Beside the place: a channel, a date. */
  more?: ReactNode;
  /** True where something around it is the link. */
  unlinked?: boolean;
}) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Words_contribution", from: contribution });
  const place = placeBeside(data);
  return (
    <Quote
      text={data.goesOn ? `${data.excerpt}…` : data.excerpt}
      ranges={data.passages
        .filter(standsIn(data))
        .flatMap(rangeOf)
        .map(({ start, end, ...link }) => (unlinked ? { start, end } : { start, end, ...link }))}
      who={authorOf(data)}
      named={!!data.authorName}
      where={
        <>
          {place}
          <Verified organisation={data.organisation} />
          {place && more && " · "}
          {more}
        </>
      }
    />
  );
}

Words.fragment = fragment;

/** True if the words of a passage still stand in a text: its author may have taken them out since. */
export const standsIn =
  ({ revision }: { revision: number }) =>
  ({ contributionRevision }: { contributionRevision: number }) =>
    contributionRevision === revision;

interface Marked {
  startsAt: number;
  endsAt: number;
  keyPoints: readonly { id: string; number: number; sentence?: string }[];
}

/** A passage as the highlighter draws it; one that no key point retains is not highlighted. */
export const rangeOf = ({ startsAt, endsAt, keyPoints: [keyPoint] }: Marked) =>
  keyPoint
    ? [
        {
          start: startsAt,
          end: endsAt,
          href: paths.keyPoint(keyPoint.id),
          label: keyPoint.sentence
            ? m.contribution_key_point_long({ number: keyPoint.number, sentence: keyPoint.sentence })
            : m.contribution_key_point(keyPoint),
        },
      ]
    : [];
