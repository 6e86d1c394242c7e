import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { NoteCard_note } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { kindNames, stateNames } from "./coherence.labels.ts";

const fragment: TypedDocumentNode<NoteCard_note> = gql`
  fragment NoteCard_note on CoherenceNote {
    id
    kind
    text
    state
    resolution
    version
    notedOn
    notedBy
    settledOn
    settledBy
    viewerCan {
      edit
    }
    fictional
    proposals {
      id
      slug
      number
      title
      state
    }
  }
`;

export type Note = NoteCard_note;

/** Note between proposals, with how it was settled. */
export const NoteCard = ({ note, without, children }: { note: Note; without?: string; children?: ReactNode }) => (
  <Card as="li" id={note.id} tone={note.state === "OPEN" ? "now" : "sheet"}>
    <p className="cluster">
      <Chip>{kindNames[note.kind]()}</Chip>
      <Chip tone={note.state === "OPEN" ? "open" : "done"}>{stateNames[note.state]()}</Chip>
    </p>
    <p lang={contentLang()}>{note.text}</p>
    {note.resolution && (
      <p>
        <b>
          {stateNames[note.state]()}
          {m.ui_colon()}
        </b>
        <span lang={contentLang()}>{note.resolution}</span>
      </p>
    )}
    <ul>
      {note.proposals
        .filter(({ id }) => id !== without)
        .map((proposal) => (
          <li key={proposal.id}>
            <Link to={paths.proposal(proposal.slug)}>
              {m.proposal_number(proposal)}
              {m.ui_colon()}
              <span lang={contentLang()}>{proposal.title}</span>
            </Link>
          </li>
        ))}
    </ul>
    <p className="quiet cluster">
      {note.settledOn ? (
        <>
          {note.settledBy && m.coherence_settled_by({ name: note.settledBy })} <When date={note.settledOn} />
        </>
      ) : (
        <>
          {note.notedBy && m.coherence_noted({ name: note.notedBy })} <When date={note.notedOn} />
        </>
      )}
      {note.fictional && <Fictional />}
    </p>
    {children}
  </Card>
);

NoteCard.fragment = fragment;
