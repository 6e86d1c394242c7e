import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Followed_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { bylineOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Part } from "../../ui/Part.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { type Step, Steps } from "../../ui/Steps.tsx";
import { namedHandover, namedProposal } from "../../shared/named.tsx";

const fragment: TypedDocumentNode<Followed_contribution> = gql`
  fragment Followed_contribution on Contribution {
    id
    contributedOn
    authorName
    nameIsUnverified
    organisationName
    territory {
      id
      name
    }
    passages {
      id
      quote
    }
    trail {
      events {
        step
        on
        keyPoint {
          id
          sentence
        }
        proposal {
          ...Named_proposal @unmask
        }
        handover {
          ...Named_handover @unmask
          reply {
            text
          }
        }
      }
    }
  }
  ${namedProposal}
  ${namedHandover}
`;

/** One sentence and what it became, step by step, to the reply. To be selected with `@unmask`. */
export const Followed = ({ contribution }: { contribution: Followed_contribution }) => (
  <Part heading={m.home_followed()}>
    <Steps label={m.home_followed()} steps={stepsOf(contribution)} />
  </Part>
);

/** True if something came of the words of a contribution: there is a path to show. */
export const cameToSomething = (contribution: Followed_contribution) => stepsOf(contribution).length > 1;

Followed.fragment = fragment;

/** The words, the first key point, the first proposal and the first reply that came of them. */
function stepsOf(it: Followed_contribution): Step[] {
  const [passage] = it.passages;
  if (!passage) return [];
  const { events } = it.trail;
  const said: Step = {
    key: "said",
    state: "done",
    title: <Quote text={passage.quote} />,
    note: (
      <>
        <Link to={paths.contribution(it.id)}>{bylineOf(it)}</Link>, {formatDate(it.contributedOn, "short")}
      </>
    ),
  };
  const key = events.find(({ keyPoint }) => keyPoint);
  const fed = events.find(({ proposal }) => proposal);
  const replied = events.find(({ handover }) => handover?.reply);
  return [
    said,
    key?.keyPoint && {
      key: "keyPoint",
      state: "done" as const,
      title: (
        <Link to={paths.keyPoint(key.keyPoint.id)} lang={contentLang()}>
          {key.keyPoint.sentence}
        </Link>
      ),
      note: key.on && formatDate(key.on, "short"),
    },
    fed?.proposal && {
      key: "proposal",
      state: "done" as const,
      title: (
        <Link to={paths.proposal(fed.proposal.slug)} lang={contentLang()}>
          {fed.proposal.title}
        </Link>
      ),
      note: m.proposal_number(fed.proposal),
    },
    replied?.handover?.reply && {
      key: "reply",
      state: "done" as const,
      title: <Quote text={replied.handover.reply.text} />,
      note: (
        <Link to={paths.handover(replied.handover.id)}>
          {m.home_followed_replied({
            date: formatDate(replied.handover.reply.on, "short"),
            name: replied.handover.interlocutor.name,
            stance: stanceNames[replied.handover.reply.stance]().toLowerCase(),
          })}
        </Link>
      ),
    },
  ].filter((step): step is Step => Boolean(step));
}
