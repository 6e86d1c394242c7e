import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useParams, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Drawn } from "../../features/contribution/Drawn.tsx";
import { SynthesisFiles } from "../../features/files/SynthesisFiles.tsx";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { Draw, DrawAct } from "../../features/synthesis/Draw.tsx";
import { MinorityPositions } from "../../features/minority/MinorityPositions.tsx";
import { WellCited } from "../../features/synthesis/WellCited.tsx";
import { VersionNotice } from "../../features/synthesis/VersionNotice.tsx";
import { outOf } from "../../features/synthesis/outOf.ts";
import type { SynthesisPage, SynthesisPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Fate } from "../../shared/Fate.tsx";
import { FateBar } from "../../shared/FateBar.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { Part } from "../../ui/Part.tsx";
import { LinkedData } from "../../ui/LinkedData.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Synthesis.module.css";
import { SynthesisNow } from "./SynthesisNow.tsx";
import { SynthesisShort } from "./SynthesisShort.tsx";
import { SynthesisParagraphs } from "./SynthesisParagraphs.tsx";
import { positionRulings } from "./positionRulings.tsx";

const query: TypedDocumentNode<SynthesisPage, SynthesisPageVariables> = gql`
  query SynthesisPage($slug: String!, $version: Int, $seed: Int!, $isDrawn: Boolean!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      version
      responsesSince
      voiceCount
      fictional
      viewerCan {
        write
      }
      objective {
        id
        slug
        number
        question
        fate {
          ...Fate_fate @unmask
        }
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
      reactions(first: 40) {
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
  ${Fate.fragment}
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
 * The « point d'étape » of an objective in three zones: what it says in three lines; what is agreed, debated, said by
 * few; who was not heard, what comes next and what can be said. The version in force, or the one that its address names.
 */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const it = data.synthesis!;
  const version = it.versionNumbered!;
  const named = useParams().version !== undefined;
  const { objective } = it;
  const on = version.publishedAt ?? version.circulatedOn;
  const seed = seedOf(params);
  const at = named ? paths.synthesisVersion(it.slug, version.version) : paths.synthesis(it.slug);
  const kicker = <span lang={contentLang()}>{it.title}</span>;
  const sheets = (data.draw ?? []).map((contribution) => ({
    key: contribution.id,
    content: <Drawn contribution={contribution} />,
  }));
  return (
    <Ruled>
      {import.meta.env.SSR && (
        <LinkedData
          of={{
            "@type": "Report",
            name: it.title,
            abstract: version.definition ?? version.paragraphs[0]?.text,
            datePublished: version.publishedAt,
            version: version.version,
            about: { "@type": "Thing", name: objective.question },
          }}
        />
      )}
      <PageHead
        margin={<Link to={paths.objective(objective.slug)}>{m.objective_number(objective)}</Link>}
        note={
          <>
            {on && <When date={on} format="short" />}. {m.synthesis_version(version)}
          </>
        }
        kicker={it.title === objective.question ? m.synthesis_kicker(objective) : kicker}
        title={objective.question}
        tab={named ? m.synthesis_tab_version({ title: it.title, version: version.version }) : it.title}
        lang={contentLang()}
        lead={it.responsesSince > 0 && <Since synthesis={it} />}
        description={version.definition ?? version.paragraphs[0]?.text}
        aside={
          <div className="flow">
            {version.definition && (
              <Card tone="now">
                <p className="quiet">{m.synthesis_definition()}</p>
                <p className={styles.definition} lang={contentLang()}>
                  {version.definition}
                </p>
              </Card>
            )}
            <FateBar fate={objective.fate} />
          </div>
        }
        acts={
          <div className="cluster">
            {seed === null && <DrawAct at={at} seed={null} />}
            <ButtonLink small className="no-print" to="#say">
              <Icon name="speech" size={18} />
              {m.synthesis_react()}
            </ButtonLink>
            <ShareButton title={it.title} />
            <PrintButton wide />
            <SynthesisFiles slug={it.slug} version={version.version} />
            {it.viewerCan.write && <More to={paths.synthesisWrite(it.slug)}>{m.synthesis_write_this()}</More>}
            {objective.questionnaire && objective.questionnaire.resultsShown !== "HIDDEN" && (
              <More to={paths.results(objective.questionnaire.slug)}>{m.result_see()}</More>
            )}
          </div>
        }
      >
        <SynthesisShort version={version} />
        {version.state === "CIRCULATING" && <Chip tone="open">{m.synthesis_CIRCULATING()}</Chip>}
        {it.fictional && <Fictional />}
        <VersionNotice synthesis={it} version={version} />
      </PageHead>
      {seed !== null && (
        <Row id="draw" heading={m.synthesis_draw_title()} margin={m.synthesis_doubt()}>
          <Draw at={at} seed={seed} sheets={sheets} />
        </Row>
      )}
      <SynthesisParagraphs slug={it.slug} version={version} outOf={outOf(version.paragraphs, it.voiceCount)}>
        <Row id="positions">
          <Part heading={m.minority_title()}>
            <MinorityPositions synthesis={it} ruling={positionRulings("synthesis", it.slug)} />
          </Part>
        </Row>
        <SynthesisNow synthesis={it} version={version} named={named} />
      </SynthesisParagraphs>
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
