import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { SynthesisState, VersionNotice_synthesis } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { today } from "../../shared/daysSince.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";

const fragment: TypedDocumentNode<VersionNotice_synthesis> = gql`
  fragment VersionNotice_synthesis on Synthesis {
    id
    slug
    version
    underWay {
      id
      version
      state
      circulatesUntil
    }
  }
`;

interface Props {
  synthesis: FragmentType<VersionNotice_synthesis>;
  /** The one that is read. */
  version: { version: number; state: SynthesisState };
}

/** State of the version being read: it circulates, another one does, another is in force. */
export function VersionNotice({ synthesis, version: { version, state } }: Props) {
  const { slug, version: inForce, underWay } = useSuspenseFragment({ fragment, from: synthesis }).data;
  const until = underWay?.state === "CIRCULATING" && underWay.circulatesUntil;
  const date = until && formatDate(until);
  const isOver = until && until < today();
  return (
    <>
      {date && underWay.version !== version && (
        <Notice>
          {(isOver ? m.synthesis_circulated : m.synthesis_circulates)({ version: underWay.version, date })}{" "}
          <More to={paths.synthesisVersion(slug, underWay.version)}>{m.synthesis_circulates_read()}</More>
        </Notice>
      )}
      {date && state === "CIRCULATING" && (
        <Notice>{(isOver ? m.synthesis_circulated_here : m.synthesis_circulates_here)({ date })}</Notice>
      )}
      {version !== inForce && (
        <Notice>
          {m.synthesis_not_in_force({ version, inForce })}{" "}
          <More to={paths.synthesis(slug)}>{m.synthesis_to_in_force()}</More>
        </Notice>
      )}
    </>
  );
}

VersionNotice.fragment = fragment;
