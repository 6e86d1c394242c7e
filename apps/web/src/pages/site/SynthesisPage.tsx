import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useParams, useSearchParams } from "react-router-dom";
import { Drawn } from "../../features/contribution/Drawn.tsx";
import { SynthesisFiles } from "../../features/files/SynthesisFiles.tsx";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { reactionCount } from "../../features/reaction/ReactionList.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { Draw } from "../../features/synthesis/Draw.tsx";
import { MinorityPositions } from "../../features/minority/MinorityPositions.tsx";
import { WellCited } from "../../features/synthesis/WellCited.tsx";
import { VersionNotice } from "../../features/synthesis/VersionNotice.tsx";
import type { NotRetainedReason, SynthesisPage, SynthesisPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { SynthesisParagraphs } from "./SynthesisParagraphs.tsx";

const query: TypedDocumentNode<SynthesisPage, SynthesisPageVariables> = gql`
  query SynthesisPage($slug: String!, $version: Int, $seed: Int!, $isDrawn: Boolean!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      version
      responsesSince
      fictional
      viewerCan {
        write
      }
      objective {
        id
        slug
        number
        name
        questionnaire {
          id
          slug
          resultsShown
        }
      }
      versionNumbered(version: $version) {
        ...SynthesisPage_version @unmask
      }
      versions {
        id
        version
      }
      coverage {
        responses
        ...CoverageNote_coverage @unmask
      }
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
      ...VersionNotice_synthesis
      ...MinorityPositions_synthesis
    }
    draw(synthesis: $slug, seed: $seed) @include(if: $isDrawn) {
      id
      ...Drawn_contribution
    }
  }
  fragment SynthesisPage_version on SynthesisVersion {
    id
    version
    state
    publishedAt
    circulatedOn
    publishedAlone
    definition
    method
    notHeard
    decisions
    nextSteps
    changes
    accounting {
      cited
      setAside
    }
    setAside {
      reason
    }
    ...WellCited_version @unmask
    ...SynthesisParagraphs_version @unmask
  }
  ${SynthesisParagraphs.fragment}
  ${WellCited.fragment}
  ${CoverageNote.fragment}
  ${Reactions.fragment}
  ${VersionNotice.fragment}
  ${MinorityPositions.fragment}
  ${Drawn.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const { slug, version } = args.params;
  const seed = seedOf(new URL(args.request.url).searchParams);
  // Text that is no number is no version.
  const number = /^[1-9]\d{0,5}$/.test(version ?? "") ? Number(version) : 0;
  return preload(
    args,
    query,
    { slug: slug!, version: version === undefined ? null : number, seed: seed ?? 0, isDrawn: seed !== null },
    ({ synthesis }) => synthesis?.versionNumbered,
  );
};

/** The seed of the draw an address asks for; null when it asks for none. */
const seedOf = (params: URLSearchParams) => {
  const text = params.get("draw") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/**
 * The « point d'étape » of an objective: what is agreed, debated, said by few; who was not heard; and the doubt it
 * welcomes. The version in force, or the one that its address names.
 */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const it = data.synthesis!;
  const version = it.versionNumbered!;
  const named = useParams().version !== undefined;
  const { objective, reactions, coverage } = it;
  const { definition } = version;
  const on = version.publishedAt ?? version.circulatedOn;
  const sheets = (data.draw ?? []).map((contribution) => ({
    key: contribution.id,
    content: <Drawn contribution={contribution} />,
  }));
  return (
    <Ruled>
      <PageHead
        margin={on && <When date={on} format="short" />}
        note={m.synthesis_version(version)}
        kicker={
          <Link to={paths.objective(objective.slug)}>
            {m.synthesis_kicker(objective)}
            {m.ui_colon()}
            {objective.name}
          </Link>
        }
        title={it.title}
        tab={named ? m.synthesis_tab_version({ title: it.title, version: version.version }) : undefined}
        lang={contentLang()}
        lead={<Since synthesis={it} />}
      >
        <div className="cluster">
          {version.state === "CIRCULATING" && <Chip tone="open">{m.synthesis_CIRCULATING()}</Chip>}
          <ShareButton title={it.title} />
          <PrintButton />
          <SynthesisFiles slug={it.slug} version={version.version} />
          {it.viewerCan.write && <More to={paths.synthesisWrite(it.slug)}>{m.synthesis_write_this()}</More>}
          {objective.questionnaire && objective.questionnaire.resultsShown !== "HIDDEN" && (
            <More to={paths.results(objective.questionnaire.slug)}>{m.result_see()}</More>
          )}
          {it.fictional && <Fictional />}
        </div>
        <VersionNotice synthesis={it} version={version} />
      </PageHead>
      {definition && (
        <Row margin={m.synthesis_definition()}>
          <Card tone="now">
            <p className={styles.claim} lang={contentLang()}>
              {definition}
            </p>
          </Card>
        </Row>
      )}
      <SynthesisParagraphs slug={it.slug} version={version} />
      <Row id="positions" heading={m.minority_title()}>
        <MinorityPositions synthesis={it} />
      </Row>
      <Row id="draw" heading={m.synthesis_draw_title()} margin={m.synthesis_doubt()}>
        <Draw
          at={named ? paths.synthesisVersion(it.slug, version.version) : paths.synthesis(it.slug)}
          seed={seedOf(params)}
          sheets={sheets}
        />
      </Row>
      {version.citationCounts.asked > 0 && (
        <Row heading={m.synthesis_well_cited()}>
          <WellCited version={version} />
        </Row>
      )}
      <Row heading={m.synthesis_annex()}>
        <p className="prose">
          {m.synthesis_accounting(version.accounting)} {reasonsOf(version.setAside)}
        </p>
        <More to={paths.synthesisAnnex(it.slug, named ? version.version : undefined)}>{m.synthesis_annex_read()}</More>
      </Row>
      <Row heading={m.synthesis_not_heard()}>
        <div className={styles.beside}>
          <List items={version.notHeard} />
          {coverage.responses > 0 && <CoverageNote coverage={coverage} />}
        </div>
        <More to={paths.objective(objective.slug)}>{m.synthesis_to_coverage()}</More>
      </Row>
      <Row heading={m.synthesis_what_next()}>
        <div className={styles.wide}>
          {[
            { title: m.synthesis_decisions(), items: version.decisions },
            { title: m.synthesis_next(), items: version.nextSteps },
          ].map(
            ({ title, items }) =>
              items.length > 0 && (
                <Card key={title}>
                  <h3>{title}</h3>
                  <List items={items} />
                </Card>
              ),
          )}
        </div>
      </Row>
      <Row heading={m.synthesis_versions()}>
        {version.changes && (
          <p className="prose" lang={contentLang()}>
            {version.changes}
          </p>
        )}
        <p className="cluster">
          {version.version > 1 && (
            <More to={paths.synthesisDifference(it.slug, version.version - 1, version.version)}>
              {m.synthesis_compare({ from: version.version - 1, to: version.version })}
            </More>
          )}
          <More to={paths.synthesisVersions(it.slug)}>{m.synthesis_versions_all({ count: it.versions.length })}</More>
        </p>
      </Row>
      <Row heading={m.reaction_title()} margin={reactionCount(reactions)}>
        <More to={paths.synthesisReactions(it.slug)}>{m.synthesis_reactions_all()}</More>
        <Reactions subject="SYNTHESIS" subjectId={it.id} reactions={reactions} />
      </Row>
      <Row heading={m.synthesis_method()}>
        <p className="prose" lang={contentLang()}>
          {version.method}
        </p>
        {version.publishedAlone && <p className="quiet">{m.synthesis_alone()}</p>}
      </Row>
    </Ruled>
  );
}

type Synthesis = NonNullable<SynthesisPage["synthesis"]>;

/** « 27 réponses sont arrivées depuis », and the way to them. */
const Since = ({ synthesis: { slug, responsesSince: count } }: { synthesis: Synthesis }) => (
  <>
    {m.synthesis_since({ count })}{" "}
    {count > 0 && <Link to={paths.contributions({ since: slug })}>{m.synthesis_since_read()}</Link>}
  </>
);

/** « Déjà dit (12), hors sujet (2). » */
function reasonsOf(setAside: readonly { reason: NotRetainedReason }[]) {
  const counts = Map.groupBy(setAside, ({ reason }) => reason);
  const said = [...counts].map(([reason, { length: count }]) =>
    m.synthesis_set_aside_for({ reason: notRetainedNames[reason](), count }),
  );
  return said.length > 0 && `${said.join(", ")}.`;
}

const List = ({ items }: { items: readonly string[] }) => (
  <div className="prose" lang={contentLang()}>
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </div>
);
