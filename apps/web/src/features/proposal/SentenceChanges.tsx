import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { ProposalDifference_version, StatementPart } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import type { SentenceChange } from "./difference.ts";
import { quoted } from "../../ui/quoted.ts";

type Statement = ProposalDifference_version["statements"][number];
type Change = SentenceChange<Statement>;

interface Props {
  /** The numbers of the versions. */
  from: number;
  to: number;
  changes: readonly Change[];
  /** The part that they are of. */
  of: string;
}

/** The sentences of one part from one version to another: those that changed, and folded together those that did not. */
export function SentenceChanges({ from, to, changes, of }: Props) {
  const kept = changes.filter(({ state }) => state === "kept");
  return (
    <ul className="difference-list">
      {changes.map(
        (change) =>
          change.state !== "kept" && (
            <li key={(change.after ?? change.before)!.statementId}>
              <Changed change={change} from={from} to={to} />
            </li>
          ),
      )}
      {kept.length > 0 && (
        <li>
          <Disclosure summary={`${m.version_kept({ count: kept.length })}${m.ui_colon()}${of}`}>
            <ul className="flow" lang={contentLang()}>
              {kept.map(({ after }) => (
                <li className="verbatim" key={after!.statementId}>
                  {after!.text}
                </li>
              ))}
            </ul>
          </Disclosure>
        </li>
      )}
    </ul>
  );
}

const names: Partial<Record<Change["state"], () => string>> = {
  changed: m.version_sentence_changed,
  added: m.version_sentence_added,
  removed: m.version_sentence_removed,
};

function Changed({ change, from, to }: { change: Change; from: number; to: number }) {
  const { before, after, moved, leftPart, state } = change;
  const part = (name: StatementPart) => partNames[name]().toLowerCase();
  const only = <Source extends { id: string }>(one: readonly Source[], other: readonly Source[]) =>
    one.filter(({ id }) => other.every((source) => source.id !== id));
  const both = before && after;
  return (
    <>
      <p className="cluster">
        {names[state] && <Chip>{names[state]()}</Chip>}
        {leftPart && <Chip>{m.version_left_part({ before: part(before!.part), after: part(after!.part) })}</Chip>}
        {moved && !leftPart && <Chip>{m.version_moved(moved)}</Chip>}
      </p>
      <SideBySide
        before={{
          label: m.version_number({ number: from }),
          parts: before && [before.text],
          none: m.version_not_there(),
        }}
        after={{ label: m.version_number({ number: to }), parts: after && [after.text], none: m.version_no_longer() }}
      />
      {both && (
        <>
          <Sources
            title={m.version_sources_added()}
            keyPoints={only(after.keyPoints, before.keyPoints)}
            passages={only(after.passages, before.passages)}
          />
          <Sources
            title={m.version_sources_removed()}
            keyPoints={only(before.keyPoints, after.keyPoints)}
            passages={only(before.passages, after.passages)}
          />
        </>
      )}
    </>
  );
}

interface SourcesProps extends Pick<Statement, "keyPoints" | "passages"> {
  title: string;
}

const Sources = ({ title, keyPoints, passages }: SourcesProps) =>
  keyPoints.length + passages.length > 0 && (
    <div className="prose quiet">
      <p>{`${title}${m.ui_colon()}`}</p>
      <ul lang={contentLang()}>
        {keyPoints.map(({ id, sentence }) => (
          <li key={id}>
            <Link to={paths.keyPoint(id)}>{sentence}</Link>
          </li>
        ))}
        {passages.map(({ id, quote, contribution }) => (
          <li key={id}>
            <Link to={paths.contribution(contribution.id)}>{quoted(quote)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
