import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import type { Composition } from "./composition.tsx";
import {
  archiveQuestionnaire,
  askForPublication,
  closeQuestionnaire,
  pauseQuestionnaire,
  publishQuestionnaire,
  reopenQuestionnaire,
  resumeQuestionnaire,
} from "./lifeActs.tsx";
import { fromParisTime } from "./parisTime.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { SayContext } from "./say.ts";
import { useAct } from "../../ui/useAct.ts";

type Asked = "publish" | "pause" | "resume" | "close" | "reopen" | "archive";

/** What can be done with a questionnaire as a whole, given where it stands; what people will read about takes a reason. */
export function Life({ composition }: { composition: Composition }) {
  const { id, questionnaire, flaws, template, publicationAskedBy, smallTeam } = composition;
  const { state, viewerCan } = questionnaire;
  const draft = state === "DRAFT";
  const [asking, setAsking] = useState<Asked | null>(null);
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
  };
  const words: Record<Asked, { act: string; title: string; what: string; reason: boolean; said: string }> = {
    publish: {
      act: m.studio_publish(),
      title: m.studio_publish_title(),
      what: smallTeam ? m.studio_publish_alone() : m.studio_publish_what(),
      reason: false,
      said: m.studio_published(),
    },
    pause: {
      act: m.studio_pause(),
      title: m.studio_pause_title(),
      what: m.studio_pause_what(),
      reason: true,
      said: m.studio_state_PAUSED(),
    },
    resume: {
      act: m.studio_resume(),
      title: m.studio_resume_title(),
      what: m.studio_resume_what(),
      reason: false,
      said: m.studio_state_OPEN(),
    },
    close: {
      act: m.studio_close(),
      title: m.studio_close_title(),
      what: m.studio_close_what(),
      reason: true,
      said: m.studio_state_CLOSED(),
    },
    reopen: {
      act: m.studio_reopen(),
      title: m.studio_reopen_title(),
      what: m.studio_reopen_what(),
      reason: true,
      said: m.studio_state_OPEN(),
    },
    archive: {
      act: draft ? m.studio_put_away() : m.studio_archive(),
      title: draft ? m.studio_put_away_title() : m.studio_archive_title(),
      what: draft ? m.studio_put_away_what() : m.studio_archive_what(),
      reason: false,
      said: m.studio_state_ARCHIVED(),
    },
  };
  const ready = flaws.length === 0 && !template;
  const possible: Record<string, Asked[]> = {
    DRAFT: viewerCan.publish && ready ? ["publish", "archive"] : ["archive"],
    SCHEDULED: [],
    OPEN: ["pause", "close"],
    PAUSED: ["resume", "close"],
    CLOSED: ["reopen", "archive"],
    ARCHIVED: [],
  };
  const run = async (act: Asked, reason: string, fields: FormData) => {
    const done =
      act === "pause" || act === "close"
        ? await acts[act].run({ id, reason })
        : act === "reopen"
          ? await acts.reopen.run({ id, reason, closesAt: fromParisTime(fields.get("closesAt") as string) ?? "" })
          : await acts[act].run({ id });
    if (done) say(words[act].said);
    // A draft put away is no longer on the table.
    if (done && act === "archive" && draft) void navigate(paths.studio());
    return !!done;
  };
  const shown = asking ?? "publish";
  return (
    <>
      {draft && ready && (
        <>
          {publicationAskedBy && <Notice>{m.studio_asked_by({ name: publicationAskedBy })}</Notice>}
          {!viewerCan.publish && <p>{m.studio_second_person()}</p>}
          {smallTeam && <p className="quiet">{m.studio_small_team()}</p>}
        </>
      )}
      {ask.problems.map((problem) => (
        <Notice tone="warn" key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
      <div className="cluster">
        {draft && ready && !publicationAskedBy && !smallTeam && (
          <Button
            primary={!viewerCan.publish}
            disabled={ask.busy}
            onClick={() => void ask.run({ id }).then((done) => done && say(m.studio_asked_said()))}
          >
            {m.studio_ask()}
          </Button>
        )}
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
        reasonHelp={words[shown].reason ? m.studio_reason_public() : null}
        problems={acts[shown].problems}
        busy={acts[shown].busy}
        failed={acts[shown].failed}
        run={(reason, fields) => run(shown, reason, fields)}
      >
        {shown === "reopen" && (
          <TextField name="closesAt" type="datetime-local" label={m.studio_closes()} help={m.studio_paris()} />
        )}
      </ReasonDialog>
    </>
  );
}
