import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { Checked } from "@cahier/schema/questionnaire/check";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { useInstance } from "../../frame/instance.ts";
import type { Appearance } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckboxCard, Choices, RadioCard } from "../../ui/Choice.tsx";
import { keepOnDevice } from "../../ui/device.ts";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import { appearanceWords, type PlaceSaid } from "./appearance.ts";
import type { Attempt } from "./draft/draft.ts";
import type { DraftKeeper, DraftKept } from "./draft/keeper.ts";
import type { Questionnaire } from "./question.ts";
import { Voice, voiceOf, voiceProblems } from "./Voice.tsx";

alsoSay({ COUNT_REQUIRED: m.problem_COUNT_REQUIRED, ANONYMOUS_ONLY: m.problem_ANONYMOUS_ONLY });

interface Props extends Pick<ComponentProps<typeof Form>, "hrefOf" | "labelOf"> {
  questionnaire: Pick<Questionnaire, "revision" | "anonymous" | "sections">;
  /** It was sent already: its author changes it. */
  changing: boolean;
  kept: DraftKept;
  keeper: DraftKeeper;
  check: () => Checked;
  place: PlaceSaid | undefined;
  problems: readonly Problem[];
  onProblems: (problems: readonly Problem[]) => void;
  /** A field was written in again. */
  onMend: (field: string) => void;
  send: (response: Attempt & { key: string }) => Promise<readonly Problem[]>;
}

/** Ways a response may appear. */
const appearances: readonly { value: Appearance; label: () => string; help: () => string }[] = [
  { value: "NAMED", label: m.questionnaire_appear_named, help: m.questionnaire_appear_named_help },
  { value: "ANONYMOUS", label: m.questionnaire_appear_anonymous, help: m.questionnaire_appear_anonymous_help },
  { value: "UNPUBLISHED", label: m.questionnaire_appear_unpublished, help: m.questionnaire_appear_unpublished_help },
];

/** The ways to appear: under no name where the questionnaire promised so. */
function useAppearances(anonymous: boolean) {
  const { france } = useInstance();
  return appearances
    .filter(({ value }) => !anonymous || value !== "NAMED")
    .map((one) =>
      one.value === "ANONYMOUS" && !france ? { ...one, label: m.questionnaire_appear_anonymous_own } : one,
    );
}

interface AppearanceProps {
  anonymous: boolean;
  /** Attributes that make a way the chosen one: a form that scripts follow also hears of a change. */
  chosen: (way: Appearance) => Pick<ComponentProps<"input">, "checked" | "defaultChecked" | "onChange">;
  children: ReactNode;
}

/** Choice of how a response appears, and under which name. */
export const AppearanceField = ({ anonymous, chosen, children }: AppearanceProps) => (
  <Fieldset question name="appearance" legend={m.questionnaire_appear()} help={m.questionnaire_appear_help()}>
    <Choices single>
      {useAppearances(anonymous).map(({ value, label, help }) => (
        <RadioCard name="appearance" value={value} label={label()} help={help()} {...chosen(value)} key={value} />
      ))}
    </Choices>
    {children}
  </Fieldset>
);

