import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { ExchangePage, RulingReason } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { saidAs } from "../../ui/saidAs.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { askIntroduction, closeExchange, hideExchange, takeBackIntroduction } from "./exchange.mutations.tsx";
import { HiddenFields } from "../../shared/HiddenFields.tsx";
import { introductionNames } from "./exchange.labels.ts";
import { keptKey } from "../../ui/keptKey.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

type Exchange = NonNullable<ExchangePage["exchange"]>;

const again = ["ExchangePage"];

const meetSays = {
  ASKED: m.exchange_meet_ASKED,
  ACCEPTED: m.exchange_meet_ACCEPTED,
  DECLINED: m.exchange_meet_DECLINED,
  TAKEN_BACK: m.exchange_meet_TAKEN_BACK,
} satisfies typeof introductionNames;

interface MeetProps {
  exchange: Exchange;
  viewer: { displayName: string };
}

/** Asks to be introduced, or says where that stands. */
export function Meet({ exchange: { id: exchangeId, viewerCan, viewerIntroduction }, viewer }: MeetProps) {
  // One for all the tries, so that it is asked once.
  const key = useRef<string>(undefined);
  const ask = useAct(askIntroduction, again);
  const takeBack = useAct(takeBackIntroduction, again);
  const kept = `introduction:${exchangeId}`;
  const send = (fields: FormData) => {
    const text = (name: string) => (fields.get(name) as string | null) ?? "";
    const input = { exchangeId, text: text("text"), name: text("name") || null };
    key.current ??= keptKey(kept, input);
    return ask.run({ id: key.current, ...input });
  };
  return (
    <>
      {viewerIntroduction && (
        <Notice tone={viewerIntroduction.state === "ACCEPTED" ? "done" : "info"} live>
          {meetSays[viewerIntroduction.state]()}
        </Notice>
      )}
      {viewerIntroduction?.state === "ASKED" && (
        <Form
          problems={takeBack.problems}
          busy={takeBack.busy}
          onSubmit={() => takeBack.run({ id: viewerIntroduction.id })}
        >
          <Failed because={takeBack.failed} />
          <Button small type="submit">
            {m.exchange_take_back()}
          </Button>
        </Form>
      )}
      {viewerCan.edit && <p>{m.exchange_meet_own()}</p>}
      {viewerCan.ask && (
        <KeptForm
          kept={kept}
          problems={saidAs(ask.problems, {
            CARRIES_CONTACT: m.exchange_carries_contact,
            ALREADY_OPENED: m.exchange_already_asked,
          })}
          busy={ask.busy}
          onSubmit={send}
          onSent={() => (key.current = undefined)}
          label={m.exchange_meet_ask()}
        >
          <WritingArea
            name="text"
            label={m.exchange_meet_word()}
            help={m.exchange_meet_word_help()}
            rows={4}
            maxLength={limits["introduction.text"]}
          />
          <NameField viewer={viewer} />
          <Failed because={ask.failed} />
          <p>
            <Button type="submit" primary>
              {m.exchange_meet_ask()}
            </Button>
          </p>
        </KeptForm>
      )}
    </>
  );
}

/** Name field, shown to people who have no name yet. */
export const NameField = ({ viewer }: { viewer: { displayName: string } }) =>
  !viewer.displayName && (
    <TextField
      name="name"
      label={m.exchange_field_name()}
      help={m.exchange_field_name_help()}
      autoComplete="name"
      maxLength={limits["person.displayName"]}
    />
  );

/** Acts on a notice, for its author and for moderators. */
export function Keep({ exchange }: { exchange: Exchange }) {
  const close = useAct(closeExchange, again);
  const hide = useAct(hideExchange, again);
  const [hiding, setHiding] = useState(false);
  const isClosed = exchange.state === "CLOSED";
  const { id } = exchange;
  return (
    <div className="flow no-print">
      {exchange.viewerCan.edit && (
        <p className="cluster">
          <ButtonLink small to={paths.exchangeEdit(id)}>
            {m.exchange_edit()}
          </ButtonLink>
          <Button small disabled={close.busy} onClick={() => void close.run({ id, close: !isClosed })}>
            {isClosed ? m.exchange_reopen() : m.exchange_close()}
          </Button>
          <output>{close.done && (isClosed ? m.exchange_closed_done() : m.exchange_reopened_done())}</output>
        </p>
      )}
      {exchange.viewerCan.hide &&
        (exchange.status === "HIDDEN" ? (
          <p>
            <Button small disabled={hide.busy} onClick={() => void hide.run({ id, reason: null })}>
              {m.exchange_show_again()}
            </Button>
          </p>
        ) : hiding ? (
          <KeptForm
            kept={`exchangeHidden:${id}`}
            problems={hide.problems}
            busy={hide.busy}
            label={m.exchange_hide()}
            onSubmit={(fields) =>
              hide.run({
                id,
                reason: (fields.get("reason") || null) as RulingReason | null,
                note: (fields.get("note") as string).trim() || null,
              })
            }
            onSent={() => setHiding(false)}
          >
            <HiddenFields />
            <p className="cluster">
              <Button small type="submit">
                {m.exchange_hide()}
              </Button>
              <Button small onClick={() => setHiding(false)}>
                {m.exchange_cancel()}
              </Button>
            </p>
          </KeptForm>
        ) : (
          <p>
            <Button small onClick={() => setHiding(true)}>
              {m.exchange_hide()}
            </Button>
          </p>
        ))}
      <output>
        {hide.done && exchange.status === "HIDDEN" && (
          <More to={`${paths.moderation()}#ruled`}>{m.exchange_hide_done()}</More>
        )}
      </output>
      <Failed because={close.failed ?? hide.failed} />
    </div>
  );
}
