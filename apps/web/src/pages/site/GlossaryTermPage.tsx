import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Fragment, lazy, type ReactNode, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { GlossaryTermPage, GlossaryTermPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<GlossaryTermPage, GlossaryTermPageVariables> = gql`
  query GlossaryTermPage($slug: String!) {
    glossaryTerm(slug: $slug) {
      id
      slug
      word
      definition
      synonyms
      avoid
      english
      inTexts
      retiredOn
      retiredWhy
      version
      viewerCan {
        edit
      }
      fictional
      group {
        id
        slug
      }
      versions {
        id
        number
        definition
        definedOn
        definedBy
        why
        reaction {
          id
          text
        }
        meeting {
          id
          slug
          title
        }
      }
    }
  }
`;

/** Loaded for editors of the glossary only. */
const EditTerm = lazy(async () => ({ default: (await import("../../features/glossary/TermForms.tsx")).EditTerm }));
const RetireOrRestore = lazy(async () => ({
  default: (await import("../../features/glossary/RetireOrRestore.tsx")).RetireOrRestore,
}));

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "glossaryTerm");

/** A word: what it means, what else it is called, what it meant before and what made it change. */
export function Component() {
  const term = useReadQuery(useLoaderData<typeof loader>()).data.glossaryTerm!;
  const { word, definition, synonyms, avoid, english, versions, retiredOn, retiredWhy } = term;
  const facts: [string, ReactNode][] = [
    [m.glossary_also(), synonyms.join(", ")],
    [m.glossary_rather(), avoid.join(", ")],
    [m.glossary_english(), english && <span lang="en">{english}</span>],
  ];
  return (
    <Ruled>
      <PageHead
        title={word}
        lang={contentLang()}
        kicker={<Link to={paths.glossary()}>{m.glossary_title()}</Link>}
        description={definition}
      >
        {retiredOn && <Notice>{m.glossary_retired({ date: formatDate(retiredOn), why: retiredWhy ?? "" })}</Notice>}
        <p className={styles.claim} lang={contentLang()}>
          {definition}
        </p>
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => Boolean(value))
            .map(([name, value]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd lang={contentLang()}>{value}</dd>
              </Fragment>
            ))}
        </dl>
        <div className="cluster">
          <ShareButton title={word} />
          {term.fictional && <Fictional />}
          <More to={paths.glossary()}>{m.glossary_back()}</More>
        </div>
        {term.viewerCan.edit && (
          <Suspense>
            {!retiredOn && <EditTerm term={term} key={term.id} />}
            <RetireOrRestore term={term} />
          </Suspense>
        )}
      </PageHead>
      <Row heading={m.glossary_versions()}>
        <ol className="flow" reversed>
          {versions.map((version) => (
            <Card as="li" key={version.id}>
              <p className="quiet cluster">
                <b>{m.glossary_version(version)}</b>
                <When date={version.definedOn} />
                {version.definedBy && <span>{m.glossary_defined_by({ name: version.definedBy })}</span>}
              </p>
              <p lang={contentLang()}>{version.definition}</p>
              <Reason version={version} />
            </Card>
          ))}
        </ol>
      </Row>
    </Ruled>
  );
}

type Version = NonNullable<GlossaryTermPage["glossaryTerm"]>["versions"][number];

/** Why it changed, and what made it change. */
const Reason = ({ version: { why, reaction, meeting } }: { version: Version }) =>
  why ? (
    <>
      <p>
        {m.glossary_why()}
        {m.ui_colon()}
        <span lang={contentLang()}>{why}</span>
      </p>
      {(reaction || meeting) && (
        <ul className="quiet">
          {reaction && <li lang={contentLang()}>{m.glossary_cause_reaction({ text: reaction.text })}</li>}
          {meeting && (
            <li>
              <Link to={paths.meeting(meeting.slug)} lang={contentLang()}>
                {meeting.title}
              </Link>
            </li>
          )}
        </ul>
      )}
    </>
  ) : (
    <p className="quiet">{m.glossary_first()}</p>
  );
