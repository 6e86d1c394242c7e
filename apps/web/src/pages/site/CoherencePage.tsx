import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { NoteCard } from "../../features/coherence/NoteCard.tsx";
import type {
  CoherencePage,
  CoherencePage_suggestion,
  CoherencePageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

/** A suggestion, waiting or left aside. */
const suggestion: TypedDocumentNode<CoherencePage_suggestion> = gql`
  fragment CoherencePage_suggestion on CoherenceSuggestion {
    key
    kind
    about
    prefer
    proposals {
      id
      number
      title
      state
    }
    statements {
      id
      text
    }
  }
`;

const query: TypedDocumentNode<CoherencePage, CoherencePageVariables> = gql`
  query CoherencePage {
    viewerCan {
      noteCoherence
    }
    coherenceNotes {
      ...NoteCard_note @unmask
    }
    coherenceSuggestions {
      ...CoherencePage_suggestion @unmask
    }
    leftSuggestions {
      ...CoherencePage_suggestion @unmask
      leftOn
      leftBy
      because
    }
  }
  ${NoteCard.fragment}
  ${suggestion}
`;

/** Loaded for writers of proposals only. */
const loadActs = () => import("../../features/coherence/NoteActs.tsx");
const NewNote = lazy(async () => ({ default: (await loadActs()).NewNote }));
const NoteActs = lazy(async () => ({ default: (await loadActs()).NoteActs }));
const Suggestions = lazy(async () => ({
  default: (await import("../../features/coherence/Suggestions.tsx")).Suggestions,
}));

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Notes between proposals: open ones first, then the settled ones. */
export function Component() {
  const { viewerCan, coherenceNotes, coherenceSuggestions, leftSuggestions } =
    useReadQuery(useLoaderData<typeof loader>()).data;
  const [open, settled] = [true, false].map((wanted) =>
    coherenceNotes.filter(({ state }) => (state === "OPEN") === wanted),
  );
  const list = (notes: typeof coherenceNotes) => (
    <ul className="cards">
      {notes.map((note) => (
        <NoteCard note={note} key={note.id}>
          {note.viewerCan.edit && (
            <Suspense>
              <NoteActs note={note} />
            </Suspense>
          )}
        </NoteCard>
      ))}
    </ul>
  );
  return (
    <Ruled>
      <PageHead title={m.coherence_title()} lead={m.coherence_lead()}>
        <div className="cluster">
          <More to={paths.proposals()}>{m.proposal_title()}</More>
          <More to={paths.glossary()}>{m.glossary_title()}</More>
        </div>
      </PageHead>
      {viewerCan.noteCoherence && (
        <Row>
          <Suspense>
            <NewNote />
          </Suspense>
        </Row>
      )}
      {open!.length > 0 && <Row heading={m.coherence_open()}>{list(open!)}</Row>}
      {settled!.length > 0 && <Row heading={m.coherence_settled()}>{list(settled!)}</Row>}
      {coherenceNotes.length === 0 && (
        <Row>
          <Empty title={m.coherence_none()}>
            <p>{m.coherence_none_text()}</p>
          </Empty>
        </Row>
      )}
      {viewerCan.noteCoherence && (
        <Row heading={m.coherence_suggested()}>
          <Suspense>
            <Suggestions suggestions={coherenceSuggestions} left={leftSuggestions} />
          </Suspense>
        </Row>
      )}
    </Ruled>
  );
}
