import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Select } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  objections: readonly { id: string; text: string; reply: string | null }[];
}

/** Objection to reply to: unanswered ones first; shows the present reply of an answered one. */
export function ReplyTo({ objections }: Props) {
  const bare = objections.filter(({ reply }) => reply === null);
  const answered = objections.filter(({ reply }) => reply !== null);
  const [id, setId] = useState(bare.length === 1 ? bare[0]!.id : "");
  const there = objections.find((one) => one.id === id)?.reply;
  return (
    <>
      <Select
        name="objectionId"
        label={m.supply_as_objection()}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      >
        <option value="">{m.interlocutor_form_choose()}</option>
        {bare.map((one) => (
          <option lang={contentLang()} value={one.id} key={one.id}>
            {one.text}
          </option>
        ))}
        {answered.map((one) => (
          <option value={one.id} key={one.id}>
            {m.supply_as_answered({ objection: one.text })}
          </option>
        ))}
      </Select>
      {there && <Notice>{m.supply_as_reply_there({ reply: there })}</Notice>}
    </>
  );
}
