import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Causes } from "../../features/synthesis/Causes.tsx";
import sheet from "../../ui/difference.css?url";
import { type Pair, pairsOf } from "../../shared/pairs.ts";
import { SideBySide } from "../../ui/SideBySide.tsx";
import type {
  SynthesisDifference_version,
  SynthesisDifferencePage,
  SynthesisDifferencePageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Style } from "../../ui/Style.tsx";
import { RestDiffers } from "../../shared/RestDiffers.tsx";
import { countsInWords, differing, versionsIn } from "../../shared/differences.ts";
import { TitleLink } from "../../shared/TitleLink.tsx";
import { quoted } from "../../ui/quoted.ts";

const query: TypedDocumentNode<SynthesisDifferencePage, SynthesisDifferencePageVariables> = gql`
  query SynthesisDifferencePage($slug: String!, $from: Int!, $to: Int!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      fictional
      from: versionNumbered(version: $from) {
        ...SynthesisDifference_version @unmask
      }
      to: versionNumbered(version: $to) {
        ...SynthesisDifference_version @unmask
        changes
        ...Causes_version
      }
    }
  }
  fragment SynthesisDifference_version on SynthesisVersion {
    id
    version
    definition
    method
    notHeard
    decisions
    nextSteps
    paragraphs {
      id
      originId
      kind
      text
      plain
      keyPoints {
        id
        sentence
      }
      against {
        id
        sentence
      }
      passages {
        id
        quote
      }
    }
  }
  ${Causes.fragment}
`;

type Version = SynthesisDifference_version;
type Paragraph = Version["paragraphs"][number];

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, versionsIn(args.params), ({ synthesis }) => synthesis?.from && synthesis.to);

/** Two versions of a synthesis side by side: what was taken out, put in, moved, word for word; and what caused it. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.synthesis!;
  const from = it.from!;
  const to = it.to!;
  const pairs = pairsOf(from.paragraphs, to.paragraphs);
  const rest = restOf(from, to);
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        kicker={<TitleLink to={paths.synthesis(it.slug)}>{it.title}</TitleLink>}
        title={m.synthesis_difference_title({ from: from.version, to: to.version })}
        tab={`${m.synthesis_difference_title({ from: from.version, to: to.version })} · ${it.title}`}
        lead={m.synthesis_difference_lead()}
      >
        <p>{countsInWords(counted, pairs.map(stateOf))}</p>
        <div className="cluster">
          <More to={paths.synthesisVersions(it.slug)}>{m.synthesis_versions()}</More>
          <ShareButton title={it.title} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      {to.changes && (
        <Row heading={m.synthesis_what_changed()}>
          <p className="prose" lang={contentLang()}>
            {to.changes}
          </p>
          <Causes slug={it.slug} version={to} />
        </Row>
      )}
      {from.definition !== to.definition && (
        <Row heading={m.synthesis_difference_definition()}>
          <SideBySide {...bothOf(from, to, ({ definition }) => definition && [definition])} />
        </Row>
      )}
      <Row heading={m.synthesis_difference_paragraphs()}>
        <ul className="difference-list">
          {grouped(pairs).map((group) =>
            Array.isArray(group) ? (
              <li key={`kept ${group[0]!.id}`}>
                <Disclosure summary={m.synthesis_difference_kept({ count: group.length })}>
                  <ul className="flow" lang={contentLang()}>
                    {group.map((paragraph) => (
                      <li className="verbatim" key={paragraph.id}>
                        {wordsOf(paragraph)}
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              </li>
            ) : (
              <li key={(group.after ?? group.before)!.id}>
                <Changed pair={group} from={from} to={to} />
              </li>
            ),
          )}
        </ul>
      </Row>
      <RestDiffers
        heading={m.synthesis_difference_rest()}
        rest={rest}
        before={(parts) => older(from, parts)}
        after={(parts) => newer(to, parts)}
      />
    </Ruled>
  );
}

/** All that a paragraph says, in plain words: its sentence or what it quotes, then more of it. */
const partsOf = ({ kind, text, plain, passages }: Paragraph) => {
  const quotes = passages.map(({ quote }) => quoted(quote)).join("\n");
  return [kind === "QUOTE" ? quotes || m.synthesis_taken_back() : text, plain ?? ""];
};

