import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  ConfirmOfficeReply,
  ConfirmOfficeReplyVariables,
  DeclineOfficeReply,
  DeclineOfficeReplyVariables,
  OfficeCheck,
  OfficesToPass,
  OfficesToPassVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { officeFiles } from "./office.files.ts";
import { checkNames } from "./office.labels.ts";
import type { Lettered } from "./OfficeTeam.tsx";
import { WrittenReply } from "./WrittenReply.tsx";
import { OfficeField } from "../../shared/OfficeField.tsx";

const confirmOfficeReply: TypedDocumentNode<ConfirmOfficeReply, ConfirmOfficeReplyVariables> = gql`
  mutation ConfirmOfficeReply($input: ConfirmOfficeReplyInput!) {
    confirmOfficeReply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const declineOfficeReply: TypedDocumentNode<DeclineOfficeReply, DeclineOfficeReplyVariables> = gql`
  mutation DeclineOfficeReply($input: DeclineOfficeReplyInput!) {
    declineOfficeReply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const officesQuery: TypedDocumentNode<OfficesToPass, OfficesToPassVariables> = gql`
  query OfficesToPass {
    interlocutors(first: 50) {
      id
      slug
      name
    }
  }
`;

interface Props {
  handover: Lettered;
  reply: Lettered["officeReplies"][number];
}

const again = ["HandoverPage"];
const noCheck: readonly Problem[] = [{ code: "REQUIRED", field: "check" }];

/** Reply received by the link, before publication: the team checks with the office, by its public contact point. */
export function Judge({ handover: { id, handedOverOn, interlocutor, reply: published }, reply }: Props) {
  const confirm = useAct(confirmOfficeReply, again);
  const decline = useAct(declineOfficeReply, again);
  const [check, setCheck] = useState<OfficeCheck | null>(null);
  // Said once one confirms without saying how the office was reached.
  const [lacks, setLacks] = useState(false);
  const passes = reply.stance === "PASSED_ON";
  const { mail, url, postal } = interlocutor.contact;
  const version = reply.version;
  const send = async (fields: FormData) => {
    setLacks(!check);
    if (!check) return null;
    return confirm.run({
      id: reply.id,
      version,
      check,
      passedTo: (fields.get("passedTo") as string | null) || null,
      correction: (fields.get("correction") as string | null) || null,
    });
  };
  return (
    <Card tone="open">
      <h3>{m.office_to_confirm({ date: formatDate(reply.sentOn) })}</h3>
      <p>{m.office_to_confirm_lead()}</p>
      <WrittenReply
        reply={reply}
        office={interlocutor.name}
        file={reply.file ? officeFiles.waiting(id, reply.file.id) : undefined}
      />
      {reply.carriesContact && <Notice tone="warn">{m.office_carries_contact()}</Notice>}
      {reply.writer && <p>{m.office_written_by({ name: reply.writer })}</p>}
      <p>
        {m.office_reach({ where: [mail, url, postal].filter(Boolean).join(", ") || m.office_reach_unknown() })}{" "}
        <Link to={paths.interlocutor(interlocutor.slug)}>{m.office_register()}</Link>
      </p>
      {!handedOverOn && <Notice tone="warn">{m.problem_NOT_HANDED_OVER()}</Notice>}
      <KeptForm
        kept={`replyConfirmed:${reply.id}`}
        problems={lacks && !check ? noCheck : confirm.problems}
        busy={confirm.busy}
        onSubmit={send}
        label={m.office_confirm()}
      >
        <Fieldset name="check" legend={m.office_check()}>
          <Choices>
            {keysOf(checkNames).map((value) => (
              <RadioCard
                name="check"
                value={value}
                required
                checked={check === value}
                onChange={() => setCheck(value)}
                label={checkNames[value]()}
                key={value}
              />
            ))}
          </Choices>
        </Fieldset>
        {passes && <PassedTo name={reply.passedToName ?? ""} />}
        {published && (
          <TextField
            name="correction"
            label={m.handover_correction()}
            help={m.handover_correction_help()}
            maxLength={limits["reply.correction"]}
          />
        )}
        <Failed because={confirm.failed} />
        <Button type="submit" primary disabled={confirm.busy || !handedOverOn}>
          {m.office_confirm()}
        </Button>
      </KeptForm>
      <Disclosure summary={m.office_decline()}>
        <KeptForm
          kept={`replyDeclined:${reply.id}`}
          problems={decline.problems}
          busy={decline.busy}
          onSubmit={(fields) => decline.run({ id: reply.id, version, reason: fields.get("reason") as string })}
          label={m.office_decline()}
        >
          <TextField
            name="reason"
            label={m.office_decline_reason()}
            help={m.office_decline_help()}
            maxLength={limits["office.reason"]}
          />
          <Failed because={decline.failed} />
          <Button type="submit" small disabled={decline.busy}>
            {m.office_decline()}
          </Button>
        </KeptForm>
      </Disclosure>
    </Card>
  );
}

/** The office that it passes the ask on to, in the register; where it is not there yet, it is put there first. */
function PassedTo({ name }: { name: string }) {
  const { data } = useQuery(officesQuery);
  return (
    <>
      <OfficeField
        name="passedTo"
        label={m.handover_passed_to()}
        help={m.office_passed_to_register({ name })}
        offices={data?.interlocutors ?? []}
      />
      <p>
        <Link to={paths.interlocutorNew()}>{m.office_passed_to_new()}</Link>
      </p>
    </>
  );
}
