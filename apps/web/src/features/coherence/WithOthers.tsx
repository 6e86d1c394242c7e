import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { type Note, NoteCard } from "./NoteCard.tsx";

/** Notes between a proposal and others; renders nothing without any. */
export const WithOthers = ({ notes, of }: { notes: readonly Note[]; of: string }) =>
  notes.length > 0 && (
    <Row heading={m.coherence_on_proposal()}>
      <ul className="cards">
        {notes.map((note) => (
          <NoteCard note={note} without={of} key={note.id} />
        ))}
      </ul>
      <More to={paths.coherence()}>{m.coherence_title()}</More>
    </Row>
  );

WithOthers.fragment = NoteCard.fragment;
