import { m } from "@cahier/schema/messages";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { When } from "../../ui/When.tsx";
import { fieldNames } from "./Define.tsx";
import type { Opened } from "./panel.tsx";

type Act = Opened["history"][number];

/** History of a key point in words: act, author, date. */
export const History = ({ keyPoint }: { keyPoint: Opened }) => (
  <Disclosure summary={m.keyPointWriting_history()}>
    {keyPoint.history.length > 0 ? (
      <ol className="flow">
        {keyPoint.history.map((act) => (
          <li key={act.id}>
            <p>{inWords(act)}</p>
            <p className="quiet">
              <When date={act.on} /> {act.byName && m.keyPointWriting_by({ who: act.byName })}
            </p>
          </li>
        ))}
      </ol>
    ) : (
      <p className="quiet">{m.keyPointWriting_no_history()}</p>
    )}
  </Disclosure>
);

const fieldName = (field: string) =>
  field in fieldNames ? fieldNames[field as keyof typeof fieldNames]().toLowerCase() : field;

function inWords({ kind, details, ...act }: Act): string {
  const from = act.from ?? "";
  const to = act.to ?? "";
  switch (kind) {
    case "OPENED":
      return from ? m.keyPointWriting_event_OPENED_from({ from, to }) : m.keyPointWriting_event_OPENED({ to });
    case "REWORDED":
      return m.keyPointWriting_event_REWORDED({ from, to });
    case "DEFINED":
      return m.keyPointWriting_event_DEFINED({ fields: details.map(fieldName).join(", ") });
    case "STATED":
      return m.keyPointWriting_event_STATED();
    case "UNSTATED":
      return m.keyPointWriting_event_UNSTATED();
    case "MERGED":
      return m.keyPointWriting_event_MERGED({ to });
    case "UNMERGED":
      return m.keyPointWriting_event_UNMERGED({ from });
    case "RECEIVED":
      return m.keyPointWriting_event_RECEIVED({ from });
    case "GAVE_BACK":
      return m.keyPointWriting_event_GAVE_BACK({ to });
    case "SPLIT":
      return m.keyPointWriting_event_SPLIT({ count: Number(details[0]), to });
    case "MOVED":
      if (details.length) return m.keyPointWriting_event_MOVED_objective();
      return to ? m.keyPointWriting_event_MOVED({ to }) : m.keyPointWriting_event_MOVED_top();
    default:
      return kind;
  }
}