const wordsOf = (paragraph: Paragraph) => partsOf(paragraph).filter(Boolean).join("\n");

const sourcesOf = (paragraph: Paragraph | null) => [...(paragraph?.keyPoints ?? []), ...(paragraph?.against ?? [])];

const stateOf = ({ before, after, moved }: Pair<Paragraph>) => {
  if (!before) return "added";
  if (!after) return "removed";
  const ids = (paragraph: Paragraph) =>
    sourcesOf(paragraph)
      .map(({ id }) => id)
      .toSorted()
      .join();
  if (wordsOf(before) !== wordsOf(after) || ids(before) !== ids(after)) return "changed";
  return moved ? "moved" : "kept";
};

const counted = {
  kept: m.synthesis_difference_kept,
  changed: m.synthesis_difference_changed,
  added: m.synthesis_difference_added,
  removed: m.synthesis_difference_removed,
  moved: m.synthesis_difference_moved,
};

/** Groups unchanged paragraphs, which are folded. */
function grouped(pairs: Pair<Paragraph>[]): (Pair<Paragraph> | Paragraph[])[] {
  const groups: (Pair<Paragraph> | Paragraph[])[] = [];
  for (const pair of pairs) {
    const last = groups.at(-1);
    if (stateOf(pair) !== "kept") groups.push(pair);
    else if (Array.isArray(last)) last.push(pair.after!);
    else groups.push([pair.after!]);
  }
  return groups;
}

const names = { changed: m.synthesis_changed, added: m.synthesis_added, removed: m.synthesis_removed };

/** A paragraph that is not what it was: its words, its place, what it rests on. */
function Changed({ pair, from, to }: { pair: Pair<Paragraph>; from: Version; to: Version }) {
  const { before, after, moved } = pair;
  const state = stateOf(pair);
  const only = (one: Paragraph | null, other: Paragraph | null) =>
    sourcesOf(one).filter(({ id }) => sourcesOf(other).every((source) => source.id !== id));
  const sources = before && after ? { added: only(after, before), removed: only(before, after) } : null;
  return (
    <>
      <p className="cluster">
        {state in names && <Chip>{names[state as keyof typeof names]()}</Chip>}
        {moved && <Chip>{m.synthesis_moved(moved)}</Chip>}
      </p>
      <SideBySide before={older(from, before && partsOf(before))} after={newer(to, after && partsOf(after))} />
      {sources && <Sources title={m.synthesis_sources_added()} sources={sources.added} />}
      {sources && <Sources title={m.synthesis_sources_removed()} sources={sources.removed} />}
    </>
  );
}

const Sources = ({ title, sources }: { title: string; sources: { id: string; sentence: string }[] }) =>
  sources.length > 0 && (
    <div className="prose quiet">
      <p>{`${title}${m.ui_colon()}`}</p>
      <ul lang={contentLang()}>
        {sources.map(({ id, sentence }) => (
          <li key={id}>
            <Link to={paths.keyPoint(id)}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </div>
  );

const older = (version: Version, parts: string[] | null) => ({
  label: m.synthesis_side(version),
  parts,
  none: m.synthesis_nothing_there(),
});

const newer = (version: Version, parts: string[] | null) => ({
  label: m.synthesis_side(version),
  parts,
  none: m.synthesis_nothing_left(),
});

const bothOf = (from: Version, to: Version, of: (version: Version) => string[] | null | "") => ({
  before: older(from, of(from) || null),
  after: newer(to, of(to) || null),
});

/** Other differences: lists as lines. */
const restOf = (from: Version, to: Version) =>
  differing(from, to, [
    { title: m.synthesis_not_heard(), of: ({ notHeard }: Version) => notHeard.join("\n") },
    { title: m.synthesis_decisions(), of: ({ decisions }: Version) => decisions.join("\n") },
    { title: m.synthesis_next(), of: ({ nextSteps }: Version) => nextSteps.join("\n") },
    { title: m.synthesis_method(), of: ({ method }: Version) => method },
  ]);
