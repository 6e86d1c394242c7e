import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useLocation,
  useSearchParams,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { AlsoHere } from "../../features/openPage/AlsoHere.tsx";
import { figuresPlace, type Said } from "../../features/synthesis/place.ts";
import { Accounted } from "../../features/synthesisWriting/Accounted.tsx";
import { Beside } from "../../features/synthesisWriting/Beside.tsx";
import { Changes } from "../../features/synthesisWriting/publication/Changes.tsx";
import { Circulation } from "../../features/synthesisWriting/publication/Circulation.tsx";
import { type SynthesisDesk, DeskContext, type Target } from "../../features/synthesisWriting/SynthesisDesk.ts";
import { savedHere } from "../../features/synthesisWriting/citedHere.ts";
import { focusIn } from "../../features/synthesisWriting/focusIn.ts";
import { placedOf } from "../../features/synthesisWriting/placed.ts";
import { useFresh } from "../../features/synthesisWriting/fresh.ts";
import { Leaving } from "../../features/synthesisWriting/Leaving.tsx";
import { LeftOut } from "../../features/synthesisWriting/LeftOut.tsx";
import { NextVersion } from "../../features/synthesisWriting/publication/NextVersion.tsx";
import { Paragraphs } from "../../features/synthesisWriting/paragraph/Paragraphs.tsx";
import { Placing } from "../../features/synthesisWriting/Placing.tsx";
import { Publication } from "../../features/synthesisWriting/publication/Publication.tsx";
import { RemoveDraft } from "../../features/synthesisWriting/publication/RemoveDraft.tsx";
import { ReactionsByParagraph, Reviews } from "../../features/synthesisWriting/publication/Returns.tsx";
import { Sources } from "../../features/synthesisWriting/Sources.tsx";
import { useRefresh } from "../../features/synthesisWriting/useRefresh.tsx";
import { wordsIn } from "../../features/synthesisWriting/paragraph/wordsIn.ts";
import { WritingStyle } from "../../features/synthesisWriting/WritingStyle.tsx";
import { type Source, writing } from "../../features/synthesisWriting/writing.tsx";
import { ObjectiveKicker } from "../../features/synthesis/ObjectiveKicker.tsx";
import type { SynthesisWritePage, SynthesisWritePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { WordsContext } from "../../shared/Advice.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Views } from "../../shared/Views.tsx";
import { UnsavedContext, UnsavedForms } from "../../ui/unsaved.ts";

const query: TypedDocumentNode<SynthesisWritePage, SynthesisWritePageVariables> = gql`
  query SynthesisWritePage($slug: String!) {
    vocabulary {
      avoid
      prefer
      why
    }
    synthesis(slug: $slug) {
      id
      objective {
        id
        slug
        number
        question
      }
      ...Writing_synthesis @unmask
    }
    viewerCan {
      moderate
    }
  }
  ${writing}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "synthesis");

/** The open item is in the address; opening another one fetches nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

const views = ["text", "place", "returns", "publish"] as const;
type View = (typeof views)[number];

const viewNames: Record<View, () => string> = {
  text: m.synthesis_view_text,
  place: m.synthesis_view_place,
  returns: m.synthesis_view_returns,
  publish: m.synthesis_view_publish,
};

const none: readonly Source[] = [];

/** Kind that a paragraph about a key point begins with: the one that its figures allow. */
const kindFor = (point?: Said) =>
  point && figuresPlace({ kind: "AGREEMENT", keyPoints: [point], against: [] }) ? "AGREEMENT" : "MINORITY";

/**
 * Desk of a « point d'étape »: the words of people on one side, the text on the other, and the sources it leaves out.
 */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const synthesis = data.synthesis!;
  const { objective, underWay, slug } = synthesis;
  const sources = underWay?.sources ?? none;
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get("view")) ?? "text";
  const [removed, setRemoved] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [target, setTarget] = useState<Target | null>(null);
  const [unsaved] = useState(() => new UnsavedForms());
  const { refresh, hold } = useRefresh(slug);
  const fresh = useFresh(underWay?.id);
  const [openId, setOpenId] = useOpen(params.get("paragraph"));
  const desk = useMemo<SynthesisDesk>(
    () => ({
      synthesis,
      moderates: data.viewerCan.moderate,
      sources,
      placed: placedOf(underWay),
      wordsOf: wordsIn(sources, underWay),
      target,
      aim: setTarget,
      say: setSaid,
      refresh,
      hold,
    }),
    [synthesis, data.viewerCan.moderate, sources, underWay, target, refresh, hold],
  );
  useEffect(() => {
    savedHere(
      (underWay?.paragraphs ?? []).flatMap((one) =>
        [...one.passages, ...one.keyPoints, ...one.against].map(({ id }) => id),
      ),
    );
  }, [underWay]);
  const counts: Partial<Record<View, number>> = underWay
    ? {
        place: underWay.accounting.unaccounted,
        returns: underWay.citationReviews.filter(({ verdict, resolution }) => verdict === "DISTORTED" && !resolution)
          .length,
        publish: underWay.state === "CIRCULATING" ? underWay.missing.length : 0,
      }
    : {};
  return (
    <WordsContext value={data.vocabulary}>
      <DeskContext value={desk}>
        <UnsavedContext value={unsaved}>
          <Ruled>
            <WritingStyle />
            <PageHead
              margin={m.synthesis_version({ version: underWay?.version ?? synthesis.version })}
              note={
                underWay && (underWay.state === "CIRCULATING" ? m.synthesis_CIRCULATING() : m.synthesis_being_written())
              }
              kicker={<ObjectiveKicker objective={objective} title={synthesis.title} />}
              title={synthesis.title}
              lang={contentLang()}
              tab={m.synthesis_tab({ title: synthesis.title })}
            >
              <p className="cluster">
                {underWay?.state === "CIRCULATING" && <Chip tone="open">{m.synthesis_CIRCULATING()}</Chip>}
                {(underWay?.state === "CIRCULATING" || synthesis.inForce.publishedAt) && (
                  <More to={paths.synthesis(slug)}>{m.synthesis_as_readers()}</More>
                )}
                <More to={paths.reading()} icon={null}>
                  {m.reading_back()}
                </More>
              </p>
              {synthesis.viewerCan.write && <AlsoHere kind="SYNTHESIS" id={synthesis.id} />}
              {underWay && synthesis.viewerCan.write && <Accounted version={underWay} slug={slug} />}
              {underWay && synthesis.viewerCan.write && (
                <Views
                  label={m.synthesis_views()}
                  narrow="pairs"
                  views={views}
                  names={viewNames}
                  open={view}
                  counts={counts}
                  to={(one) => paths.synthesisWrite(slug, { view: one === "text" ? null : one })}
                />
              )}
            </PageHead>
            {!synthesis.viewerCan.write && (
              <Row>
                <Empty title={m.synthesis_not_yours()}>
                  <More to={paths.synthesis(slug)}>{m.synthesis_as_readers()}</More>
                </Empty>
              </Row>
            )}
            {synthesis.viewerCan.write && !underWay && (
              <Row heading={m.synthesis_next_version()}>
                <NextVersion synthesis={synthesis} removed={removed} />
              </Row>
            )}
            {synthesis.viewerCan.write && underWay && (
              <>
                {/* Kept while one looks elsewhere: what is typed and not saved yet lives in it. */}
                <div className="writing-split" hidden={view !== "text"}>
                  <section className="writing-aside" aria-labelledby="sources">
                    <h2 id="sources">{m.synthesis_sources()}</h2>
                    <Sources
                      uses={{
                        rest: (point, against) => target?.rest(point, against),
                        insert: (cited) => target?.insert(cited),
                        begin: ({ kind, id }, point) =>
                          setOpenId(
                            kind === "passage"
                              ? fresh.add("QUOTE", { passageIds: [id] })
                              : fresh.add(kindFor(point), { text: point?.sentence ?? "", keyPointIds: [id] }),
                          ),
                      }}
                    />
                  </section>
                  <section className="writing-main" aria-labelledby="text">
                    <h2 id="text">{m.synthesis_view_text()}</h2>
                    <Paragraphs version={underWay} openId={openId} onOpen={setOpenId} fresh={fresh} />
                    <Beside version={underWay} key={underWay.id} />
                  </section>
                </div>
                {view === "place" && (
                  <>
                    <Row heading={m.synthesis_view_place()} margin={m.synthesis_to_place(toPlace(underWay))}>
                      <p className="prose">{m.synthesis_placing_lead()}</p>
                      <Placing version={underWay} />
                    </Row>
                    <Row heading={m.synthesis_left_out_title()} note={m.synthesis_left_out_note()}>
                      <LeftOut version={underWay} />
                    </Row>
                  </>
                )}
                {view === "returns" && (
                  <>
                    <Row heading={m.synthesis_circulation()}>
                      <Circulation version={underWay} />
                    </Row>
                    {underWay.state === "CIRCULATING" && (
                      <>
                        <Row id="reviews" heading={m.synthesis_well_cited()}>
                          <Reviews version={underWay} />
                        </Row>
                        <Row heading={m.synthesis_what_was_said()}>
                          <ReactionsByParagraph version={underWay} />
                        </Row>
                      </>
                    )}
                  </>
                )}
                <div hidden={view !== "publish"}>
                  {underWay.version > 1 && (
                    <Row id="changes" heading={m.synthesis_changes()}>
                      <Changes
                        version={underWay}
                        objective={objective.slug}
                        shown={view === "publish"}
                        key={underWay.id}
                      />
                    </Row>
                  )}
                  <Row heading={m.synthesis_view_publish()}>
                    <Publication version={underWay} />
                  </Row>
                </div>
                {synthesis.viewerCan.remove && (view === "text" || view === "publish") && (
                  <Row noPrint>
                    <RemoveDraft version={underWay} onRemoved={setRemoved} key={underWay.id} />
                  </Row>
                )}
              </>
            )}
          </Ruled>
          <output className="visually-hidden" aria-live="polite">
            {said}
          </output>
          <Leaving />
        </UnsavedContext>
      </DeskContext>
    </WordsContext>
  );
}

const toPlace = ({ accounting }: { accounting: { unaccounted: number } }) => ({ count: accounting.unaccounted });

/** Id of the open paragraph; a link that names one opens it, and brings it into view. */
function useOpen(wanted: string | null) {
  const { key } = useLocation();
  const [seen, setSeen] = useState(key);
  const [openId, setOpenId] = useState(wanted);
  if (seen !== key) {
    setSeen(key);
    if (wanted) setOpenId(wanted);
  }
  useEffect(() => {
    if (wanted) focusIn(wanted);
  }, [wanted]);
  const open = useCallback((id: string | null) => {
    setOpenId(id);
    if (id) requestAnimationFrame(() => focusIn(id));
  }, []);
  return [openId, open] as const;
}
