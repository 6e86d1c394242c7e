import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Fold } from "../../ui/Part.tsx";
import { Door } from "./DeskDoor.tsx";
import { Of } from "../../shared/Of.tsx";

type Questionnaire = NonNullable<NonNullable<DeskPage["group"]>["objectives"][number]["questionnaire"]>;

interface Props {
  questionnaires: readonly Questionnaire[];
}

/** Answers that came on paper or from a meeting, by questionnaire. */
export const DeskPaper = ({ questionnaires }: Props) =>
  questionnaires.length > 0 && (
    <Fold heading={m.desk_paper()}>
      <p>{m.desk_paper_lead()}</p>
      <ul className="cards">
        {questionnaires.map(({ paperCount, groupCount, groupPeople, ...questionnaire }) => (
          <Named questionnaire={questionnaire} key={questionnaire.id}>
            {paperCount > 0 && <p className="quiet">{m.paper_paper_count({ count: paperCount })}</p>}
            {groupCount > 0 && (
              <p className="quiet">{m.paper_group_count({ count: groupCount, people: groupPeople })}</p>
            )}
            <More to={paths.paper(questionnaire.slug)}>
              {m.desk_paper()}
              <Of>{questionnaire.title}</Of>
            </More>
          </Named>
        ))}
      </ul>
    </Fold>
  );

/** The doors to the paper of the questionnaires that are open: what comes in by post, or from a meeting, any day. */
export const PaperDoors = ({ questionnaires }: Props) =>
  questionnaires
    .filter(({ state }) => state === "OPEN")
    .map(({ id, slug, number }) => (
      <Door heading={m.desk_paper_open({ number })} key={id}>
        <More to={paths.paper(slug)}>{m.paper_to_entry()}</More>
        <More to={paths.paper(slug, { mode: "meeting" })}>{m.paper_report()}</More>
        <More to={paths.paperSheets(slug)}>{m.paper_to_sheets()}</More>
      </Door>
    ));

/** Answers given on the site, by questionnaire. */
export const DeskResults = ({ questionnaires }: Props) =>
  questionnaires.length > 0 && (
    <Fold heading={m.desk_results()}>
      <p>{m.desk_results_lead()}</p>
      <ul className="cards">
        {questionnaires.map((questionnaire) => (
          <Named questionnaire={questionnaire} key={questionnaire.id}>
            <More to={paths.results(questionnaire.slug)}>
              {m.desk_results()}
              <Of>{questionnaire.title}</Of>
            </More>
          </Named>
        ))}
      </ul>
    </Fold>
  );

const Named = ({
  questionnaire: { number, title },
  children,
}: {
  questionnaire: Pick<Questionnaire, "number" | "title">;
  children: ReactNode;
}) => (
  <Card as="li">
    <h4>{m.questionnaire_number({ number })}</h4>
    <p lang={contentLang()}>{title}</p>
    {children}
  </Card>
);
