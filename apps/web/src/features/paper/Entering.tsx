import { m } from "@cahier/schema/messages";
import type { Definition } from "@cahier/schema/questionnaire/definition";
import { useEffect, useMemo, useState } from "react";
import { useInstance } from "../../frame/instance.ts";
import { Notice } from "../../ui/Notice.tsx";
import { BatchFields } from "./BatchFields.tsx";
import { PaperGrid, focusFirst } from "./PaperGrid.tsx";
import type { PaperQueue } from "./queue.ts";
import { rowsOf } from "./rows.ts";
import type { Waiting, Written } from "./unsent.ts";
import { useWritten } from "./useWritten.ts";
import { type Region, territoriesOf } from "./typed.ts";
import { answersOf, inputOf } from "./written.ts";

interface Props {
  queue: PaperQueue;
  personId: string;
  questionnaire: { id: string; slug: string; anonymous: boolean };
  kind: Written["kind"];
  editions: readonly { revision: number; printedUntil: string | null; definition: Definition }[];
  regions: readonly Region[];
  meetings: readonly { id: string; title: string; place: string }[];
  today: string;
  /** The meeting that one comes from to write what was said there. */
  heldAt: string | null;
  /** The day that is proposed as that of the sheets. */
  receivedOn: string;
  /** Entry being typed a second time. */
  again?: { id: string; name: string; revision: number };
  /** Something refused that is to be mended: it takes the place of the sheet in hand. */
  mending: Waiting | null;
  /** Called with true if the sheet in hand would be lost. */
  onBegun: (begun: boolean) => void;
  onKept: () => void;
}

/** Typing in: one sheet after the other, each kept on the device before anything else. */
export function Entering(props: Props) {
  const { queue, personId, questionnaire, kind, editions, regions, meetings, today, again, mending } = props;
  const { onBegun, onKept, receivedOn, heldAt } = props;
  const { id, slug, anonymous } = questionnaire;
  const { sendsMail } = useInstance();
  const name = ["entry-now", personId, id, kind, again?.id].filter(Boolean).join(":");
  const current = useWritten(name, () => ({
    kind,
    typed: {},
    head: {
      ...(kind === "SHEET" && { receivedOn: receivedOn.split("-").toReversed().join("/") }),
      ...(again && { entryId: again.id }),
    },
    revision: again?.revision ?? editions[0]!.revision,
  }));
  const [lost, setLost] = useState(false);
  /** Another sheet was taken up: once it is on the screen, its first field has the focus. */
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    if (taken > 0) focusFirst();
  }, [taken]);
  const { written, begun, mend, ready } = current;
  const { definition } = editions.find(({ revision }) => revision === written.revision) ?? editions[0]!;
  const territories = useMemo(() => territoriesOf(regions), [regions]);
  useEffect(() => onBegun(begun), [begun, onBegun]);
  useEffect(() => {
    if (ready && kind === "MEETING" && !begun && meetings.some((meeting) => meeting.id === heldAt))
      current.head("meetingId", heldAt!);
    // oxlint-disable-next-line react/exhaustive-deps -- once: another may be chosen then
  }, [ready]);
  useEffect(() => {
    if (!mending) return;
    mend(mending);
    setTaken((count) => count + 1);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each that is taken up
  }, [mending]);

  const keep = () => {
    const { answers } = answersOf(definition, written.typed, today, territories);
    const places: ReadonlyMap<string, string> = territories;
    const place = Object.values(answers)
      .map((value) => (typeof value === "string" ? places.get(value) : undefined))
      .find(Boolean);
    const kept = queue.add({
      key: current.key,
      questionnaireId: id,
      slug,
      name: nameOf(written, place, again?.name, meetings),
      written,
      input: inputOf(written, { key: current.key, questionnaireId: id, definition, territories, today }),
      savedAt: new Date().toISOString(),
      problems: null,
    });
    setLost(!kept);
    if (!kept) return;
    current.next();
    setTaken((count) => count + 1);
    void queue.flush();
    onKept();
  };
  return (
    <div className="flow">
      {kind !== "AGAIN" && (
        <BatchFields
          {...{ written, editions, meetings, today }}
          refused={current.refused}
          onHead={current.head}
          onRevision={current.revise}
        />
      )}
      {current.refused.length > 0 && <Notice tone="warn">{m.paper_mending()}</Notice>}
      {lost && <Notice tone="warn">{m.paper_device_full()}</Notice>}
      <PaperGrid
        {...{ definition, territories, written, today }}
        {...rowsOf(written, sendsMail && !anonymous)}
        refused={current.refused}
        onType={current.type}
        onHead={current.head}
        onSave={keep}
        key={current.key}
      />
    </div>
  );
}

/** Name of a sheet in the queue: its batch and origin, or the meeting. */
function nameOf(
  { kind, head }: Written,
  place: string | undefined,
  again: string | undefined,
  meetings: Props["meetings"],
) {
  if (kind === "AGAIN") return m.paper_name_again({ name: again ?? "" });
  const meeting = meetings.find(({ id }) => id === head.meetingId)?.title ?? head.place?.trim();
  if (kind === "MEETING") return m.paper_name_meeting({ name: meeting || m.paper_meeting() });
  const parts = [
    head.batch?.trim() && `${m.paper_batch()} ${head.batch.trim()}`,
    head.code?.trim() && head.code.trim().slice(0, 4).toUpperCase(),
    place,
    m.paper_name_typed({
      time: new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    }),
  ];
  return parts.filter(Boolean).join(", ");
}
