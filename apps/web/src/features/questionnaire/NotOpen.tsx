import type { FragmentType } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { NotOpen_questionnaire } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { responsesInWords } from "./counts.ts";
import { notOpen } from "./notOpenFragment.tsx";

/** A questionnaire that cannot be answered today: since when, until when, and where to read what was said. */
export function NotOpen(props: { questionnaire: FragmentType<NotOpen_questionnaire>; children?: ReactNode }) {
  const { data: it } = useSuspenseFragment({ fragment: notOpen, from: props.questionnaire });
  const closed = it.state === "CLOSED" || it.state === "ARCHIVED";
  // Before it opens nothing was answered.
  const asked = closed || it.state === "PAUSED";
  return (
    <Ruled>
      <PageHead
        margin={m.questionnaire_number({ number: it.number })}
        note={closed && responsesInWords(it)}
        kicker={<State it={it} />}
        title={it.title}
        lang={contentLang(it.language)}
        lead={<p lang={contentLang(it.language)}>{it.intro}</p>}
      >
        {it.state === "PAUSED" && it.pausedReason && <p lang={contentLang()}>{it.pausedReason}</p>}
        {closed && it.paperCount > 0 && <p>{m.paper_paper_count({ count: it.paperCount })}</p>}
        {closed && it.groupCount > 0 && <p>{m.paper_group_count({ count: it.groupCount, people: it.groupPeople })}</p>}
        {closed && it.discussedAt && (
          <p>
            {m.questionnaire_discussed()} <When date={it.discussedAt} original />.
          </p>
        )}
        <p className="cluster">
          {asked && (
            <ButtonLink primary to={paths.contributions({ objective: it.objective.slug })}>
              {m.questionnaire_read()} <Icon name="arrow" size={18} />
            </ButtonLink>
          )}
          {asked && it.resultsShown !== "HIDDEN" && <More to={paths.results(it.slug)}>{m.result_see()}</More>}
          <More to={paths.objective(it.objective.slug)}>{m.questionnaire_objective(it.objective)}</More>
          <More to={paths.questionnaires()}>{m.questionnaire_others()}</More>
        </p>
      </PageHead>
      <Row heading={m.questionnaire_what_is_asked()}>
        {it.sections.map((section) => (
          <div className="flow" lang={contentLang(it.language)} key={section.id}>
            <h3>{section.title}</h3>
            {section.questions.map(({ id, code, type, label, rationale }) =>
              type === "TEXT_BLOCK" ? (
                <p key={id}>{label}</p>
              ) : (
                <Disclosure summary={`${code} ${label}`} key={id}>
                  <p className="prose quiet">{rationale}</p>
                </Disclosure>
              ),
            )}
          </div>
        ))}
      </Row>
      {props.children}
    </Ruled>
  );
}

const State = ({ it: { state, opensAt, closesAt } }: { it: NotOpen_questionnaire }) => {
  if (state === "PAUSED") return <Chip>{m.questionnaire_paused()}</Chip>;
  if (state === "CLOSED" || state === "ARCHIVED")
    return (
      <Chip>
        {m.questionnaire_closed()} <When date={closesAt} />
      </Chip>
    );
  return (
    <Chip tone="toCome">
      {m.questionnaire_opens()} <When date={opensAt} format="time" />
    </Chip>
  );
};
