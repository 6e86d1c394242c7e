import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../../graphql/read.ts";
import type { Leaf_item } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { channelNames, placeBeside } from "../../../i18n/voices.ts";
import { paths } from "../../../paths.ts";
import { voiceFragment } from "../../../shared/byline.tsx";
import { Key } from "../../../ui/Key.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import { When } from "../../../ui/When.tsx";
import styles from "./Leaf.module.css";
import { Author } from "../../../shared/Author.tsx";

const fragment: TypedDocumentNode<Leaf_item> = gql`
  fragment Leaf_item on ReadingText {
    id
    answers {
      question {
        id
        code
        label
      }
      words
    }
    contribution {
      id
      ...Voice_contribution @unmask
      contributedOn
      channel
      meeting {
        id
        slug
        title
      }
      minutesBlock {
        id
      }
      supply {
        id
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
  ${voiceFragment}
`;

interface Props {
  item: FragmentType<Leaf_item>;
  onWhole: () => void;
  whole: boolean;
  children: ReactNode;
}

/** Closed answers that stand beside a text; the rest is in the whole response. */
const most = 3;

const byCode = (a: Leaf_item["answers"][number], b: Leaf_item["answers"][number]) =>
  a.question.code.localeCompare(b.question.code, undefined, { numeric: true });

/** One response on a sheet: in its margin who says it, from where, and what else they chose. */
export function Leaf({ onWhole, whole, children, ...props }: Props) {
  const { contribution, answers } = useSuspenseFragment({
    fragment,
    fragmentName: "Leaf_item",
    from: props.item,
  }).data;
  const { minutesBlock, meeting, supply, theme, forwardings } = contribution;
  const [handed] = forwardings;
  const place = placeBeside(contribution);
  return (
    <article className={styles.leaf} aria-labelledby="who">
      <aside className={styles.margin} aria-label={m.evening_about()}>
        <h2 id="who" className={styles.who}>
          {minutesBlock && meeting ? m.reading_from_minutes({ meeting: meeting.title }) : <Author of={contribution} />}
        </h2>
        <p>
          {place && `${place}, `}
          {channelNames[contribution.channel]().toLowerCase()},{" "}
          <When date={contribution.contributedOn} format="short" />
        </p>
        {handed && theme && (
          <p>
            {m.reading_came_from({ from: theme.title, to: handed.theme.title, date: formatDate(handed.on, "short") })}
          </p>
        )}
        {answers.length > 0 && (
          <dl lang={contentLang()}>
            {answers
              .toSorted(byCode)
              .slice(0, most)
              .map(({ question: { id, code, label }, words }) => (
                <div key={id}>
                  <dt>
                    <b>{code}</b> <span title={label}>{label}</span>
                  </dt>
                  <dd>{words.join(", ")}</dd>
                </div>
              ))}
          </dl>
        )}
        <p className={styles.more}>
          <TextButton aria-expanded={whole} onClick={onWhole}>
            {m.evening_whole()} <Key>C</Key>
          </TextButton>
        </p>
        {minutesBlock && meeting && (
          <p>
            <Link to={`${paths.meeting(meeting.slug)}#${minutesBlock.id}`}>{m.evening_minutes_there()}</Link>
          </p>
        )}
        {supply && (
          <p>
            <Link to={`${paths.proposalEdit(supply.proposal.slug)}#supplies`}>{supply.proposal.title}</Link>
          </p>
        )}
      </aside>
      <div className={styles.words}>{children}</div>
    </article>
  );
}

Leaf.fragment = fragment;
