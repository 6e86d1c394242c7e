import { mostPeople } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { SpeaksAs } from "../../graphql/operations.generated.ts";
import { useOwnOrganisations } from "../../shared/SpeakAs.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import type { Problem } from "../../ui/problems.ts";
import type { Draft } from "./draft/draft.ts";
import type { DraftKeeper } from "./draft/keeper.ts";
import { filled } from "./filled.ts";
import type { Questionnaire } from "./question.ts";

/** For whom a response speaks, as it is sent. */
export interface SpokenFor {
  speaksAs: SpeaksAs;
  organisationName: string | null;
  organisationId: string | null;
  peopleCount: number | null;
}

/** Reads the voice in the draft; drops the fields that do not apply to it. */
export function voiceOf({
  speaksAs = "INDIVIDUAL",
  organisationName = "",
  organisationId = "",
  peopleCount = "",
}: Draft): SpokenFor {
  return {
    organisationId: speaksAs === "ORGANISATION" ? organisationId || null : null,
    speaksAs: speaksAs as SpeaksAs,
    organisationName: speaksAs === "INDIVIDUAL" ? null : organisationName.trim() || null,
    peopleCount: speaksAs === "GROUP" ? Number(peopleCount) || null : null,
  };
}

/** Problems to mend before it can be sent. */
export function voiceProblems({ speaksAs, organisationName, peopleCount }: SpokenFor): Problem[] {
  if (speaksAs === "ORGANISATION" && !organisationName) return [{ code: "REQUIRED", field: "organisationName" }];
  return speaksAs === "GROUP" && !peopleCount ? [{ code: "COUNT_REQUIRED", field: "peopleCount" }] : [];
}

const voices: readonly { value: SpeaksAs; label: () => string; help: () => string }[] = [
  { value: "INDIVIDUAL", label: m.questionnaire_voice_INDIVIDUAL, help: () => "" },
  { value: "ORGANISATION", label: m.questionnaire_voice_ORGANISATION, help: m.questionnaire_voice_ORGANISATION_help },
  { value: "GROUP", label: m.questionnaire_voice_GROUP, help: m.questionnaire_voice_GROUP_help },
];

/** Voices to choose from. An anonymous questionnaire offers no organisation, whose name it promised not to keep. */
export const voicesOf = (anonymous: boolean) => voices.filter(({ value }) => !anonymous || value !== "ORGANISATION");

interface Props {
  draft: Draft;
  keeper: DraftKeeper;
  questionnaire: Pick<Questionnaire, "sections">;
  /** No name is kept: a group says its number alone. */
  anonymous: boolean;
  onMend: (field: string) => void;
}

/** « Pour qui parlez-vous ? » */
export function Voice({ draft, keeper, questionnaire, anonymous, onMend }: Props) {
  const { speaksAs = "INDIVIDUAL", organisationName = "", organisationId = "", peopleCount = "" } = draft;
  const organisations = useOwnOrganisations();
  const offers = speaksAs === "ORGANISATION" && !anonymous && organisations.length > 0;
  // One that they left since is not theirs to speak for.
  const chosen = organisations.some(({ id }) => id === organisationId) ? organisationId : "";
  const write = (field: "organisationName" | "peopleCount", value: string) => {
    keeper.note({ [field]: value });
    onMend(field);
  };
  return (
    <Fieldset question name="speaksAs" legend={m.questionnaire_voice()}>
      <Choices single>
        {voices
          .filter(({ value }) => !anonymous || value !== "ORGANISATION")
          .map(({ value, label, help }) => (
            <RadioCard
              name="speaksAs"
              value={value}
              label={label()}
              help={help()}
              checked={speaksAs === value}
              onChange={() => {
                keeper.note({ speaksAs: value });
                onMend("speaksAs");
              }}
              key={value}
            />
          ))}
      </Choices>
      {offers && (
        <Fieldset name="organisationId" legend={m.organisation_speak()}>
          <Choices single>
            {[...organisations, null].map((organisation) => {
              const { id, name } = organisation ?? { id: "", name: "" };
              return (
                <RadioCard
                  name="organisationId"
                  value={id}
                  label={id ? m.organisation_speak_for({ name }) : m.organisation_speak_other()}
                  help={id ? m.organisation_speak_help() : ""}
                  checked={chosen === id}
                  onChange={() => {
                    keeper.note({ organisationId: id, organisationName: name });
                    onMend("organisationId");
                    onMend("organisationName");
                    const given = organisation ? filled(questionnaire, draft.answers, organisation) : {};
                    for (const [question, value] of Object.entries(given)) {
                      keeper.answer(question, value);
                      onMend(question);
                    }
                  }}
                  key={id}
                />
              );
            })}
          </Choices>
        </Fieldset>
      )}
      {speaksAs !== "INDIVIDUAL" && !anonymous && !(offers && chosen) && (
        <TextField
          name="organisationName"
          label={speaksAs === "GROUP" ? m.questionnaire_voice_group_name() : m.questionnaire_voice_name()}
          help={m.questionnaire_voice_name_help()}
          optional={speaksAs === "GROUP"}
          autoComplete="organization"
          maxLength={160}
          value={organisationName}
          onChange={(event) => write("organisationName", event.currentTarget.value)}
        />
      )}
      {speaksAs === "GROUP" && (
        <TextField
          name="peopleCount"
          type="number"
          inputMode="numeric"
          min={2}
          max={mostPeople}
          label={m.questionnaire_voice_count()}
          help={m.questionnaire_voice_count_help()}
          value={peopleCount}
          onChange={(event) => write("peopleCount", event.currentTarget.value)}
        />
      )}
    </Fieldset>
  );
}
