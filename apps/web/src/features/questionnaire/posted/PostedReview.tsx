import { m } from "@cahier/schema/messages";
import { compile } from "@cahier/schema/questionnaire/check";
import { useInstance } from "../../../frame/instance.ts";
import { paths } from "../../../paths.ts";
import { CheckboxCard, Choices, RadioCard } from "../../../ui/Choice.tsx";
import { Fieldset, TextField } from "../../../ui/Field.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { Problem } from "../../../ui/problems.ts";
import { type Part, partOf } from "../parts.ts";
import type { Posted, SavedDraft } from "./posted.ts";
import { PostedFoot } from "./PostedFoot.tsx";
import { anchorOf, type Questionnaire, type Region } from "../question.ts";
import { knownOnly, ReviewedParts } from "../Review.tsx";
import { AppearanceField } from "../SendForm.tsx";
import { voicesOf } from "../Voice.tsx";
import { useSaidLang } from "../saidIn.ts";

interface Props {
  questionnaire: Questionnaire;
  regions: readonly Region[];
  parts: readonly Part[];
  saved: SavedDraft;
  posted: Posted | null;
  organisations: readonly { id: string; name: string }[];
  problems: readonly Problem[];
}

/** The whole response read again, then how it appears, then its sending: by a form that is posted as it is. */
export function PostedReview({ questionnaire, regions, parts, saved, posted, organisations, problems }: Props) {
  const lang = useSaidLang();
  const known = knownOnly(questionnaire, posted?.answers ?? saved.answers);
  const { anonymous } = questionnaire;
  const { sendsMail } = useInstance();
  const { stripped } = compile(questionnaire)(known, { draft: true });
  const hrefOf = (field: string) => {
    const part = partOf(parts, field);
    return part && `${paths.draft(saved.token, part.number)}#p${anchorOf(field)}`;
  };
  const left = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => stripped.some((key) => anchorOf(key) === anchorOf(id)));
  const typed = posted?.fields ?? {};
  const appearance = typed.appearance ?? saved.appearance;
  return (
    <>
      <header className="flow questionnaire-head">
        <b>{m.questionnaire_last_step()}</b>
        <h1>{m.questionnaire_review_title()}</h1>
        <p>{m.questionnaire_review_lead()}</p>
      </header>
      {left.length > 0 && (
        <div className="prose">
          <p>{m.questionnaire_left_out()}</p>
          <ul lang={lang}>
            {left.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </div>
      )}
      <ReviewedParts
        {...{ parts, regions, problems, hrefOf }}
        answers={known}
        addressOf={(number) => paths.draft(saved.token, number)}
      />
      {anonymous && <Notice>{m.questionnaire_is_anonymous()}</Notice>}
      <Fieldset question name="speaksAs" legend={m.questionnaire_voice()}>
        <Choices single>
          {voicesOf(anonymous).map(({ value, label, help }) => (
            <RadioCard
              name="speaksAs"
              value={value}
              label={label()}
              help={help()}
              defaultChecked={(typed.speaksAs ?? "INDIVIDUAL") === value}
              key={value}
            />
          ))}
        </Choices>
        {!anonymous && organisations.length > 0 && (
          <Fieldset name="organisationId" legend={m.organisation_speak()}>
            <Choices single>
              {[...organisations, { id: "", name: "" }].map(({ id, name }) => (
                <RadioCard
                  name="organisationId"
                  value={id}
                  label={id ? m.organisation_speak_for({ name }) : m.organisation_speak_other()}
                  help={id ? m.organisation_speak_help() : ""}
                  defaultChecked={(typed.organisationId ?? "") === id}
                  key={id}
                />
              ))}
            </Choices>
          </Fieldset>
        )}
        {!anonymous && (
          <TextField
            name="organisationName"
            label={m.questionnaire_voice_posted_name()}
            help={m.questionnaire_voice_name_help()}
            optional
            autoComplete="organization"
            defaultValue={typed.organisationName ?? ""}
          />
        )}
        <TextField
          name="peopleCount"
          type="number"
          inputMode="numeric"
          label={m.questionnaire_voice_posted_count()}
          help={m.questionnaire_voice_count_help()}
          optional
          defaultValue={typed.peopleCount ?? ""}
        />
      </Fieldset>
      <AppearanceField anonymous={anonymous} chosen={(value) => ({ defaultChecked: appearance === value })}>
        {!anonymous && (
          <TextField
            name="authorName"
            label={m.questionnaire_name_if()}
            help={m.questionnaire_name_help()}
            autoComplete="nickname"
            defaultValue={typed.authorName ?? saved.authorName ?? ""}
          />
        )}
      </AppearanceField>
      {sendsMail && !anonymous && (
        <Fieldset name="follow" legend={m.questionnaire_follow()}>
          <CheckboxCard
            name="follow"
            value="yes"
            label={m.questionnaire_follow_yes()}
            help={m.questionnaire_follow_help()}
            defaultChecked={Boolean(typed.follow)}
          />
          <TextField
            name="followUpEmail"
            type="email"
            label={m.questionnaire_email()}
            help={m.questionnaire_email_help()}
            autoComplete="email"
            defaultValue={typed.followUpEmail ?? ""}
          />
        </Fieldset>
      )}
      <p className="quiet">{m.questionnaire_send_note()}</p>
      <PostedFoot act="send">
        {m.questionnaire_send()} <Icon name="arrow" size={18} />
      </PostedFoot>
    </>
  );
}
