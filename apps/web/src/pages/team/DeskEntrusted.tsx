import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Folds } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { DeskActions } from "./DeskActions.tsx";
import { Door, Doors } from "./DeskDoor.tsx";
import { DeskFiles } from "./DeskFiles.tsx";
import { DeskGroups } from "./DeskGroups.tsx";
import { DeskMeetings, DeskTerritories } from "./DeskMeetings.tsx";
import { DeskPaper, DeskResults, PaperDoors } from "./DeskQuestionnaires.tsx";
import { DeskReading } from "./DeskReading.tsx";

/** Loaded after the page: mostly there is nothing to say. */
const Unsent = lazy(async () => ({ default: (await import("../../features/paper/Unsent.tsx")).Unsent }));

/** The part of the desk about one's roles: a door for each, then work on questionnaires and meetings, on one line. */
export function DeskEntrusted({ desk: { viewer, viewerCan: can, group, groups } }: { desk: DeskPage }) {
  const questionnaires = (group?.objectives ?? []).flatMap(({ questionnaire }) =>
    questionnaire && questionnaire.state !== "SCHEDULED" ? [questionnaire] : [],
  );
  const paper = questionnaires.filter(({ viewerCan }) => viewerCan.enterPaper);
  const own = viewer!.ownRoles.flatMap(({ role, endedOn, territory }) =>
    role === "REFERENT" && !endedOn && territory ? [territory] : [],
  );
  const territories = [...new Map(own.map((territory) => [territory.id, territory])).values()];
  const produces = group?.viewerCan.produce ?? false;
  const runs = groups.some(({ viewerCan }) => viewerCan.run);
  const isEntrusted = produces || runs || Object.values(can).includes(true);
  const unsent = (
    <Suspense>
      <Unsent
        personId={viewer!.id}
        desks={paper.map(({ slug }) => slug)}
        heading={isEntrusted ? undefined : m.desk_entrusted()}
      />
    </Suspense>
  );
  if (!isEntrusted) return unsent;
  return (
    <Row heading={m.desk_entrusted()} id="entrusted">
      {unsent}
      <Doors>
        <DeskGroups groups={groups} launches={can.launchGroups} />
        <DeskReading can={can} group={group?.slug} />
        {can.keepInterlocutors && (
          <Door heading={m.desk_register()} lead={m.desk_register_lead()}>
            <More to={paths.interlocutors()}>{m.interlocutor_title()}</More>
            <More to={paths.handovers()}>{m.handover_title()}</More>
          </Door>
        )}
        <DeskTerritories territories={territories} />
        {can.announceMeetings && (
          <DeskMeetings group={group?.slug} schedule={group?.viewerCan.keepSchedule ? group.slug : null} />
        )}
        <PaperDoors questionnaires={paper} />
        {produces && (
          <Door heading={m.production_title()} lead={m.production_desk_lead()}>
            <More to="/productions">{m.production_desk_go()}</More>
          </Door>
        )}
        {can.giveRoles && (
          <Door heading={m.role_desk()} lead={m.role_desk_lead()}>
            <More to={paths.people()}>{m.role_desk_go()}</More>
          </Door>
        )}
        {can.runInstance && (
          <Door id="instance" heading={m.instance_desk()} lead={m.instance_desk_lead()}>
            <More to={paths.instance()}>{m.instance_desk_go()}</More>
          </Door>
        )}
      </Doors>
      <Folds>
        <DeskActions groups={groups} read={can.read ? group?.id : undefined} />
        <DeskPaper questionnaires={paper} />
        <DeskResults questionnaires={questionnaires.filter(({ viewerCan }) => viewerCan.readResults)} />
        <DeskFiles questionnaires={questionnaires.filter(({ viewerCan }) => viewerCan.export)} />
      </Folds>
    </Row>
  );
}
