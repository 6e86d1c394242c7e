import { m } from "@cahier/schema/messages";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

interface Props {
  can: Pick<DeskPage["viewerCan"], "read" | "importTexts" | "judgeInitiatives" | "compose">;
  /** Slug of the group one is in. */
  group: string | undefined;
}

/** The doors to what is read, brought in, judged and asked. */
export const DeskReading = ({ can, group }: Props) => (
  <>
    {can.read && (
      <Row heading={m.desk_read()}>
        <p>{m.desk_read_lead()}</p>
        <p>
          <ButtonLink to={paths.reading()}>{m.desk_read_go()}</ButtonLink>
        </p>
        <p>{m.synthesis_row_lead()}</p>
        <p>
          <ButtonLink to={`${paths.reading()}#syntheses`}>{m.synthesis_row_go()}</ButtonLink>
        </p>
        <ul>
          <li>
            <More to={paths.coherence()}>{m.coherence_title()}</More>
          </li>
          <li>
            <More to={paths.glossary()}>{m.glossary_title()}</More>
          </li>
          <li>
            <More to={paths.languageKit()}>{m.languageKit_title()}</More>
          </li>
        </ul>
      </Row>
    )}
    {can.importTexts && (
      <Row heading={m.notebook_title()}>
        <div className="cluster">
          <ButtonLink to={paths.textImports()}>{m.textImport_desk()}</ButtonLink>
          <More to={paths.notebooks()}>{m.notebook_all()}</More>
          {group && can.read && <More to={paths.grid(group)}>{m.grid_title()}</More>}
        </div>
      </Row>
    )}
    {can.judgeInitiatives && (
      <Row heading={m.initiative_desk()}>
        <p>{m.initiative_desk_lead()}</p>
        <p>
          <ButtonLink to={paths.initiativesJudge()}>{m.initiative_to_judge()}</ButtonLink>
        </p>
      </Row>
    )}
    {can.compose && (
      <Row heading={m.desk_compose()}>
        <p>{m.desk_compose_lead()}</p>
        <p>
          <ButtonLink to={paths.questionnairesWrite()}>{m.desk_compose_go()}</ButtonLink>
        </p>
      </Row>
    )}
  </>
);
