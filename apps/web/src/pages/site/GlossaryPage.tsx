import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { GlossaryPage, GlossaryPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { withLanguage } from "../../shared/withLanguage.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { groupBy } from "../../ui/es2024.ts";

const query: TypedDocumentNode<GlossaryPage, GlossaryPageVariables> = gql`
  query GlossaryPage {
    glossary {
      id
      slug
      word
      definition
      synonyms
      avoid
    }
    retiredTerms {
      id
      slug
      word
      retiredOn
    }
    group {
      id
      slug
      viewerCan {
        defineTerms
      }
    }
  }
`;

/** Loaded for editors of the glossary only. */
const NewTerm = lazy(async () => ({ default: (await import("../../features/glossary/TermForms.tsx")).NewTerm }));

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The words of the common language, by alphabet. */
export function Component() {
  const { glossary, retiredTerms, group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const letters = groupBy(glossary, ({ slug }) => slug[0]!.toUpperCase());
  return (
    <Ruled>
      <PageHead title={m.glossary_title()} lead={withLanguage(m.glossary_lead(), m.glossary_in_french)}>
        <More to={paths.languageKit()}>{m.glossary_kit()}</More>
        {group?.viewerCan.defineTerms && (
          <Suspense>
            <NewTerm group={group.slug} />
          </Suspense>
        )}
      </PageHead>
      {[...letters].map(([letter, terms]) => (
        <Row margin={letter} key={letter}>
          <dl className={styles.facts} lang={contentLang()}>
            {terms.map((term) => (
              <TermEntry term={term} key={term.id} />
            ))}
          </dl>
        </Row>
      ))}
      {glossary.length === 0 && (
        <Row>
          <Empty title={m.glossary_none()}>
            <p>{m.glossary_none_text()}</p>
            <More to={paths.contributions()}>{m.contribution_title()}</More>
          </Empty>
        </Row>
      )}
      {retiredTerms.length > 0 && (
        <Row heading={m.glossary_retired_title()}>
          <p className="quiet">{m.glossary_retired_lead()}</p>
          <ul lang={contentLang()}>
            {retiredTerms.map(({ id, slug, word, retiredOn }) => (
              <li key={id}>
                <Link to={paths.glossaryTerm(slug)}>{word}</Link> {retiredOn && <When date={retiredOn} />}
              </li>
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}

const TermEntry = ({
  term: { slug, word, definition, synonyms, avoid },
}: {
  term: GlossaryPage["glossary"][number];
}) => (
  <>
    <dt id={slug}>
      <Link to={paths.glossaryTerm(slug)}>{word}</Link>
    </dt>
    <dd>
      {definition}
      {synonyms.length > 0 && (
        <small className="quiet">
          {" "}
          {m.glossary_also()}
          {m.ui_colon()}
          {synonyms.join(", ")}.
        </small>
      )}
      {avoid.length > 0 && (
        <small className="quiet">
          {" "}
          {m.glossary_rather()}
          {m.ui_colon()}
          {avoid.join(", ")}.
        </small>
      )}
    </dd>
  </>
);
