import { m } from "@cahier/schema/messages";
import type { AnswerChangeKind, TrailPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "./OwnActs.tsx";
import { receiptActs } from "./receipt.mutations.tsx";

type Receipt = NonNullable<TrailPage["receipt"]>;
type Change = Receipt["changes"][number];

const titles: Record<AnswerChangeKind, (input: { code: string }) => string> = {
  REWORDED: m.response_change_REWORDED,
  ADDED: m.response_change_ADDED,
  RETIRED: m.response_change_RETIRED,
};

/** « La question 3 a été reformulée : garder / mettre à jour »: what changed since, each with what can be done about it. */
export function Changes({ receipt }: { receipt: Receipt }) {
  const { changes } = receipt;
  if (!changes.length) return null;
  return (
    <Row heading={m.response_changes()} note={m.response_changes_note()}>
      <ul className="cards">
        {changes.map((change) => (
          <ChangeCard receipt={receipt} change={change} key={change.question.id} />
        ))}
      </ul>
    </Row>
  );
}

function ChangeCard({ receipt, change }: { receipt: Receipt; change: Change }) {
  const { code, viewerCan, contributions, readingOnly } = receipt;
  const { kind, question, former, reason, words } = change;
  const part = partOf(receipt.questionnaire, question.id);
  const { act, busy, failed } = useAct();
  const text = contributions.find((contribution) => contribution.question?.id === question.id)?.body;
  const said = text ? [text] : words;
  const asked = { code, questionId: question.id, questionRevision: question.revision };
  return (
    <Card as="li">
      <h3>{titles[kind]({ code: question.code })}</h3>
      <dl className="flow">
        {kind === "REWORDED" && former !== question.label && (
          <div>
            <dt className="quiet">{m.response_change_former()}</dt>
            <dd lang={contentLang()}>{former}</dd>
          </div>
        )}
        <div>
          <dt className="quiet">{kind === "REWORDED" ? m.response_change_now() : m.response_change_question()}</dt>
          <dd lang={contentLang()}>{question.label}</dd>
        </div>
        {reason && (
          <div>
            <dt className="quiet">{m.response_change_reason()}</dt>
            <dd lang={contentLang()}>{reason}</dd>
          </div>
        )}
        {said.length > 0 && (
          <div>
            <dt className="quiet">{m.response_change_answer()}</dt>
            {said.map((line) => (
              <dd className="verbatim" lang={contentLang()} key={line}>
                {line}
              </dd>
            ))}
          </div>
        )}
      </dl>
      {kind === "RETIRED" ? (
        <p className="quiet">{m.response_change_kept()}</p>
      ) : (
        <p className="cluster no-print">
          {viewerCan.edit && (
            <ButtonLink to={`${paths.trailEdit(code, part)}#q-${question.id}`}>
              {kind === "ADDED" ? m.response_change_answer_it() : m.response_change_update()}
            </ButtonLink>
          )}
          {!readingOnly && (
            <Button aria-disabled={busy} onClick={() => void act((client) => receiptActs.keep(client, asked))}>
              {kind === "ADDED" ? m.response_change_leave() : m.response_change_keep()}
            </Button>
          )}
        </p>
      )}
      <Failed because={failed} />
    </Card>
  );
}

/** The part, from 1, in which a question is asked. */
const partOf = ({ sections }: Receipt["questionnaire"], questionId: string) =>
  sections.findIndex(({ questions }) => questions.some(({ id }) => id === questionId)) + 1;
