import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { changesOf, type SentenceState } from "../../features/proposal/difference.ts";
import { SentenceChanges } from "../../features/proposal/SentenceChanges.tsx";
import { VersionCauses } from "../../features/proposal/VersionCauses.tsx";
import type {
  ProposalDifference_version,
  ProposalDifferencePage,
  ProposalDifferencePageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf, partNames, termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import sheet from "../../ui/difference.css?url";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Style } from "../../ui/Style.tsx";
import { countsInWords, differing, versionsIn } from "../../shared/differences.ts";
import { RestDiffers } from "../../shared/RestDiffers.tsx";
import { versionWords } from "../../features/proposal/versionWords.fragment.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<ProposalDifferencePage, ProposalDifferencePageVariables> = gql`
  query ProposalDifferencePage($slug: String!, $from: Int!, $to: Int!) {
    proposal(slug: $slug) {
      id
      slug
      title
      fictional
      from: versionNumbered(number: $from) {
        ...ProposalDifference_version @unmask
      }
      to: versionNumbered(number: $to) {
        ...ProposalDifference_version @unmask
        reason
        causes {
          reaction {
            id
          }
          meeting {
            id
          }
          amendment {
            id
          }
        }
        ...VersionCauses_version
      }
    }
  }
  fragment ProposalDifference_version on ProposalVersion {
    ...VersionWords_version @unmask
    statements {
      keyPoints {
        id
        sentence
      }
      passages {
        id
        quote
        contribution {
          id
        }
      }
    }
    initiatives {
      id
      name
    }
  }
  ${VersionCauses.fragment}
  ${versionWords}
`;

type Version = ProposalDifference_version;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, versionsIn(args.params), ({ proposal }) => proposal?.from && proposal.to);

/** Two versions of a proposal side by side, part by part and sentence by sentence, word for word; and why it changed. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.proposal!;
  const from = it.from!;
  const to = it.to!;
  const changes = changesOf(from.statements, to.statements);
  const rest = restOf(from, to);
  const numbers = { from: from.number, to: to.number };
  const same = rest.length === 0 && changes.every(({ state }) => state === "kept");
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        kicker={<TitleLink to={paths.proposal(it.slug)}>{it.title}</TitleLink>}
        title={m.version_difference_title(numbers)}
        tab={`${m.version_difference_title(numbers)} · ${it.title}`}
        lead={m.version_difference_lead()}
      >
        <p>
          {countsInWords(
            counted,
            changes.map(({ state }) => state),
          )}
        </p>
        <div className="cluster">
          <More to={paths.proposalVersions(it.slug)}>{m.version_title()}</More>
          <More to={paths.proposalVersion(it.slug, to.number)}>{m.version_read(to)}</More>
          <ShareButton title={it.title} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      {(to.reason || to.causes.length > 0) && (
        <Row heading={m.version_why()}>
          <VersionCauses slug={it.slug} version={to} />
        </Row>
      )}
      {same && (
        <Row>
          <Empty title={m.version_same()} />
        </Row>
      )}
      {keysOf(partNames).map((part) => {
        const those = changes.filter(({ before, after }) => (after ?? before)!.part === part);
        return (
          those.length > 0 && (
            <Row heading={partNames[part]()} key={part}>
              <SentenceChanges changes={those} of={partNames[part]()} {...numbers} />
            </Row>
          )
        );
      })}
      <RestDiffers
        heading={m.version_rest()}
        rest={rest}
        before={(parts) => ({ label: m.version_number(from), parts, none: m.version_nothing() })}
        after={(parts) => ({ label: m.version_number(to), parts, none: m.version_nothing() })}
      />
    </Ruled>
  );
}

const counted: Record<SentenceState, (of: { count: number }) => string> = {
  kept: m.version_kept,
  changed: m.version_changed,
  added: m.version_added,
  removed: m.version_removed,
  moved: m.version_moved_count,
};

/** Other differences: lists as lines. */
const restOf = (from: Version, to: Version) =>
  differing(from, to, [
    { title: m.version_heading_title(), of: ({ title }: Version) => title },
    { title: m.version_heading_summary(), of: ({ summary }: Version) => summary },
    {
      title: m.proposal_objections(),
      of: ({ objections }: Version) =>
        objections.map(({ text, reply }) => `${text}\n→ ${reply ?? m.proposal_objection_no_reply()}`).join("\n\n"),
    },
    { title: m.proposal_examples(), of: ({ initiatives }: Version) => initiatives.map(({ name }) => name).join("\n") },
    {
      title: m.proposal_asks(),
      of: ({ asks }: Version) =>
        asks
          .map(({ interlocutor, text }) => `${interlocutor.name}${m.ui_colon()}${text ?? m.proposal_ask_unwritten()}`)
          .join("\n"),
    },
    {
      title: m.version_heading_works(),
      of: ({ works }: Version) => works.map(({ title, reference }) => `${title}, ${reference}`).join("\n"),
    },
    { title: m.proposal_carriers(), of: ({ carriers }: Version) => carriers.join("\n") },
    { title: m.version_heading_levers(), of: ({ levers }: Version) => levers.map(termLabel).join("\n") },
  ]);
