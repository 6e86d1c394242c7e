import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { When } from "../../../ui/When.tsx";
import type { ComposedQuestionnaire } from "../composed.tsx";
import { eventWords, notedWords } from "./events.ts";
import { Because } from "../Reason.tsx";

/** All that happened to a questionnaire, the newest first: who, when, what it was before and after, and why. */
export const History = ({ history }: { history: ComposedQuestionnaire["history"] }) =>
  history.length === 0 ? (
    <Empty title={m.questionnaireWriting_no_history()} />
  ) : (
    <ol className="questionnaireWriting-history">
      {history.map((event) => {
        const { id, at, by, reason, before, after } = event;
        return (
          <li key={id}>
            <p className="quiet">
              <When date={at} format="time" />
              {by && ` · ${by}`}
            </p>
            <p>
              <b>{eventWords(event)}</b>
            </p>
            {(before || after) && (
              <p className="questionnaireWriting-change" lang={contentLang()}>
                {before && <del>{notedWords(before)}</del>}
                {before && after && <span aria-hidden="true"> → </span>}
                {after && <ins>{notedWords(after)}</ins>}
              </p>
            )}
            <Because reason={reason} />
          </li>
        );
      })}
    </ol>
  );
