import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { channelOf } from "../../features/contribution/channel.ts";
import { TrailState } from "../../features/contribution/TrailState.tsx";
import { Trail } from "../../features/contribution/Trail.tsx";
import { rangeOf, standsIn, Words } from "../../features/contribution/Words.tsx";
import { SourceFacts } from "../../features/notebook/SourceFacts.tsx";
import { DiscussAtMeeting } from "../../features/agendaRequest/DiscussAtMeeting.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import type { ContributionPage, ContributionPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { termLabels } from "../../i18n/vocabulary.ts";
import { authorOf, placeOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { Chip } from "../../ui/Chip.tsx";
import { Verified } from "../../shared/Verified.tsx";
import { termChoice } from "../../shared/choices.tsx";
import { markedPassage } from "../../features/contribution/marked.fragment.tsx";
import { saidWhere } from "../../features/contribution/said.fragment.tsx";

const query: TypedDocumentNode<ContributionPage, ContributionPageVariables> = gql`
  query ContributionPage($id: ID!) {
    contribution(id: $id) {
      id
      body
      status
      hiddenFor
      authorName
      nameIsUnverified
      organisationName
      organisation {
        ...Verified_organisation @unmask
      }
      revision
      asked
      organisationType
      channel
      peopleCount
      sectors
      ...SaidWhere_contribution @unmask
      objective {
        id
        slug
        number
        question
      }
      question {
        id
        code
        label
        rationale
      }
      meeting {
        id
        slug
        title
      }
      minutesBlock {
        id
      }
      passages {
        ...Marked_passage @unmask
        quote
      }
      siblings {
        id
        question {
          id
          label
        }
        ...Words_contribution
        ...TrailState_contribution
      }
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
      supply {
        id
        became {
          as
        }
      }
      notebook {
        id
        title
      }
      source {
        ...SourceFacts_source @unmask
      }
      ...Trail_contribution
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    organisationTypes: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
  }
  ${Words.fragment}
  ${TrailState.fragment}
  ${Trail.fragment}
  ${saidWhere}
  ${markedPassage}
  ${Reactions.fragment}
  ${Verified.fragment}
  ${SourceFacts.fragment}
  ${termChoice}
`;

type Contribution = NonNullable<ContributionPage["contribution"]>;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "contribution");

/** Anchor that the notes of synthesis files link to. */
const anchorOf = ({ id }: { id: string }) => `passage-${id.slice(-12)}`;

