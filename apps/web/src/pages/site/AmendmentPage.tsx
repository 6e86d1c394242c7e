import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ProposedWords } from "../../features/amendment/ProposedWords.tsx";
import { FormerRefusal, Outcome } from "../../features/amendment/Outcome.tsx";
import { stateNames, stateTones } from "../../features/amendment/amendment.labels.ts";
import { reactionCount } from "../../features/reaction/ReactionList.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import type { AmendmentPage, AmendmentPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { Chip } from "../../ui/Chip.tsx";
import sheet from "../../ui/difference.css?url";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Reworded } from "../../ui/Reworded.tsx";
import { Style } from "../../ui/Style.tsx";
import { When } from "../../ui/When.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";
import { Author } from "../../shared/Author.tsx";

/** For those who write the proposal alone: nobody else loads it. */
const Settle = lazy(async () => ({ default: (await import("../../features/amendment/Settle.tsx")).Settle }));
const Reconsider = lazy(async () => ({ default: (await import("../../features/amendment/Settle.tsx")).Reconsider }));

const query: TypedDocumentNode<AmendmentPage, AmendmentPageVariables> = gql`
  query AmendmentPage($id: ID!) {
    amendment(id: $id) {
      id
      state
      part
      before
      text
      why
      authorName
      nameIsUnverified
      proposedOn
      hasChanged
      settledOn
      settledBy
      answer
      formerRefusal {
        on
        reason
        takenBackOn
        because
      }
      acceptedText
      versionNumber
      status
      hiddenFor
      statusOn
      fictional
      territory {
        id
        name
      }
      statement {
        id
        text
        version
      }
      promotedTo {
        id
        slug
        number
        title
      }
      proposal {
        id
        slug
        title
      }
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
      viewerCan {
        settle
        reconsider
      }
    }
  }
  ${Reactions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { id: args.params.id! }, ({ amendment }) => amendment?.proposal.slug === args.params.slug);

/** Other words for a sentence, beside the text in force: why, what was said of them, and what became of them. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [settled, setSettled] = useState(false);
  const it = data.amendment!;
  const { slug } = it.proposal;
  const title = it.before === null ? m.amendment_heading_new() : m.amendment_heading();
  const withdrawn = it.status === "WITHDRAWN";
  const isGone = it.before !== null && !it.statement;
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        margin={partNames[it.part]()}
        note={stateNames[it.state]()}
        kicker={<TitleLink to={paths.proposal(slug)}>{it.proposal.title}</TitleLink>}
        title={title}
        tab={`${title} · ${it.proposal.title}`}
        lead={
          <p>
            <Author of={it} />
            {it.territory && ` · ${it.territory.name}`} · <When date={it.proposedOn} />
          </p>
        }
      >
        <div className="cluster">
          <Chip tone={stateTones[it.state]}>{stateNames[it.state]()}</Chip>
          {it.fictional && <Fictional />}
        </div>
        <div className="cluster">
          <More to={paths.amendments(slug)}>{m.amendment_title()}</More>
          <ShareButton title={title} />
        </div>
        {settled && (
          <Notice tone="done" live>
            {m.amendment_settled()}
          </Notice>
        )}
      </PageHead>
      {(it.settledOn ?? withdrawn) && (
        <Row heading={m.amendment_outcome()}>
          <Outcome slug={slug} amendment={it} />
        </Row>
      )}
      {it.formerRefusal && (
        <Row heading={m.amendment_refused_first()}>
          <FormerRefusal {...it.formerRefusal} />
        </Row>
      )}
      {withdrawn && it.before && (
        <Row heading={m.amendment_text_then()}>
          <p lang={contentLang()}>{it.before}</p>
        </Row>
      )}
      {it.hiddenFor && (
        <Row heading={m.amendment_words()}>
          <HiddenPlace because={it.hiddenFor} />
        </Row>
      )}
      {!withdrawn && !it.hiddenFor && (
        <Row
          heading={m.amendment_words()}
          aside={it.state === "PROPOSED" && !it.hasChanged ? null : m.amendment_on_then()}
        >
          <ProposedWords {...it} />
        </Row>
      )}
      {it.hasChanged && !it.hiddenFor && (
        <Row heading={m.amendment_changed()}>
          {isGone ? (
            <p>{m.amendment_sentence_removed()}</p>
          ) : (
            <>
              <p>{m.amendment_changed_what()}</p>
              <Reworded before={it.statement!.text} after={it.text} />
            </>
          )}
        </Row>
      )}
      {it.why && (
        <Row heading={m.amendment_why_heading()}>
          <p className="verbatim" lang={contentLang()}>
            {it.why}
          </p>
        </Row>
      )}
      {it.status === "VISIBLE" && (
        <Row>
          <Report kind="AMENDMENT" textId={it.id} of={authorOf(it)} />
        </Row>
      )}
      <Row heading={m.reaction_title()} margin={reactionCount(it.reactions)}>
        <Reactions
          subject="AMENDMENT"
          subjectId={it.id}
          reactions={it.reactions}
          closed={it.state !== "PROPOSED" && m.amendment_no_more_reactions()}
        />
      </Row>
      {it.viewerCan.reconsider && (
        <Row heading={m.amendment_settle()}>
          <Suspense>
            <Reconsider id={it.id} onDone={() => setSettled(true)} />
          </Suspense>
        </Row>
      )}
      {it.viewerCan.settle && (
        <Row heading={m.amendment_settle()}>
          <Suspense>
            <Settle amendment={it} isGone={isGone} onSettled={() => setSettled(true)} key={it.id} />
          </Suspense>
        </Row>
      )}
    </Ruled>
  );
}
