import { m } from "@cahier/schema/messages";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { NewsList } from "./NewsList.tsx";
import { progressWords } from "./progress.ts";

type Responses = NonNullable<DeskPage["viewer"]>["responses"];

/** « Mes réponses »: those claimed into the account, each with how far it has gone. */
export function OwnResponses({ responses }: { responses: Responses }) {
  if (!responses.length)
    return (
      <>
        <p className="quiet prose">{m.desk_responses_none()}</p>
        <p>
          <More to={paths.follow()}>{m.response_follow_title()}</More>
        </p>
      </>
    );
  return (
    <ul className="cards">
      {responses.map((response) => (
        <Card as="li" key={response.code}>
          <h3 lang={contentLang()}>{response.questionnaire.title}</h3>
          <p className="quiet">
            {m.questionnaire_number(response.questionnaire)} ·{" "}
            {m.response_kicker({ date: formatDate(response.receivedOn) })}
          </p>
          <p>{response.status === "WITHDRAWN" ? m.response_withdrawn() : progressWords(response)}</p>
          <NewsList code={response.code} news={response.news} />
          <More to={paths.trail(response.code)}>
            {m.response_see()}
            <span className="visually-hidden" lang={contentLang()}>
              {m.ui_colon()}
              {response.questionnaire.title}
            </span>
          </More>
        </Card>
      ))}
    </ul>
  );
}
