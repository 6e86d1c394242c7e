import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import type { MinutesDesk_minutes } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { newKey } from "../../ui/key.ts";
import { Notice } from "../../ui/Notice.tsx";
import { NextCorrection } from "./Corrections.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import {
  addMinutesErratum,
  beginMinutes,
  followMinutesAction,
  publishMinutes,
  removeMinutes,
  removeMinutesErratum,
  reviewMinutes,
} from "./minutes.mutations.tsx";

/** Begins minutes that nobody began. */
export function BeginMinutes({ meetingId }: { meetingId: string }) {
  const act = useAct(beginMinutes, ["MinutesWritePage"]);
  return (
    <Form problems={act.problems} busy={act.busy} label={m.minutes_begin()} onSubmit={() => act.run({ meetingId })}>
      <p>{m.minutes_begin_lead()}</p>
      <Failed because={act.failed} />
      <Button type="submit" primary>
        {m.minutes_begin()}
      </Button>
    </Form>
  );
}

/** Removes a draft that no block is written in; it leads to the page of its meeting. */
export function RemoveMinutes({ minutes: { id, version }, slug }: { minutes: MinutesDesk_minutes; slug: string }) {
  const act = useAct(removeMinutes);
  const navigate = useNavigate();
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.minutes_remove()}
      onSubmit={async () => {
        if (await act.run({ id, version })) await navigate(paths.meeting(slug));
      }}
    >
      <p className="quiet">{m.minutes_remove_lead()}</p>
      <Failed because={act.failed} />
      <Button type="submit" small>
        {m.minutes_remove()}
      </Button>
    </Form>
  );
}

/** Parts that may be missing, listed above, each in a part of the page. */
const missing: Record<string, () => string> = { facts: m.minutes_facts, blocks: m.minutes_blocks };

/** True once what was missing is written: it is said no longer. */
const isWritten = ({ facts, blocks }: MinutesDesk_minutes, field: string | null) =>
  field === "facts" ? facts !== "" : field === "blocks" && blocks.some(({ text }) => text !== "");

/** The next step of minutes: given to be read over, then, the day after the last of it, published. */
export function NextStep({ minutes, today }: { minutes: MinutesDesk_minutes; today: string }) {
  const { id, state, reviewUntil, corrections } = minutes;
  const review = useAct(reviewMinutes);
  const publish = useAct(publishMinutes);
  if (state === "PUBLISHED") return <p>{m.minutes_frozen()}</p>;
  const isDraft = state === "DRAFT";
  const act = isDraft ? review : publish;
  const open = corrections.filter((one) => one.state === "OPEN").length;
  const isRead = !isDraft && reviewUntil !== null && reviewUntil >= today;
  return (
    <Form
      problems={act.problems.filter(({ code, field }) => code !== "REQUIRED" || !isWritten(minutes, field))}
      busy={act.busy}
      label={isDraft ? m.minutes_review() : m.minutes_publish()}
      labelOf={(field) => missing[field]?.()}
      hrefOf={(field) => missing[field] && `#${field}`}
      onSubmit={() => act.run({ id })}
    >
      <p>
        {isDraft
          ? m.minutes_review_lead()
          : m.minutes_publish_lead({ date: reviewUntil ? formatDate(reviewUntil) : "", count: open })}{" "}
        {isRead && m.minutes_publish_after()}
      </p>
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary disabled={isRead || (!isDraft && open > 0)}>
          {isDraft ? m.minutes_review() : m.minutes_publish()}
        </Button>
        {open > 0 && <NextCorrection />}
      </div>
    </Form>
  );
}

/** Errata of published minutes, and one more. */
export function Errata({ minutes: { id, errata } }: { minutes: MinutesDesk_minutes }) {
  const act = useAct(addMinutesErratum);
  const [key, setKey] = useState(newKey);
  return (
    <>
      <ul className="flow">
        {errata.map(({ id: each, text, addedOn, viewerMayRemove }) => (
          <li key={each}>
            <span className="quiet">{formatDate(addedOn)}</span> <span lang={contentLang()}>{text}</span>
            {viewerMayRemove && <RemoveErratum minutesId={id} id={each} />}
          </li>
        ))}
      </ul>
      <KeptForm
        key={key}
        kept={`erratum:${id}`}
        problems={act.problems}
        busy={act.busy}
        label={m.minutes_erratum()}
        onSubmit={(fields) => act.run({ key, minutesId: id, text: (fields.get("text") as string | null) ?? "" })}
        onSent={() => setKey(newKey())}
      >
        <WritingArea
          name="text"
          label={m.minutes_erratum()}
          help={m.minutes_erratum_help()}
          rows={2}
          maxLength={limits["erratum.text"]}
        />
        <Failed because={act.failed} />
        <Button type="submit">{m.minutes_erratum_add()}</Button>
      </KeptForm>
    </>
  );
}

/** Takes an erratum of today away. */
function RemoveErratum(erratum: { minutesId: string; id: string }) {
  const act = useAct(removeMinutesErratum);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.minutes_erratum_remove()}
      onSubmit={() => void act.run(erratum)}
    >
      <Failed because={act.failed} />
      <Button type="submit" small>
        {m.minutes_erratum_remove()}
      </Button>
    </Form>
  );
}

/** An action of published minutes: done, dropped with its reason, or still to do. */
export function ActionFollowed({ block }: { block: MinutesDesk_minutes["blocks"][number] }) {
  const act = useAct(followMinutesAction);
  const { id, edit, text, done, droppedBecause } = block;
  return (
    <KeptForm
      kept={`actionDropped:${id}`}
      problems={act.problems}
      busy={act.busy}
      label={text}
      onSubmit={(fields) => {
        const because = ((fields.get("droppedBecause") as string | null) ?? "").trim();
        return act.run({ id, edit, done: false, droppedBecause: because || null });
      }}
    >
      <p lang={contentLang()}>{text}</p>
      {done && <Notice tone="done">{m.minutes_action_is_done()}</Notice>}
      <Failed because={act.failed} />
      <Button onClick={() => void act.run({ id, edit, done: !done, droppedBecause: null })}>
        {done ? m.minutes_action_undone() : m.minutes_action_done()}
      </Button>
      {!done && (
        <Disclosure summary={m.minutes_action_dropped()} open={droppedBecause !== null}>
          <div className="flow">
            <WritingArea
              name="droppedBecause"
              label={m.minutes_action_dropped()}
              optional
              rows={2}
              maxLength={limits["minutes.reason"]}
              defaultValue={droppedBecause ?? ""}
            />
            <Button type="submit">{m.minutes_action_drop()}</Button>
          </div>
        </Disclosure>
      )}
    </KeptForm>
  );
}
