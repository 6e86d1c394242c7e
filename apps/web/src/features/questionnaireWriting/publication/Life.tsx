import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { useNavigate } from "react-router-dom";
import { paths } from "../../../paths.ts";
import { SignField, signedName } from "../../../shared/SignField.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { ComposedQuestionnaire } from "../composed.tsx";
import {
  archiveQuestionnaire,
  askForPublication,
  closeQuestionnaire,
  pauseQuestionnaire,
  publishQuestionnaire,
  reopenQuestionnaire,
  resumeQuestionnaire,
  unarchiveQuestionnaire,
  unpublishQuestionnaire,
} from "./life.mutations.tsx";
import { fromParisTime } from "./parisTime.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { SayContext } from "../SayContext.ts";
import { useAct } from "../../../ui/useAct.ts";

type QuestionnaireAct = "publish" | "pause" | "resume" | "close" | "reopen" | "archive" | "unarchive" | "unpublish";

/** Acts on a whole questionnaire, by its state; changes that the public reads about take a reason. */
export function Life({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, questionnaire, flaws, template, publicationAskedBy, smallTeam } = composedQuestionnaire;
  const { state, viewerCan } = questionnaire;
  const draft = state === "DRAFT";
  const [asking, setAsking] = useState<QuestionnaireAct | null>(null);
  const say = use(SayContext);
  const navigate = useNavigate();
  const ask = useAct(askForPublication);
  const acts = {
    publish: useAct(publishQuestionnaire),
    pause: useAct(pauseQuestionnaire),
    resume: useAct(resumeQuestionnaire),
    close: useAct(closeQuestionnaire),
    reopen: useAct(reopenQuestionnaire),
    archive: useAct(archiveQuestionnaire),
    unarchive: useAct(unarchiveQuestionnaire),
    unpublish: useAct(unpublishQuestionnaire),
  };
  const words: Record<QuestionnaireAct, { act: string; title: string; what: string; reason: boolean; said: string }> = {
    publish: {
      act: m.questionnaireWriting_publish(),
      title: m.questionnaireWriting_publish_title(),
      what: smallTeam ? m.questionnaireWriting_publish_alone() : m.questionnaireWriting_publish_what(),
      reason: false,
      said: m.questionnaireWriting_published(),
    },
    pause: {
      act: m.questionnaireWriting_pause(),
      title: m.questionnaireWriting_pause_title(),
      what: m.questionnaireWriting_pause_what(),
      reason: true,
      said: m.questionnaireWriting_state_PAUSED(),
    },
    resume: {
      act: m.questionnaireWriting_resume(),
      title: m.questionnaireWriting_resume_title(),
      what: m.questionnaireWriting_resume_what(),
      reason: false,
      said: m.questionnaireWriting_state_OPEN(),
    },
    close: {
      act: m.questionnaireWriting_close(),
      title: m.questionnaireWriting_close_title(),
      what: m.questionnaireWriting_close_what(),
      reason: true,
      said: m.questionnaireWriting_state_CLOSED(),
    },
    reopen: {
      act: m.questionnaireWriting_reopen(),
      title: m.questionnaireWriting_reopen_title(),
      what: m.questionnaireWriting_reopen_what(),
      reason: true,
      said: m.questionnaireWriting_state_OPEN(),
    },
    archive: {
      act: draft ? m.questionnaireWriting_put_away() : m.questionnaireWriting_archive(),
      title: draft ? m.questionnaireWriting_put_away_title() : m.questionnaireWriting_archive_title(),
      what: draft ? m.questionnaireWriting_put_away_what() : m.questionnaireWriting_archive_what(),
      reason: false,
      said: m.questionnaireWriting_state_ARCHIVED(),
    },
    unarchive: {
      act: m.questionnaireWriting_unarchive(),
      title: m.questionnaireWriting_unarchive_title(),
      what: m.questionnaireWriting_unarchive_what(),
      reason: false,
      said: m.questionnaireWriting_unarchived(),
    },
    unpublish: {
      act: m.questionnaireWriting_unpublish(),
      title: m.questionnaireWriting_unpublish_title(),
      what: m.questionnaireWriting_unpublish_what(),
      reason: false,
      said: m.questionnaireWriting_unpublished(),
    },
  };
  const ready = flaws.length === 0 && !template;
  const possible: Record<string, QuestionnaireAct[]> = {
    DRAFT: viewerCan.publish && ready ? ["publish", "archive"] : ["archive"],
    SCHEDULED: ["unpublish"],
    OPEN: ["pause", "close"],
    PAUSED: ["resume", "close"],
    CLOSED: ["reopen", "archive"],
    ARCHIVED: ["unarchive"],
  };
  const run = async (act: QuestionnaireAct, reason: string, fields: FormData) => {
    const done =
      act === "pause" || act === "close"
        ? await acts[act].run({ id, reason })
        : act === "reopen"
          ? await acts.reopen.run({ id, reason, closesAt: fromParisTime(fields.get("closesAt") as string) ?? "" })
          : await acts[act].run({ id });
    if (done) say(words[act].said);
    // A draft put away is no longer on the table.
    if (done && act === "archive" && draft) void navigate(paths.questionnairesWrite());
    return !!done;
  };
  const shown = asking ?? "publish";
  return (
    <>
      {draft && ready && (
        <>
          {publicationAskedBy && <Notice>{m.questionnaireWriting_asked_by({ name: publicationAskedBy })}</Notice>}
          {!viewerCan.publish && <p>{m.questionnaireWriting_second_person()}</p>}
        </>
      )}
      {draft && smallTeam && <p className="quiet">{m.questionnaireWriting_small_team()}</p>}
      {draft && ready && publicationAskedBy === null && !smallTeam && (
        <Form
          label={m.questionnaireWriting_ask()}
          problems={ask.problems}
          busy={ask.busy}
          onSubmit={(fields) =>
            void ask
              .run({ id, name: signedName(fields) })
              .then((done) => done && say(m.questionnaireWriting_asked_said()))
          }
        >
          <SignField />
          <Failed because={ask.failed} />
          <Button type="submit" primary={!viewerCan.publish}>
            {m.questionnaireWriting_ask()}
          </Button>
        </Form>
      )}
      <div className="cluster">
        {possible[state]!.map((act) => (
          <Button primary={act === "publish" || act === "resume"} onClick={() => setAsking(act)} key={act}>
            {words[act].act}
          </Button>
        ))}
      </div>
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={words[shown].title}
        what={<p>{words[shown].what}</p>}
        act={words[shown].act}
        about={id}
        reasonHelp={words[shown].reason ? m.questionnaireWriting_reason_public() : null}
        problems={acts[shown].problems}
        busy={acts[shown].busy}
        failed={acts[shown].failed}
        run={(reason, fields) => run(shown, reason, fields)}
      >
        {shown === "reopen" && (
          <TextField
            name="closesAt"
            type="datetime-local"
            label={m.questionnaireWriting_closes()}
            help={m.questionnaireWriting_paris()}
          />
        )}
      </ReasonDialog>
    </>
  );
}
