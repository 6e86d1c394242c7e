import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { AnswerQuote, AnswerQuoteVariables, ReadOver_own } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

const mutation: TypedDocumentNode<AnswerQuote, AnswerQuoteVariables> = gql`
  mutation AnswerQuote($input: AnswerQuoteInput!) {
    answerQuote(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

/** « Êtes-vous bien cité ? »: the words one is quoted by, to agree to or to object to. */
export function WellQuoted({
  code,
  quotes,
  isOpen,
}: {
  code: string;
  quotes: ReadOver_own["quotes"];
  isOpen: boolean;
}) {
  if (quotes.length === 0) return null;
  return (
    <section className="flow">
      <h3>{m.minutes_quote_asked()}</h3>
      <p>{m.minutes_quote_asked_lead()}</p>
      {quotes.map((quote) => (
        <One code={code} quote={quote} isOpen={isOpen} key={quote.id} />
      ))}
    </section>
  );
}

function One({ code, quote, isOpen }: { code: string; quote: ReadOver_own["quotes"][number]; isOpen: boolean }) {
  const { id, edit, text, owner, consent } = quote;
  const act = useAct(mutation, ["MeetingFollowPage"]);
  const kept = `minutesQuote:${id}`;
  const run = async (agrees: boolean, why: string | null) => {
    if (await act.run({ code, blockId: id, edit, agrees, why })) forgetKept(kept);
  };
  return (
    <Card tone={consent === "ASKED" ? "now" : "sheet"}>
      <blockquote lang={contentLang()}>
        <p>{text}</p>
        {owner && <p className="quiet">{owner}</p>}
      </blockquote>
      {consent === "GIVEN" && (
        <p>
          <Chip tone="done">{m.minutes_quote_GIVEN()}</Chip>
        </p>
      )}
      {consent === "REFUSED" && (
        <p>
          <Chip tone="open">{m.minutes_quote_REFUSED()}</Chip>
        </p>
      )}
      {isOpen && (
        <Form
          label={m.minutes_quote_asked()}
          problems={act.problems}
          busy={act.busy}
          onSubmit={(fields) => void run(false, (fields.get("why") as string | null) ?? "")}
        >
          {consent !== "GIVEN" && (
            <p>
              <Button primary onClick={() => void run(true, null)}>
                {m.minutes_quote_agree()}
              </Button>
            </p>
          )}
          <WritingArea name="why" label={m.minutes_quote_wrong()} rows={2} maxLength={limits["minutes.reason"]} />
          <KeptFields name={kept} />
          <Failed because={act.failed} />
          <Button type="submit">{m.minutes_quote_object()}</Button>
        </Form>
      )}
    </Card>
  );
}
