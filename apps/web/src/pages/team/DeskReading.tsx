import { m } from "@cahier/schema/messages";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Door } from "./DeskDoor.tsx";

interface Props {
  can: Pick<DeskPage["viewerCan"], "read" | "moderate" | "importTexts" | "judgeInitiatives" | "compose">;
  /** Slug of the group one is in. */
  group: string | undefined;
}

/** The doors to what is read, moderated, brought in, judged and asked. */
export const DeskReading = ({ can, group }: Props) => (
  <>
    {can.read && (
      <>
        <Door heading={m.desk_read()} lead={m.desk_read_lead()}>
          <More to={paths.reading()}>{m.desk_read_go()}</More>
          <More to={paths.glossary()}>{m.glossary_title()}</More>
          <More to={paths.languageKit()}>{m.languageKit_title()}</More>
        </Door>
        <Door heading={m.synthesis_row_title()} lead={m.synthesis_row_lead()}>
          <More to={`${paths.reading()}#syntheses`}>{m.synthesis_row_go()}</More>
          <More to={paths.coherence()}>{m.coherence_title()}</More>
        </Door>
      </>
    )}
    {can.moderate && (
      <Door heading={m.moderation_desk()} lead={m.desk_moderate_lead()}>
        <More to={paths.moderation()}>{m.moderation_title()}</More>
      </Door>
    )}
    {can.importTexts && (
      <Door heading={m.notebook_title()}>
        <More to={paths.textImports()}>{m.textImport_desk()}</More>
        <More to={paths.notebooks()}>{m.notebook_all()}</More>
        {group && can.read && <More to={paths.grid(group)}>{m.grid_title()}</More>}
      </Door>
    )}
    {can.judgeInitiatives && (
      <Door heading={m.initiative_desk()} lead={m.initiative_desk_lead()}>
        <More to={paths.initiativesJudge()}>{m.initiative_to_judge()}</More>
      </Door>
    )}
    {can.compose && (
      <Door heading={m.desk_compose()} lead={m.desk_compose_lead()}>
        <More to={paths.questionnairesWrite()}>{m.desk_compose_go()}</More>
      </Door>
    )}
  </>
);