/** For whom it speaks, how it appears, with nothing chosen beforehand; a consent of its own to be written to; the sending. */
export function SendForm(props: Props) {
  const { questionnaire, changing, kept, keeper, check, place, problems, onProblems, onMend, send, ...where } = props;
  const { anonymous, revision } = questionnaire;
  const { draft } = kept;
  const [follow, setFollow] = useState(false);
  const [email, setEmail] = useState("");
  const { phase, hand } = useSending(kept, keeper, send, onProblems);
  const { sendsMail } = useInstance();
  const named = draft.appearance === "NAMED";
  const voice = voiceOf(draft);

  const submit = () => {
    const { answers, problems: found } = check();
    const attempt: Attempt = {
      answers,
      appearance: draft.appearance,
      authorName: named ? draft.authorName.trim() : null,
      followUpEmail: follow ? email.trim() : null,
      questionnaireRevision: revision,
      ...voice,
    };
    const all: Problem[] = [...found, ...voiceProblems(voice)];
    if (!attempt.appearance) all.push({ code: "APPEARANCE_REQUIRED", field: "appearance" });
    if (attempt.authorName === "" && !voice.organisationName) all.push({ code: "NAME_REQUIRED", field: "authorName" });
    if (follow && !email.includes("@")) all.push({ code: "NOT_AN_EMAIL", field: "followUpEmail" });
    if (all.length) return onProblems(all);
    void hand([attempt]);
  };

  return (
    <Form problems={problems} onSubmit={submit} busy={phase === "sending"} label={m.questionnaire_send()} {...where}>
      {anonymous && <Notice>{m.questionnaire_is_anonymous()}</Notice>}
      <Voice {...{ draft, keeper, questionnaire, anonymous, onMend }} />
      <AppearanceField
        anonymous={anonymous}
        chosen={(value) => ({
          checked: draft.appearance === value,
          onChange: () => {
            keeper.note({ appearance: value });
            onMend("appearance");
          },
        })}
      >
        {named && (
          <TextField
            name="authorName"
            data-most={limits["response.authorName"]}
            label={m.questionnaire_name()}
            help={m.questionnaire_name_help()}
            optional={!!voice.organisationName}
            autoComplete="nickname"
            value={draft.authorName}
            onChange={(event) => {
              keeper.note({ authorName: event.currentTarget.value });
              onMend("authorName");
            }}
          />
        )}
        {draft.appearance && (
          <output>
            {m.questionnaire_appears()} <b>{appearanceWords(draft, voice, place)}</b>
          </output>
        )}
      </AppearanceField>
      {sendsMail && !anonymous && !changing && (
        <Fieldset name="follow" legend={m.questionnaire_follow()}>
          <CheckboxCard
            name="follow"
            label={m.questionnaire_follow_yes()}
            help={m.questionnaire_follow_help()}
            checked={follow}
            onChange={(event) => setFollow(event.currentTarget.checked)}
          />
          {follow && (
            <TextField
              name="followUpEmail"
              type="email"
              label={m.questionnaire_email()}
              help={m.questionnaire_email_help()}
              autoComplete="email"
              value={email}
              onChange={(event) => {
                setEmail(event.currentTarget.value);
                onMend("followUpEmail");
              }}
            />
          )}
        </Fieldset>
      )}
      <Trouble
        waiting={!!draft.waiting}
        busy={phase === "busy"}
        onStop={() => keeper.note({ waiting: null })}
        conflict={problems.some(({ code }) => code === "CONFLICT")}
        onFind={() => void hand(draft.attempts)}
      />
      <p className="cluster">
        <Button type="submit" primary aria-disabled={phase === "sending"}>
          {phase === "sending" ? m.questionnaire_sending() : phase ? m.questionnaire_again() : sendWords(changing)}
          <Icon name="arrow" size={18} />
        </Button>
        <span className="quiet">{changing ? m.response_edit_note() : m.questionnaire_send_note()}</span>
      </p>
      <HiddenField />
    </Form>
  );
}

const sendWords = (changing: boolean) => (changing ? m.response_edit_send() : m.questionnaire_send());

type Phase = "" | "sending" | "cut" | "busy";

/** Hands the response to the network once at a time, under the one key of its draft. */
function useSending(kept: DraftKept, keeper: DraftKeeper, send: Props["send"], onProblems: Props["onProblems"]) {
  const [phase, setPhase] = useState<Phase>("");
  const sending = useRef(false);
  const { key } = kept.draft;
  /** Each in turn until one is not in conflict with what arrived. */
  const hand = async (attempts: readonly Attempt[]) => {
    if (sending.current) return;
    sending.current = true;
    setPhase("sending");
    onProblems([]);
    try {
      let problems: readonly Problem[] = [];
      for (const attempt of attempts) {
        keeper.attempt(attempt);
        problems = await send({ key, ...attempt });
        if (!problems.some(({ code }) => code === "CONFLICT")) break;
      }
      setPhase("");
      if (problems.length) onProblems(problems);
      else keeper.erase();
    } catch (error) {
      keeper.note({ waiting: attempts.at(-1)! });
      keepOnDevice("waiting", "yes");
      setPhase(isBusy(error) ? "busy" : "cut");
    } finally {
      sending.current = false;
    }
  };
  return { phase, hand };
}

/** The API answered, but not to this: too many at once, a restart, a fault. */
const isBusy = (error: unknown) =>
  typeof error === "object" && error !== null && ("statusCode" in error || "errors" in error);

interface TroubleProps {
  /** It leaves by itself once somebody answers. */
  waiting: boolean;
  busy: boolean;
  conflict: boolean;
  onStop: () => void;
  onFind: () => void;
}

/** Nothing is lost: it says so, and what happens by itself. */
const Trouble = ({ waiting, busy, conflict, onStop, onFind }: TroubleProps) => (
  <div role="alert">
    {waiting && (
      <Notice tone="warn">
        <p>{busy ? m.questionnaire_busy() : m.questionnaire_cut()}</p>
        <p>
          <Button small onClick={onStop}>
            {m.questionnaire_waiting_stop()}
          </Button>
        </p>
      </Notice>
    )}
    {conflict && (
      <Notice tone="warn">
        <p>{m.questionnaire_arrived()}</p>
        <p>
          <Button small onClick={onFind}>
            {m.questionnaire_arrived_find()}
          </Button>
        </p>
      </Notice>
    )}
  </div>
);
