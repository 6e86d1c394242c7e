import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReadHead_item } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<ReadHead_item> = gql`
  fragment ReadHead_item on ReadingText {
    id
    readings {
      name
      readAt
    }
    contribution {
      id
      authorName
      organisationName
      contributedOn
      territory {
        id
        name
      }
      region {
        id
        name
      }
      question {
        id
        label
      }
      objective {
        id
        name
        number
      }
      meeting {
        id
        slug
        title
      }
      minutesBlock {
        id
        topic
      }
      supply {
        id
        slot
        proposal {
          id
          slug
          number
          title
        }
      }
      theme {
        id
        title
      }
      forwardings {
        on
        theme {
          id
          title
        }
      }
    }
  }
`;

interface Props {
  item: FragmentType<ReadHead_item>;
  toRead: number;
  /** Number of texts read this evening. */
  tonight: number;
}

const suppliedFor = ({ slot, proposal }: NonNullable<ReadHead_item["contribution"]["supply"]>) =>
  slot === "FOR" || slot === "AGAINST" ? m.supply_argues(proposal) : m.supply_answers_call(proposal);

/** Question, author, territory and readers of a text. */
export function ReadHead({ toRead, tonight, ...props }: Props) {
  const { contribution, readings } = useSuspenseFragment({ fragment, from: props.item }).data;
  const { minutesBlock, meeting, objective, forwardings, theme, question, supply } = contribution;
  const where = contribution.territory?.name ?? contribution.region?.name;
  const [handed] = forwardings;
  return (
    <PageHead
      margin={m.reading_to_read({ count: toRead })}
      note={tonight > 0 ? m.reading_read_today({ count: tonight }) : undefined}
      kicker={objective ? `${objective.number}. ${objective.name}` : undefined}
      title={
        supply
          ? suppliedFor(supply)
          : (question?.label ?? minutesBlock?.topic ?? (minutesBlock && meeting ? meeting.title : m.reading_free()))
      }
      tab={m.reading_title()}
    >
      {supply && (
        <More to={`${paths.proposalEdit(supply.proposal.slug)}#supplies`} icon={null}>
          {supply.proposal.title}
        </More>
      )}
      {minutesBlock && meeting && (
        <More to={`${paths.meeting(meeting.slug)}#${minutesBlock.id}`} icon={null}>
          {m.reading_from_minutes({ meeting: meeting.title })}
        </More>
      )}
      <p className="cluster quiet">
        {!minutesBlock && <span>{authorOf(contribution)}</span>}
        {where && <span>{where}</span>}
        <When date={contribution.contributedOn} format="short" />
        {readings.map(({ name, readAt }) => (
          <span key={name}>{m.reading_read_by({ name, date: formatDate(readAt, "short") })}</span>
        ))}
      </p>
      {handed && theme && (
        <Notice tone="info">
          {m.reading_came_from({ from: theme.title, to: handed.theme.title, date: formatDate(handed.on, "short") })}
        </Notice>
      )}
    </PageHead>
  );
}

ReadHead.fragment = fragment;
