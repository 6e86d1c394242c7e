import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  CloseOfficeLink,
  CloseOfficeLinkVariables,
  HandoverPage,
  MakeOfficeLink,
  MakeOfficeLinkVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useEditing } from "../../ui/useEditing.ts";
import { sayOfficeProblems } from "./officeProblems.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { useOrigin } from "../../frame/instance.ts";
import { useAct } from "../../ui/useAct.ts";
import { officeFiles } from "./office.files.ts";
import { Judge } from "./Judge.tsx";

sayOfficeProblems();

const makeOfficeLink: TypedDocumentNode<MakeOfficeLink, MakeOfficeLinkVariables> = gql`
  mutation MakeOfficeLink($input: MakeOfficeLinkInput!) {
    makeOfficeLink(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const closeOfficeLink: TypedDocumentNode<CloseOfficeLink, CloseOfficeLinkVariables> = gql`
  mutation CloseOfficeLink($input: CloseOfficeLinkInput!) {
    closeOfficeLink(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export type Lettered = Pick<
  NonNullable<HandoverPage["handover"]>,
  "id" | "handedOverOn" | "handingTakenBackOn" | "officeLink" | "officeReplies" | "interlocutor" | "reply"
>;

const formats = [
  ["pdf", "PDF"],
  ["docx", "Word (.docx)"],
  ["odt", "LibreOffice (.odt)"],
] as const;

/** The letter with its private link, and the replies that came by it: for the holder of the handover. */
export function OfficeTeam({ handover }: { handover: Lettered }) {
  const { id, officeLink, officeReplies, handingTakenBackOn } = handover;
  // Once it is there it stays open: that is where it is copied and printed.
  const [begins] = useState(!officeLink && officeReplies.length === 0);
  const waiting = officeReplies.filter(({ status }) => status === "HELD");
  const make = useAct(makeOfficeLink, ["HandoverPage"]);
  const close = useAct(closeOfficeLink, ["HandoverPage"]);
  const origin = useOrigin();
  const address = officeLink && `${origin}${officeFiles.page(officeLink.code)}`;
  const send = async ({ contact }: { contact: string }): Promise<boolean> => {
    const done = !!(await make.run({ id, contact, was: editing.edited.base.contact || null }));
    if (done) editing.forget();
    return done;
  };
  const editing = useEditing({
    id: `office link ${id}`,
    name: m.office_link(),
    version: 0,
    fields: { contact: officeLink?.contact ?? "" },
    save: send,
  });
  return (
    <>
      {waiting.map((reply) => (
        <Judge handover={handover} reply={reply} key={reply.id} />
      ))}
      <Disclosure summary={m.office_link()} open={begins}>
        <div className="flow">
          <p className="prose">{m.office_link_lead()}</p>
          {address && handingTakenBackOn && <Notice tone="warn">{m.office_link_taken_back()}</Notice>}
          {address && (
            <>
              <p>
                <code>{address}</code>
              </p>
              <CopyButton text={address} />
              <ul className="cluster">
                {formats.map(([format, name]) => (
                  <li key={format}>
                    <Download href={officeFiles.letter(id, format)} label={`${m.office_letter()} (${name})`}>
                      {m.office_letter()} {name}
                    </Download>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Form
            problems={make.problems}
            busy={make.busy}
            onSubmit={() => !editing.undecided.length && send(editing.mine)}
            label={m.office_link()}
          >
            <SavedByBoth editing={editing} labelOf={m.office_link_contact} show={(_, value) => value} />
            <TextField
              name="contact"
              label={m.office_link_contact()}
              help={m.office_link_contact_help()}
              value={editing.mine.contact}
              onChange={({ currentTarget: { value } }) => editing.set({ contact: value })}
              maxLength={limits["office.contact"]}
            />
            <KeptEditing editing={editing} />
            <Failed because={make.failed} />
            <Button type="submit" small disabled={make.busy}>
              {officeLink ? m.office_link_keep() : m.office_link_make()}
            </Button>
          </Form>
          {officeLink && (
            <Form busy={close.busy} onSubmit={() => close.run({ id })} label={m.office_link_close()}>
              <p className="quiet">{m.office_link_close_lead()}</p>
              <Failed because={close.failed} />
              <Button type="submit" small disabled={close.busy}>
                {m.office_link_close()}
              </Button>
            </Form>
          )}
        </div>
      </Disclosure>
    </>
  );
}
