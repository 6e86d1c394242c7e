import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { OpenHandover as Data, OpenHandoverVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { More } from "../../ui/More.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { carrierIn, CarrierFields, type CarrierLists } from "./CarrierFields.tsx";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";
import { type Office, OfficeField, officesOnce } from "../../shared/OfficeField.tsx";
import { keptKey } from "../../ui/keptKey.ts";

sayHandoverProblems();

const openHandover: TypedDocumentNode<Data, OpenHandoverVariables> = gql`
  mutation OpenHandover($input: OpenHandoverInput!) {
    openHandover(input: $input) {
      ...Form_outcome @unmask
      handover {
        id
      }
    }
  }
  ${Form.fragment}
`;

interface Props extends CarrierLists {
  proposal: { id: string; asks: readonly { text: string | null; interlocutor: Office }[] };
  interlocutors: readonly Office[];
  /** The office that one came from. */
  chosen: Office | null;
}

/** Begins to carry a proposal: what the proposal asks of an office comes ready, to be put in one's own words. */
export function OpenHandover({ proposal, interlocutors, chosen, ...lists }: Props) {
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const act = useAct(openHandover);
  const askOf = (slug: string) => proposal.asks.find(({ interlocutor }) => interlocutor.slug === slug)?.text ?? "";
  const asked = officesOnce(proposal.asks.map(({ interlocutor }) => interlocutor));
  const [office, setOffice] = useState(chosen?.slug ?? "");
  const [ask, setAsk] = useState(() => askOf(office));
  const choose = (slug: string) => {
    // A typed request stays; a suggested one follows the office.
    if (ask === "" || ask === askOf(office)) setAsk(askOf(slug));
    setOffice(slug);
  };
  const kept = `handoverOpen:${proposal.id}`;
  const send = async (fields: FormData) => {
    const input = { proposalId: proposal.id, interlocutor: office, ask, carrier: carrierIn(fields) };
    key.current ??= keptKey(kept, input);
    return (await act.run({ key: key.current, ...input }))?.handover;
  };
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
      onSent={({ id }) => void navigate(paths.handover(id))}
      label={m.handover_open()}
    >
      <OfficeField
        name="interlocutor"
        label={m.handover_open_office()}
        offices={interlocutors}
        asked={asked}
        chosen={chosen}
        onChoose={choose}
      />
      <More to={paths.interlocutorNew()}>{m.interlocutor_new()}</More>
      <WritingArea
        name="ask"
        label={m.handover_ask()}
        help={m.handover_ask_help()}
        value={ask}
        onChange={(event) => setAsk(event.currentTarget.value)}
        rows={3}
        maxLength={limits["ask.text"]}
      />
      <CarrierFields {...lists} />
      <Failed because={act.failed} />
      <Button type="submit" primary disabled={act.busy}>
        {m.handover_open_do()}
      </Button>
    </KeptForm>
  );
}
