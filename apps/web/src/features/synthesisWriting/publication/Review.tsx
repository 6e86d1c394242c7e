import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Link } from "react-router-dom";
import { contentLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Form } from "../../../ui/Form.tsx";
import { KeptForm } from "../../../ui/KeptForm.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { When } from "../../../ui/When.tsx";
import { WritingArea } from "../../../ui/WritingArea.tsx";
import { resolveCitation } from "../placing.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { verdictNames } from "../synthesis.labels.ts";
import type { Version } from "../writing.tsx";
import { quoted } from "../../../ui/quoted.ts";
import { AuthorLine } from "../../../shared/AuthorLine.tsx";

type CitationReview = Version["citationReviews"][number];

/** Review of a citation by its author, and its resolution: a correction, or an answer for all to read. */
export function Review({ review, version }: { review: CitationReview; version: Version }) {
  const { synthesis, hold, refresh } = use(DeskContext);
  const { passageId, passage, verdict, text, reviewedOn, resolution, reply } = review;
  const [replying, setReplying] = useState(false);
  const correcting = useAct(resolveCitation);
  const answering = useAct(resolveCitation);
  const under = new Set(passage.keyPoints.map(({ id }) => id));
  const paragraph = version.paragraphs.find(
    ({ passages, keyPoints, against }) =>
      passages.some(({ id }) => id === passageId) || [...keyPoints, ...against].some(({ id }) => under.has(id)),
  );
  const words = m.synthesis_of_words({ words: passage.quote.slice(0, 60) });
  const of = <span className="visually-hidden">{words}</span>;
  const resolve = async (
    act: typeof answering,
    input: { resolution: "CORRECTED" | "REPLIED"; reply: string | null },
  ) => {
    const done = await hold(act.run({ passageId, ...input }));
    if (done) refresh();
    return done;
  };
  const tone = resolution ? "done" : verdict === "DISTORTED" ? "open" : "neutral";
  return (
    <li className="writing-review">
      <p className="cluster">
        <Chip tone={tone}>{verdictNames[verdict]()}</Chip>
        <span className="quiet">
          <AuthorLine of={passage.contribution} />, <When date={reviewedOn} />
        </span>
      </p>
      <blockquote lang={contentLang()}>{m.synthesis_quoted({ words: passage.quote })}</blockquote>
      {text && (
        <p className="verbatim" lang={contentLang()}>
          <b>{m.synthesis_meant()}</b> {text}
        </p>
      )}
      {resolution && (
        <p className="quiet">
          {resolution === "CORRECTED" ? m.synthesis_corrected() : m.synthesis_replied()}
          {reply && ` ${quoted(reply)}`}
        </p>
      )}
      {!resolution && verdict !== "FAITHFUL" && (
        <>
          <Form
            problems={correcting.problems}
            busy={correcting.busy}
            label={m.synthesis_is_corrected() + words}
            onSubmit={() => resolve(correcting, { resolution: "CORRECTED", reply: null })}
          >
            <div className="cluster">
              {paragraph && (
                <Link to={paths.synthesisWrite(synthesis.slug, { paragraph: paragraph.id })}>
                  {m.synthesis_correct()}
                  {of}
                </Link>
              )}
              <Button small type="submit">
                {m.synthesis_is_corrected()}
                {of}
              </Button>
              <Button small aria-expanded={replying} onClick={() => setReplying(!replying)}>
                {m.synthesis_reply()}
                {of}
              </Button>
            </div>
            <Failed because={correcting.failed} />
          </Form>
          {replying && (
            <KeptForm
              kept={`citationReply:${passageId}`}
              problems={answering.problems}
              busy={answering.busy}
              label={m.synthesis_reply()}
              onSent={() => setReplying(false)}
              onSubmit={(fields) =>
                resolve(answering, { resolution: "REPLIED", reply: (fields.get("reply") as string).trim() || null })
              }
            >
              <WritingArea
                name="reply"
                label={m.synthesis_reply_label()}
                help={m.synthesis_reply_help()}
                rows={3}
                maxLength={1000}
              />
              <Failed because={answering.failed} />
              <Button type="submit" primary small>
                {m.synthesis_reply_send()}
              </Button>
            </KeptForm>
          )}
        </>
      )}
    </li>
  );
}
