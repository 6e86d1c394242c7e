import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Trail } from "../../features/contribution/Trail.tsx";
import { rangeOf, standsIn } from "../../features/contribution/Words.tsx";
import { notebookTrail } from "../../features/notebook/notebookTrail.ts";
import { NotebookLines } from "../../features/notebook/NotebookLines.tsx";
import { Originals } from "../../features/notebook/Originals.tsx";
import { SourceFacts } from "../../features/notebook/SourceFacts.tsx";
import { WithdrawNotebook } from "../../features/notebook/WithdrawNotebook.tsx";
import styles from "../../features/notebook/Notebook.module.css";
import type { NotebookPage, NotebookPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf, placeOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Highlighted } from "../../ui/Highlighted.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import { markedPassage } from "../../features/contribution/marked.fragment.tsx";
import { saidWhere } from "../../features/contribution/said.fragment.tsx";

const query: TypedDocumentNode<NotebookPage, NotebookPageVariables> = gql`
  query NotebookPage($id: ID!) {
    notebook(id: $id) {
      id
      title
      readers
      viewerCan {
        read
        withdraw
      }
      ...NotebookLines_notebook @unmask
      ...Originals_notebook @unmask
      contribution {
        id
        body
        status
        hiddenFor
        revision
        authorName
        nameIsUnverified
        ...SaidWhere_contribution @unmask
        source {
          ...SourceFacts_source @unmask
        }
        passages {
          ...Marked_passage @unmask
        }
        ...Trail_contribution
      }
    }
  }
  ${NotebookLines.fragment}
  ${Originals.fragment}
  ${SourceFacts.fragment}
  ${Trail.fragment}
  ${saidWhere}
  ${markedPassage}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "notebook");

/** One notebook: the original and its transcription side by side, its lines, and what became of it. */
export function Component() {
  const {
    title,
    contribution: it,
    viewerCan,
    ...notebook
  } = useReadQuery(useLoaderData<typeof loader>()).data.notebook!;
  const isGone = it.status === "WITHDRAWN" || it.hiddenFor !== null;
  const name = isGone ? m.notebook_kicker() : (title ?? m.notebook_untitled());
  const ranges = it.passages.filter(standsIn(it)).flatMap(rangeOf);
  return (
    <Ruled>
      {isGone && <meta name="robots" content="noindex" />}
      <PageHead
        margin={<When date={it.contributedOn} />}
        kicker={<Link to={paths.notebooks()}>{m.notebook_title()}</Link>}
        title={name}
        tab={`${name} · ${m.notebook_kicker()}`}
      >
        {!isGone && it.authorName && <p>{m.notebook_by({ who: authorOf(it) })}</p>}
        <div className="cluster">
          {it.territory && <Link to={paths.territory(it.territory.slug)}>{placeOf(it)}</Link>}
          {!isGone && <ShareButton title={name} />}
          {it.fictional && <Fictional />}
        </div>
        {viewerCan.read && (
          <div className="cluster no-print">
            <ButtonLink primary to={paths.notebookRead(it.id)}>
              {m.notebook_read_it()}
            </ButtonLink>
            <More to={paths.readingText(it.id)}>{m.notebook_bench()}</More>
          </div>
        )}
      </PageHead>
      <Row>
        {it.status === "WITHDRAWN" && <Card>{m.notebook_withdrawn()}</Card>}
        {it.hiddenFor && <HiddenPlace because={it.hiddenFor} />}
        {!isGone && (
          <div className={styles.sides}>
            <section className={`flow ${styles.original}`} aria-labelledby="original">
              <h2 id="original">{m.notebook_original()}</h2>
              {notebook.files.length > 0 && <Originals notebook={notebook} />}
              {it.source?.original ? (
                <>
                  <p>
                    <a href={it.source.original} rel="external noreferrer nofollow">
                      {m.notebook_original_open()}
                    </a>{" "}
                    <small>({new URL(it.source.original).host})</small>
                  </p>
                  <p className="quiet">{m.notebook_original_dead()}</p>
                </>
              ) : (
                notebook.files.length === 0 && <p className="quiet">{m.notebook_original_none()}</p>
              )}
              {it.source && <SourceFacts source={it.source} />}
            </section>
            <section className="flow" aria-labelledby="transcription">
              <h2 id="transcription">{m.notebook_transcription()}</h2>
              <Card>
                <div className={styles.words} lang={contentLang()}>
                  <Highlighted text={it.body} ranges={ranges} />
                </div>
              </Card>
              <Report kind="CONTRIBUTION" textId={it.id} of={name} />
            </section>
          </div>
        )}
      </Row>
      {!isGone && (
        <Row heading={m.notebook_lines()} id="lines">
          <NotebookLines lines={notebook.lines} />
        </Row>
      )}
      {!it.hiddenFor && (
        <Row heading={m.notebook_became()} id="trail">
          <Trail contribution={it} words={notebookTrail(notebook.readers)} />
          <More to={paths.contribution(it.id)}>{m.reaction_title()}</More>
        </Row>
      )}
      {viewerCan.withdraw && (
        <Row>
          <WithdrawNotebook id={it.id} />
        </Row>
      )}
    </Ruled>
  );
}
