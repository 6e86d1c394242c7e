import { m } from "@cahier/schema/messages";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Fold } from "../../ui/Part.tsx";
import { type Note, NoteCard } from "./NoteCard.tsx";

/** Notes between a proposal and others; renders nothing without any. */
export const WithOthers = ({ notes, of }: { notes: readonly Note[]; of: string }) =>
  notes.length > 0 && (
    <Fold heading={m.coherence_on_proposal()} note={formatNumber(notes.length)}>
      <ul className="cards">
        {notes.map((note) => (
          <NoteCard note={note} without={of} key={note.id} />
        ))}
      </ul>
      <More to={paths.coherence()}>{m.coherence_title()}</More>
    </Fold>
  );

WithOthers.fragment = NoteCard.fragment;
