import { m } from "@cahier/schema/messages";
import { type ComponentProps, type ReactNode, useContext } from "react";
import { Link, useNavigate } from "react-router-dom";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { Problem } from "../../ui/problems.ts";
import type { DraftKept } from "./draft/keeper.ts";
import { isNeeded, type Part } from "./parts.ts";
import { onTelephone, PlaceContext } from "./place.ts";
import { anchorOf, type Question, type Questionnaire, type Region } from "./question.ts";
import { QuestionField } from "./fields/QuestionField.tsx";
import { useSaidLang } from "./saidIn.ts";

interface Props {
  questionnaire: Questionnaire;
  parts: readonly Part[];
  part: Part;
  /** The question on the screen of a telephone. */
  now: Question | undefined;
  kept: DraftKept;
  onAnswer: ComponentProps<typeof QuestionField>["onAnswer"];
  onSettle: ComponentProps<typeof QuestionField>["onSettle"];
  regions: readonly Region[];
  /** Problems found at sending: each question shows its own. */
  problems: readonly Problem[];
  /** Asked before the next is: whether what was written to these can be sent. */
  settled: (asked: readonly Question[]) => Promise<boolean>;
  /** State of the draft, under the acts. */
  children: ReactNode;
}

/** One part of a questionnaire: what is on the screen at once; on a telephone, one of its questions. */
export function PartStep(props: Props) {
  const { questionnaire, parts, part, now, kept, onAnswer, onSettle, regions, problems, settled, children } = props;
  const lang = useSaidLang();
  const { slug } = questionnaire;
  const { number, short, asked } = part;
  const navigate = useNavigate();
  const { hrefOf } = useContext(PlaceContext);
  const next = parts[number];
  const place = now ? asked.indexOf(now) : -1;
  const after = place < 0 ? undefined : asked[place + 1];
  const before = place < 0 ? undefined : asked[place - 1];
  const at = (to: Part, question: Question | undefined) =>
    `${hrefOf(slug, to.number)}${question ? `#${anchorOf(question.id)}` : ""}`;
  const further = next && short;
  const goOn = async () => {
    const one = now && onTelephone();
    if (await settled(one ? [now] : asked))
      void navigate(one && after ? at(part, after) : hrefOf(slug, next && !short ? next.number : "review"));
  };
  // A text to read comes with the question that it introduces; where none follows, with the last one.
  const shown = new Set([now, ...part.questions.filter((one) => ownerOf(one, part) === now)]);
  const last = number > 1 ? parts[number - 2] : undefined;
  return (
    <Form summary={false} problems={problems} onSubmit={goOn} label={part.title}>
      {part.intro && <p lang={lang}>{part.intro}</p>}
      <div className="flow questionnaire-questions questionnaire-one">
        {part.questions.map((question) => (
          <div data-now={shown.has(question) || undefined} key={question.id}>
            <QuestionField
              question={question}
              draft={kept.draft}
              onAnswer={onAnswer}
              onSettle={onSettle}
              regions={regions}
              needed={isNeeded(questionnaire, question)}
            />
          </div>
        ))}
      </div>
      <div className="cluster questionnaire-foot">
        <Button type="submit" primary>
          {after && <span className="questionnaire-narrow">{m.questionnaire_next()}</span>}
          <span className={after && "questionnaire-wide"}>
            {!next || short ? (
              m.questionnaire_review()
            ) : (
              <>
                {m.questionnaire_continue()}
                <span className="questionnaire-wide" lang={lang}>
                  {m.ui_colon()}
                  {next.title}
                </span>
              </>
            )}
          </span>
          <Icon name="arrow" size={18} />
        </Button>
        {after && now && !isNeeded(questionnaire, now) && (
          <Button type="submit" className="questionnaire-narrow">
            {m.questionnaire_pass()}
          </Button>
        )}
        {further && (
          <ButtonLink to={hrefOf(slug, next.number)} className={after && "questionnaire-wide"}>
            {m.questionnaire_further()}
          </ButtonLink>
        )}
        {last && (
          <ButtonLink to={hrefOf(slug, last.number)} className="questionnaire-wide">
            <Icon name="back" size={18} /> {m.questionnaire_previous()}
          </ButtonLink>
        )}
        {(before || last) && (
          <ButtonLink to={before ? at(part, before) : at(last!, last!.asked.at(-1))} className="questionnaire-narrow">
            <Icon name="back" size={18} /> {m.questionnaire_previous()}
          </ButtonLink>
        )}
        {!short && (next || after) && (
          <p className={next ? undefined : "questionnaire-narrow"}>
            <Link to={hrefOf(slug, "review")}>{m.questionnaire_send_now()}</Link>
          </p>
        )}
      </div>
      {children}
    </Form>
  );
}

/** The question with which a text to read is on the screen. */
function ownerOf(block: Question, { questions, asked }: Part) {
  if (asked.includes(block)) return block;
  return questions.slice(questions.indexOf(block)).find((one) => asked.includes(one)) ?? asked.at(-1);
}
