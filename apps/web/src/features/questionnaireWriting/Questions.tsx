import { m } from "@cahier/schema/messages";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { useEffect, useRef } from "react";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { AddQuestion } from "./question/AddQuestion.tsx";
import type { ComposedQuestionnaire } from "./composed.tsx";
import { ExplainSheet, unexplained } from "./ExplainSheet.tsx";
import { Outline } from "./Outline.tsx";
import { QuestionPanel } from "./question/QuestionPanel.tsx";
import { AddSection, SectionEditor } from "./SectionEditor.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Editor of the questions: the outline, and beside it the one open item. */
export function Questions({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { sections, questionnaire } = composedQuestionnaire;
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const go = (search?: Record<string, string>) =>
    void navigate(paths.questionnaireWrite(questionnaire.slug, search), { preventScrollReset: true });
  const question = params.get("question");
  const composed = sections.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  const section = sections.find(({ id }) => id === params.get("section"));
  const adding = sections.find(({ id }) => id === params.get("add"));
  const explaining = params.has("why");
  const silent = unexplained(composedQuestionnaire).length;
  const open = composed?.id ?? section?.id ?? (adding ? `add:${adding.id}` : explaining ? "why" : null);
  return (
    <div className="questionnaireWriting-split" data-open={open ? "" : undefined}>
      <div className="questionnaireWriting-left">
        {sections.length === 0 && (
          <Empty title={m.questionnaireWriting_no_parts()}>{m.questionnaireWriting_no_parts_next()}</Empty>
        )}
        {silent > 1 && (
          <Notice tone="warn">
            <p>{m.questionnaireWriting_unexplained({ count: silent })}</p>
            <p>
              <Link
                to={paths.questionnaireWrite(questionnaire.slug, { why: "all" })}
                aria-current={open === "why" || undefined}
                preventScrollReset
              >
                {m.questionnaireWriting_explain()}
              </Link>
            </p>
          </Notice>
        )}
        <Outline composedQuestionnaire={composedQuestionnaire} open={open} />
        <AddSection questionnaireId={composedQuestionnaire.id} onAdded={(id) => go({ add: id })} />
      </div>
      <div className="questionnaireWriting-right">
        {composed ? (
          <QuestionPanel
            key={composed.id}
            {...{ composedQuestionnaire, composed }}
            onOpen={(id, source) => go(id ? { question: id, ...(source && { copy: source }) } : undefined)}
          />
        ) : section ? (
          <Panel
            title={m.questionnaireWriting_part_n({ part: section.position, title: section.title })}
            slug={questionnaire.slug}
            key={section.id}
          >
            <SectionEditor section={section} draft={questionnaire.state === "DRAFT"} onRemoved={() => go()} />
          </Panel>
        ) : adding ? (
          <Panel
            title={m.questionnaireWriting_add_question_to({ part: adding.title })}
            slug={questionnaire.slug}
            key={`add ${adding.id}`}
          >
            <AddQuestion
              composedQuestionnaire={composedQuestionnaire}
              section={adding}
              onAdded={(id) => go({ question: id })}
              onCancel={() => go()}
            />
          </Panel>
        ) : explaining ? (
          <Panel title={m.questionnaireWriting_explain()} slug={questionnaire.slug} key="why">
            <ExplainSheet composedQuestionnaire={composedQuestionnaire} onDone={() => go()} />
          </Panel>
        ) : (
          <Empty title={m.questionnaireWriting_nothing_open()}>
            <p>{m.questionnaireWriting_nothing_open_next()}</p>
          </Empty>
        )}
      </div>
    </div>
  );
}

/** Open item that is no question. The focus comes to its title. */
function Panel({ title, slug, children }: { title: string; slug: string; children: React.ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section className="questionnaireWriting-panel" aria-labelledby="questionnaireWriting-open">
      <header>
        <ButtonLink className="questionnaireWriting-back" small to={paths.questionnaireWrite(slug)}>
          <Icon name="back" size={18} /> {m.questionnaireWriting_back_to_outline()}
        </ButtonLink>
        <h3 id="questionnaireWriting-open" tabIndex={-1} ref={ref}>
          {title}
        </h3>
      </header>
      {children}
    </section>
  );
}
