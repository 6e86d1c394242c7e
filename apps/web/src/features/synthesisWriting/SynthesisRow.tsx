import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useNavigate } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { SynthesisRow_objective } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { objectiveStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { openSynthesis } from "./synthesis.mutations.tsx";
import { Of } from "../../shared/Of.tsx";

const fragment: TypedDocumentNode<SynthesisRow_objective> = gql`
  fragment SynthesisRow_objective on Objective {
    id
    slug
    number
    name
    state
    synthesis {
      id
      slug
      version
      state
      underWay {
        id
        version
        state
        accounting {
          unaccounted
        }
      }
      viewerCan {
        write
      }
    }
  }
`;

/** State of the « point d'étape » of an objective, and its next act. */
export function SynthesisRow(props: { objective: FragmentType<SynthesisRow_objective> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.objective });
  const { slug, number, name, state, synthesis } = data;
  const navigate = useNavigate();
  const act = useAct(openSynthesis);
  const open = async () => {
    const done = await act.run({ objective: slug });
    if (done?.synthesis) await navigate(paths.synthesisWrite(done.synthesis.slug));
  };
  return (
    <Card as="li">
      <h3>
        {number}. <span lang={contentLang()}>{name}</span>
      </h3>
      <p className="quiet">{synthesis ? standing(synthesis) : objectiveStateNames[state]()}</p>
      {synthesis?.underWay && synthesis.underWay.accounting.unaccounted > 0 && (
        <p className="quiet">{m.synthesis_to_place({ count: synthesis.underWay.accounting.unaccounted })}</p>
      )}
      <Failed because={act.failed} />
      {act.problems.length > 0 && (
        <Notice tone="warn" live>
          {act.problems.map(problemSentence).join(" ")}
        </Notice>
      )}
      {!synthesis && (
        <Button small disabled={act.busy} onClick={() => void open()}>
          {m.synthesis_open()}
          <Of>{name}</Of>
        </Button>
      )}
      {synthesis?.underWay && (
        <ButtonLink small to={paths.synthesisWrite(synthesis.slug)}>
          {synthesis.underWay.state === "CIRCULATING" ? m.synthesis_go_on_circulating() : m.synthesis_go_on()}
          <Of>{name}</Of>
        </ButtonLink>
      )}
      {synthesis && !synthesis.underWay && (
        <More to={paths.synthesisWrite(synthesis.slug)} icon={null}>
          {m.synthesis_row_next({ version: synthesis.version + 1 })}
          <Of>{name}</Of>
        </More>
      )}
    </Card>
  );
}

SynthesisRow.fragment = fragment;

/** « Version 2 publiée », « Version 1 en cours d'écriture ». */
function standing({ version, underWay }: NonNullable<SynthesisRow_objective["synthesis"]>) {
  if (!underWay) return m.synthesis_row_published({ version });
  return underWay.state === "CIRCULATING"
    ? m.synthesis_row_circulating({ version: underWay.version })
    : m.synthesis_row_draft({ version: underWay.version });
}
