import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { SynthesisState, Versions_synthesis } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { today } from "../../shared/daysSince.ts";
import { More } from "../../ui/More.tsx";
import { type Step, Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import { Causes } from "./Causes.tsx";

const fragment: TypedDocumentNode<Versions_synthesis> = gql`
  fragment Versions_synthesis on Synthesis {
    id
    slug
    version
    versions {
      id
      version
      state
      publishedAt
      circulatedOn
      circulatesUntil
      changes
      ...Causes_version
    }
  }
  ${Causes.fragment}
`;

type Version = Versions_synthesis["versions"][number];

const states: Record<SynthesisState, () => string> = {
  DRAFT: m.synthesis_DRAFT,
  CIRCULATING: m.synthesis_CIRCULATING,
  PUBLISHED: m.synthesis_PUBLISHED,
  SUPERSEDED: m.synthesis_SUPERSEDED,
};

const steps: Record<SynthesisState, Step["state"]> = {
  DRAFT: "todo",
  CIRCULATING: "todo",
  PUBLISHED: "now",
  SUPERSEDED: "done",
};

/** The versions of a synthesis, from the first to the one under way: since when, what each changed, and what caused it. */
export function Versions(props: { synthesis: FragmentType<Versions_synthesis> }) {
  const { slug, versions } = useSuspenseFragment({
    fragment,
    fragmentName: "Versions_synthesis",
    from: props.synthesis,
  }).data;
  return (
    <Steps
      label={m.synthesis_versions()}
      steps={versions.toReversed().map((it) => ({
        key: String(it.version),
        state: steps[it.state],
        title: `${m.synthesis_version(it)}${m.ui_colon()}${states[it.state]().toLowerCase()}`,
        note: <Dates version={it} />,
        children: (
          <div className="flow">
            <p className="prose" lang={it.changes ? contentLang() : undefined}>
              {it.changes ?? (it.version === 1 && m.synthesis_first())}
            </p>
            <Causes slug={slug} version={it} />
            {it.state !== "DRAFT" && (
              <p className="cluster">
                <More to={paths.synthesisVersion(slug, it.version)}>{m.synthesis_version_read(it)}</More>
                {it.version > 1 && (
                  <More to={paths.synthesisDifference(slug, it.version - 1, it.version)}>
                    {m.synthesis_compare({ from: it.version - 1, to: it.version })}
                  </More>
                )}
              </p>
            )}
          </div>
        ),
      }))}
    />
  );
}

Versions.fragment = fragment;

/** « mise à lire le 30 mars, publiée le 6 avril ». */
const Dates = ({ version: { state, publishedAt, circulatedOn, circulatesUntil } }: { version: Version }) => (
  <>
    {circulatedOn && (
      <>
        {m.synthesis_circulated_on()} <When date={circulatedOn} />
      </>
    )}
    {state === "CIRCULATING" && circulatesUntil && (
      <>
        , {circulatesUntil < today() ? m.synthesis_circulated_until() : m.synthesis_circulates_until()}{" "}
        <When date={circulatesUntil} />
      </>
    )}
    {publishedAt && (
      <>
        {circulatedOn && ", "}
        {m.synthesis_published_on()} <When date={publishedAt} original />
      </>
    )}
  </>
);
