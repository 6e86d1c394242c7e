import { m } from "@cahier/schema/messages";
import { questionsOf } from "@cahier/schema/questionnaire/definition";
import { useContext } from "react";
import { useHref } from "react-router-dom";
import { contentLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { FormContext } from "../../../ui/Form.tsx";
import form from "../../../ui/Form.module.css";
import { HiddenField } from "../../../ui/HiddenField.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Style } from "../../../ui/Style.tsx";
import { Steps } from "../../../ui/Steps.tsx";
import sheet from "../answering.css?url";
import { Aside } from "../Aside.tsx";
import { type Part, partOf, partsOf } from "../parts.ts";
import { Progress, stepsFrom } from "../Progress.tsx";
import { type PostedAnsweringProps, PostedContext } from "./posted.ts";
import { PostedPart } from "./PostedPart.tsx";
import { PostedReview } from "./PostedReview.tsx";
import { anchorOf, type Questionnaire } from "../question.ts";
import { SaidIn } from "../saidIn.ts";
import { inSimpleWords } from "../simple.ts";
import { About, Top } from "../Top.tsx";

/**
 * A questionnaire answered without scripts, by forms that are posted as they are: one part at a time, kept by the API in
 * between. Only the API draws it.
 */
export function PostedAnswering({
  questionnaire: asWritten,
  regions,
  saved = null,
  organisations = [],
}: PostedAnsweringProps) {
  const { slug, language } = asWritten;
  const { url, posted } = useContext(PostedContext)!;
  const simple = url.searchParams.get("plain") === "yes";
  const questionnaire = simple ? inSimpleWords(asWritten) : asWritten;
  const answers = posted?.answers ?? saved?.answers ?? {};
  const problems = posted?.problems ?? [];
  const parts = partsOf(questionnaire, answers);
  const wanted = url.searchParams.get("part");
  const current =
    wanted === "review" && saved
      ? parts.length + 1
      : Math.min(Math.max(1, Math.trunc(Number(wanted)) || 1), parts.length);
  const part = parts[current - 1];
  const step = part ? current : "review";
  const action = useHref(saved ? paths.draft(saved.token, step, simple) : paths.questionnaire(slug, step, simple));
  const link = useHref(saved ? paths.draft(saved.token, undefined, simple) : "/");
  // Before anything is kept it is a link; afterwards a button, so that what is typed is kept with it.
  const other = useHref(paths.questionnaire(slug, current > 1 ? step : undefined, !simple));

  return (
    <SaidIn value={language}>
      <Style href={sheet} />
      <div className="questionnaire-page" data-answering>
        <div className="flow questionnaire-side">
          <About questionnaire={questionnaire} />
          <nav aria-label={m.questionnaire_parts()}>
            <Steps label={m.questionnaire_parts()} steps={stepsOf(parts, current, language)} />
          </nav>
        </div>
        {part && (
          <>
            <Top questionnaire={questionnaire}>
              {!saved && (
                <a className="questionnaire-plain" href={other}>
                  {simple ? m.questionnaire_not_plain() : m.questionnaire_plain()}
                </a>
              )}
            </Top>
            <Progress parts={parts} part={part} />
          </>
        )}
        <form
          id="part"
          className={`questionnaire-middle ${form.form}`}
          method="post"
          action={`${action}#problems`}
          aria-label={part?.title ?? m.questionnaire_review()}
          noValidate
        >
          <FormContext value={{ id: "posted-", problems }}>
            {url.searchParams.has("kept") && saved && <KeptLink address={url.origin + link} />}
            <div id="problems" className="flow">
              <ErrorSummary
                problems={problems}
                idOf={(field) => `posted-${field}`}
                labelOf={(field) => labelOf(questionnaire, field)}
                hrefOf={(field) =>
                  saved ? hrefElsewhere({ parts, current, simple, token: saved.token }, field) : undefined
                }
              />
            </div>
            <input type="hidden" name="questionnaire" value={questionnaire.id} />
            <input type="hidden" name="revision" value={questionnaire.revision} />
            {saved && <input type="hidden" name="key" value={saved.key} />}
            {part ? (
              <PostedPart {...{ questionnaire, regions, parts, part, answers }} kept={saved !== null} />
            ) : (
              <PostedReview {...{ questionnaire, regions, parts, problems, posted, organisations }} saved={saved!} />
            )}
          </FormContext>
          <p className="quiet questionnaire-noted">
            <Icon name="save" />
            <span>{saved ? m.questionnaire_posted_kept() : m.questionnaire_posted_new()}</span>
          </p>
          {saved && part && (
            <p>
              <Button type="submit" name="go" value="plain" small>
                {simple ? m.questionnaire_not_plain() : m.questionnaire_plain()}
              </Button>
            </p>
          )}
          <HiddenField />
        </form>
        <Aside questionnaire={questionnaire} />
      </div>
    </SaidIn>
  );
}

const stepsOf = (parts: readonly Part[], current: number, language: Questionnaire["language"]) => [
  ...stepsFrom(parts, current, ({ title, short }) => (
    <span lang={short ? undefined : contentLang(language)}>{title}</span>
  )),
  {
    key: "review",
    state: current > parts.length ? ("now" as const) : ("todo" as const),
    title: m.questionnaire_review(),
  },
];

const KeptLink = ({ address }: { address: string }) => (
  <Notice tone="done">
    <p>
      <b>{m.questionnaire_posted_later()}</b> {m.questionnaire_posted_link()}
    </p>
    <p>
      <a href={address}>{address}</a>
    </p>
  </Notice>
);

const labelOf = (questionnaire: Questionnaire, field: string) =>
  questionsOf(questionnaire).find(({ id }) => anchorOf(id) === anchorOf(field))?.label ?? fieldLabels[field]?.() ?? "";

const fieldLabels: Record<string, () => string> = {
  appearance: m.questionnaire_appear,
  authorName: m.questionnaire_name,
  followUpEmail: m.questionnaire_email,
};

/** Address of the field of a problem that is in another part. */
function hrefElsewhere(
  { parts, current, simple, token }: { parts: readonly Part[]; current: number; simple: boolean; token: string },
  field: string,
) {
  const part = partOf(parts, field);
  return part && part.number !== current ? `${paths.draft(token, part.number, simple)}#p${anchorOf(field)}` : undefined;
}
