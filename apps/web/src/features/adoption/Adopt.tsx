import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { AdoptionMethod } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { SignField, signedName } from "../../shared/SignField.tsx";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { More } from "../../ui/More.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { page, recordAdoption } from "./adoption.mutations.tsx";
import type { ProposalToAdopt } from "./proposalToAdopt.ts";

interface Props {
  proposal: Pick<ProposalToAdopt, "id" | "version" | "adoptingMeetings" | "recordedAdoption">;
}

const numberOf = (fields: FormData, name: string) => {
  const typed = fields.get(name) as string | null;
  return typed ? Number(typed) : null;
};

/** The day of an instant, as a field of days takes it. */
const dayOf = (instant: string) => new Date(instant).toLocaleDateString("sv", { timeZone: "Europe/Paris" });

/** Records a decision, or corrects the one recorded: where, when and how; who was there is what the meeting says. */
export function Adopt({ proposal: { id, version, adoptingMeetings: meetings, recordedAdoption } }: Props) {
  const recorded = recordedAdoption?.decision;
  const act = useAct(recordAdoption, page);
  const [method, setMethod] = useState<AdoptionMethod>(recorded?.method ?? "CONSENT");
  const [meetingId, setMeeting] = useState(recorded?.meeting.id ?? meetings[0]?.id ?? "");
  const meeting = meetings.find((one) => one.id === meetingId);

  const send = (fields: FormData) =>
    act.run({
      id,
      version,
      meetingId,
      decidedOn: fields.get("decidedOn") as string,
      method,
      votesFor: numberOf(fields, "votesFor"),
      votesAgainst: numberOf(fields, "votesAgainst"),
      abstentions: numberOf(fields, "abstentions"),
      quorum: numberOf(fields, "quorum"),
      note: fields.get("note") as string,
      name: signedName(fields),
    });

  if (!meeting)
    return (
      <p>
        {m.adoption_no_meeting()} <More to={paths.meetingNew()}>{m.adoption_meeting_new()}</More>
      </p>
    );
  return (
    <KeptForm
      kept={`adoption:${id}`}
      version={version}
      label={recorded ? m.adoption_correct() : m.adoption_adopt()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
    >
      <p className="quiet">{m.adoption_record_what()}</p>
      <Select
        name="meetingId"
        label={m.adoption_meeting()}
        value={meetingId}
        onChange={({ currentTarget }) => setMeeting(currentTarget.value)}
      >
        {meetings.map(({ id: value, title, startsAt }) => (
          <option value={value} key={value}>
            {title}, {formatDate(startsAt)}
          </option>
        ))}
      </Select>
      <TextField
        name="decidedOn"
        type="date"
        label={m.adoption_day()}
        defaultValue={recorded?.meeting.id === meeting.id ? recorded.decidedOn : dayOf(meeting.startsAt)}
        min={dayOf(meeting.startsAt)}
        key={meeting.id}
      />
      <Fieldset name="method" legend={m.adoption_method()}>
        <Choices>
          <RadioCard
            name="method"
            value="CONSENT"
            label={m.adoption_consent()}
            help={m.adoption_consent_what()}
            checked={method === "CONSENT"}
            onChange={() => setMethod("CONSENT")}
          />
          <RadioCard
            name="method"
            value="VOTE"
            label={m.adoption_vote()}
            help={m.adoption_vote_what()}
            checked={method === "VOTE"}
            onChange={() => setMethod("VOTE")}
          />
        </Choices>
      </Fieldset>
      {method === "VOTE" && (
        <div className="cluster">
          <TextField
            name="votesFor"
            defaultValue={recorded?.votesFor ?? ""}
            type="number"
            min={0}
            inputMode="numeric"
            label={m.adoption_for()}
          />
          <TextField
            name="votesAgainst"
            defaultValue={recorded?.votesAgainst ?? ""}
            type="number"
            min={0}
            inputMode="numeric"
            label={m.adoption_against()}
          />
          <TextField
            name="abstentions"
            defaultValue={recorded?.abstentions ?? ""}
            type="number"
            min={0}
            inputMode="numeric"
            label={m.adoption_abstentions()}
          />
        </div>
      )}
      <TextField
        name="quorum"
        defaultValue={recorded?.quorum ?? ""}
        type="number"
        min={1}
        inputMode="numeric"
        label={m.adoption_quorum()}
        optional
      />
      <Present meeting={meeting} />
      <WritingArea
        name="note"
        defaultValue={recorded?.note ?? ""}
        label={m.adoption_note()}
        optional
        maxLength={limits["adoption.note"]}
        rows={3}
      />
      <SignField />
      <Failed because={act.failed} />
      <Button type="submit" primary={!recorded}>
        {recorded ? m.adoption_correct() : m.adoption_adopt()}
      </Button>
    </KeptForm>
  );
}

/** Presence as the meeting says it; where it says nothing, the way to say it, or who does. */
const Present = ({
  meeting: { slug, title, present, hasPresence, viewerCan },
}: {
  meeting: ProposalToAdopt["adoptingMeetings"][number];
}) => (
  <div className="flow">
    <h3>{m.adoption_presence()}</h3>
    {!hasPresence && <Notice tone="warn">{m.adoption_presence_none()}</Notice>}
    {hasPresence && (
      <p>{present === null ? m.meeting_presence_said() : m.meeting_presence_total({ count: present })}</p>
    )}
    {viewerCan.recordPresence ? (
      <p>
        <Link to={paths.meetingPresence(slug)}>{m.adoption_presence_say()}</Link>
      </p>
    ) : (
      !hasPresence && (
        <p>
          {m.adoption_presence_others()}{" "}
          <Link to={paths.meeting(slug)} lang={contentLang()}>
            {title}
          </Link>
        </p>
      )
    )}
  </div>
);