/** One text that somebody gave: the words, what they answer, where they went, what was said of them. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.contribution!;
  const { objective, question, siblings, reactions } = it;
  const withdrawn = it.status === "WITHDRAWN";
  const who = it.authorName ? authorOf(it) : [authorOf(it), it.territory?.name].filter(Boolean).join(", ");
  const isGone = withdrawn || it.hiddenFor !== null;
  const title = isGone ? goneWords(it) : it.minutesBlock && it.meeting ? m.contribution_from_minutes(it.meeting) : who;
  const gone = it.passages.filter((passage) => !standsIn(it)(passage));
  const ranges = it.passages
    .filter(standsIn(it))
    .flatMap((passage) => rangeOf(passage).map((range) => ({ ...range, anchor: anchorOf(passage) })));
  const on = it.organisationType && it.organisationType !== "INDIVIDUAL" ? [it.organisationType] : [];
  const facts = [
    termLabels(data.organisationTypes, on).map((what) => m.contribution_speaks_for({ what }))[0],
    it.sectors.length > 0 && m.contribution_about({ what: termLabels(data.sectors, it.sectors).join(", ") }),
  ].filter(Boolean);
  return (
    <Ruled>
      {isGone && <meta name="robots" content="noindex" />}
      <PageHead
        margin={<When date={it.contributedOn} />}
        note={channelOf(it)}
        kicker={
          objective ? (
            <Link to={paths.objective(objective.slug)}>
              {m.contribution_objective_number(objective)}
              {m.ui_colon()}
              <span lang={contentLang()}>{objective.question}</span>
            </Link>
          ) : (
            m.contribution_free()
          )
        }
        title={title}
        lang={it.authorName && title === who ? contentLang() : undefined}
        tab={`${title} · ${m.contribution_kicker()}`}
      >
        <div className="cluster">
          {it.organisation && (
            <Chip tone={it.organisation.verified ? "done" : "neutral"}>
              <Link to={paths.organisation(it.organisation.slug)}>
                {it.organisation.verified ? m.organisation_verified() : m.organisation_former()}
              </Link>
            </Chip>
          )}
          {it.territory && <Link to={paths.territory(it.territory.slug)}>{placeOf(it)}</Link>}
          <ShareButton title={title} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      <Row margin={question?.code} heading={question && <span lang={contentLang()}>{it.asked}</span>}>
        {question && (
          <Disclosure summary={m.contribution_why_asked()}>
            <p className="prose" lang={contentLang()}>
              {question.rationale}
            </p>
          </Disclosure>
        )}
        <div className={styles.beside}>
          <div className="flow">
            <Card>
              {it.body && <Quote big={it.body.length < 600} text={it.body} ranges={ranges} />}
              {withdrawn && m.contribution_withdrawn()}
              {it.hiddenFor && <HiddenPlace because={it.hiddenFor} />}
            </Card>
            {gone.map(({ id, quote }) => (
              <p className="quiet" id={anchorOf({ id })} key={id}>
                {m.contribution_passage_gone()} <q lang={contentLang()}>{quote}</q>
              </p>
            ))}
            <p className="quiet">
              {it.minutesBlock && `${m.contribution_minutes_counted()} `}
              {it.peopleCount && `${m.contribution_group_counted()} `}
              {facts.map((fact) => `${fact}. `)}
              {!isGone && legendOf(it)}
            </p>
            {it.meeting && (
              <More
                to={paths.meeting(it.meeting.slug) + (it.minutesBlock ? `#${it.minutesBlock.id}` : "")}
                icon="users"
              >
                {it.minutesBlock ? m.contribution_from_minutes(it.meeting) : m.contribution_from_meeting(it.meeting)}
              </More>
            )}
            {it.source && <SourceFacts source={it.source} />}
            {it.notebook && !isGone && (
              <More to={paths.notebook(it.id)}>
                {m.notebook_from({ title: it.notebook.title ?? m.notebook_untitled() })}
              </More>
            )}
            {it.hiddenFor && (
              <p>
                {m.contribution_hidden_own()} <Link to={paths.follow()}>{m.contribution_hidden_follow()}</Link>
              </p>
            )}
            {!isGone && (
              <>
                <Report kind="CONTRIBUTION" textId={it.id} of={who} />
                <h2 className={styles.next} id="say">
                  {m.reaction_title()}
                </h2>
                <Reactions subject="CONTRIBUTION" subjectId={it.id} reactions={reactions} />
                <DiscussAtMeeting about={{ subject: "CONTRIBUTION", id: it.id, words: it.body ?? "" }} />
              </>
            )}
          </div>
          {!it.hiddenFor && (
            <Card as="aside" tone="plain">
              <h2>{m.contribution_trail()}</h2>
              <Trail contribution={it} />
            </Card>
          )}
          {siblings.length > 0 && <Siblings siblings={siblings} />}
        </div>
      </Row>
    </Ruled>
  );
}

/** Stands in the place of a text that was taken back, or hidden. */
const goneWords = ({ hiddenFor }: Contribution) => (hiddenFor ? m.contribution_hidden() : m.contribution_withdrawn());

const Siblings = ({ siblings }: Pick<Contribution, "siblings">) => (
  <div className="flow">
    <h2>{m.contribution_siblings()}</h2>
    <ul className="flow">
      {siblings.map((sibling) => (
        <Card as="li" foot={<TrailState contribution={sibling} />} key={sibling.id}>
          {sibling.question && (
            <h3>
              <Link to={paths.contribution(sibling.id)} lang={contentLang()}>
                {sibling.question.label}
              </Link>
            </h3>
          )}
          <Words contribution={sibling} />
        </Card>
      ))}
    </ul>
  </div>
);

/** Legend of the marks; empty for a supply taken up whole, which is told beside. */
const legendOf = ({ passages, supply }: Contribution) => {
  if (passages.some(({ keyPoints }) => keyPoints.length)) return m.contribution_legend();
  return supply?.became.length ? "" : m.contribution_legend_none();
};
