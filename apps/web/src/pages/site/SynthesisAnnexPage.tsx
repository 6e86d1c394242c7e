import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { accounted } from "../../shared/accounted.tsx";
import { Words } from "../../features/passage/Verbatim.tsx";
import type {
  NotRetainedReason,
  SynthesisAnnexPage,
  SynthesisAnnexPageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<SynthesisAnnexPage, SynthesisAnnexPageVariables> = gql`
  query SynthesisAnnexPage($slug: String!, $version: Int) {
    synthesis(slug: $slug) {
      id
      slug
      title
      fictional
      objective {
        id
        slug
      }
      versionNumbered(version: $version) {
        id
        version
        ...Accounted_version @unmask
        setAside {
          saidBy {
            id
            number
            sentence
          }
          passages {
            quote
            contribution {
              ...Cited_contribution @unmask
            }
          }
        }
      }
    }
  }
  ${Words.fragment}
  ${accounted}
`;

type SetAside = NonNullable<NonNullable<SynthesisAnnexPage["synthesis"]>["versionNumbered"]>["setAside"][number];

export const loader = (args: LoaderFunctionArgs) => {
  const text = new URL(args.request.url).searchParams.get("version");
  // Text that is no number is no version.
  const version = text === null ? null : /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  return preload(args, query, { slug: args.params.slug!, version }, ({ synthesis }) => synthesis?.versionNumbered);
};

const order: NotRetainedReason[] = [
  "ALREADY_SAID",
  "OUT_OF_SCOPE",
  "REQUEST_APART",
  "TOO_GENERAL",
  "NOT_ACTIONABLE",
  "NOT_UNDERSTOOD",
  "NOTHING_TO_ADD",
  "WITHDRAWN",
];

/** All that a version leaves out, by reason, with every word of it: made from what was done, never written. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.synthesis!;
  const { version, accounting, setAside } = it.versionNumbered!;
  const { unaccounted, nothingToAdd } = accounting;
  return (
    <Ruled>
      <PageHead
        margin={m.synthesis_version({ version })}
        kicker={<TitleLink to={paths.synthesisVersion(it.slug, version)}>{it.title}</TitleLink>}
        title={m.synthesis_annex()}
        tab={m.synthesis_annex_tab({ title: it.title, version })}
        lead={m.synthesis_annex_lead()}
      >
        <p>{m.synthesis_accounting(accounting)}</p>
        <div className="cluster">
          <PrintButton />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      {order.map((reason) => (
        <OfReason reason={reason} those={setAside.filter((one) => one.reason === reason)} key={reason} />
      ))}
      {unaccounted > 0 && (
        <Row heading={m.synthesis_unaccounted()}>
          <p className="prose">{m.synthesis_unaccounted_count({ count: unaccounted })}</p>
        </Row>
      )}
      {nothingToAdd > 0 && (
        <Row heading={m.synthesis_nothing_to_add_title()}>
          <p className="prose">{m.synthesis_nothing_to_add_count({ count: nothingToAdd })}</p>
          <More to={paths.objective(it.objective.slug)}>{m.synthesis_to_coverage()}</More>
        </Row>
      )}
      {!setAside.length && !unaccounted && !nothingToAdd && (
        <Row>
          <Empty title={m.synthesis_annex_none()}>
            <More to={paths.synthesisVersion(it.slug, version)}>{m.synthesis_version_read({ version })}</More>
          </Empty>
        </Row>
      )}
    </Ruled>
  );
}

/** Sources left out for one reason: whole key points with their passages, then single passages. */
function OfReason({ reason, those }: { reason: NotRetainedReason; those: readonly SetAside[] }) {
  if (!those.length) return null;
  const count = those.reduce((sum, { passages }) => sum + passages.length, 0);
  const ordered = those.toSorted((one, other) => Number(!one.keyPoint) - Number(!other.keyPoint));
  return (
    <Row heading={notRetainedNames[reason]()} margin={m.keyPoint_passages_count({ count })}>
      <div className="flow">
        {ordered.map(({ keyPoint, note, passages, saidBy }, index) => (
          <Card as="article" key={keyPoint?.id ?? `${passages[0]?.contribution.id} ${index}`}>
            {keyPoint && (
              <h3 lang={contentLang()}>
                <Link to={paths.keyPoint(keyPoint.id)}>{keyPoint.sentence}</Link>
              </h3>
            )}
            {saidBy && (
              <p lang={contentLang()}>
                <Link to={paths.keyPoint(saidBy.id)}>{m.contribution_said_by_long(saidBy)}</Link>
              </p>
            )}
            {note && (
              <p className="quiet" lang={contentLang()}>
                {note}
              </p>
            )}
            {passages.length > 0 ? (
              <ul className="flow">
                {passages.map((passage) => (
                  <Words passage={passage} key={`${passage.contribution.id} ${passage.quote}`} />
                ))}
              </ul>
            ) : (
              <p className="quiet">{m.synthesis_annex_no_words()}</p>
            )}
          </Card>
        ))}
      </div>
    </Row>
  );
}
