import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  MinutesDesk_minutes,
  Quoted_comer,
  RecordQuoteConsent,
  RecordQuoteConsentVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { minutesDesk } from "./minutes.mutations.tsx";

/** Somebody who was there, as they are chosen among others. */
export const quotedComer: TypedDocumentNode<Quoted_comer> = gql`
  fragment Quoted_comer on Comer {
    id
    name
    territory {
      id
      name
    }
  }
`;

const mutation: TypedDocumentNode<RecordQuoteConsent, RecordQuoteConsentVariables> = gql`
  mutation RecordQuoteConsent($input: RecordQuoteConsentInput!) {
    recordQuoteConsent(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

type Block = MinutesDesk_minutes["blocks"][number];

const consentNames: Record<NonNullable<Block["consent"]>, () => string> = {
  MISSING: m.minutes_quote_MISSING,
  ASKED: m.minutes_quote_ASKED,
  GIVEN: m.minutes_quote_GIVEN,
  REFUSED: m.minutes_quote_REFUSED,
};

interface Props {
  block: Block;
  /** People who said they came, in order of arrival. */
  comers: readonly Quoted_comer[];
}

/** Consent of whoever is quoted: where it stands, and the way to ask for it or to write it down. */
export function Quoted({ block: { id, edit, text, consent, consentOn, quoted }, comers }: Props) {
  const act = useAct(mutation);
  const [who, setWho] = useState(quoted?.attendanceId ?? "");
  const send = (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null)?.trim() || null;
    return act.run({
      ...{ id, edit, attendanceId: who || null },
      on: who ? null : value("on"),
      onPaper: !who && fields.get("way") === "paper",
    });
  };
  if (!consent) return null;
  return (
    <Form
      label={`${m.minutes_quote_consent()}${m.ui_colon()}${text.slice(0, 60)}`}
      problems={act.problems}
      busy={act.busy}
      onSubmit={(fields) => void send(fields)}
    >
      <p className="cluster">
        <Chip tone={consent === "GIVEN" ? "done" : "open"}>{consentNames[consent]()}</Chip>
        {consentOn && <span className="quiet">{m.minutes_quote_on({ date: formatDate(consentOn, "short") })}</span>}
      </p>
      {consent === "REFUSED" && quoted?.why && <p lang={contentLang()}>{m.minutes_quote_why({ why: quoted.why })}</p>}
      {comers.length > 0 && (
        <Select
          name="attendanceId"
          label={m.minutes_quote_who()}
          help={m.minutes_quote_who_help()}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        >
          <option value="">{m.minutes_quote_otherwise()}</option>
          {comers.map(({ id: coming, name, territory }, at) => (
            <option value={coming} key={coming}>
              {[name ?? m.minutes_quote_comer({ number: at + 1 }), territory?.name].filter(Boolean).join(" · ")}
            </option>
          ))}
        </Select>
      )}
      {!who && (
        <>
          <Select name="way" label={m.minutes_quote_way()}>
            <option value="voice">{m.minutes_quote_voice()}</option>
            <option value="paper">{m.minutes_quote_paper()}</option>
          </Select>
          <TextField name="on" type="date" label={m.minutes_quote_day()} defaultValue={consentOn ?? ""} />
        </>
      )}
      <Failed because={act.failed} />
      <Button type="submit" small>
        {who ? m.minutes_quote_ask() : m.minutes_quote_record()}
      </Button>
    </Form>
  );
}
