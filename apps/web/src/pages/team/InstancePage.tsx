import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { instanceSheet } from "../../features/instance/fields.tsx";
import styles from "../../features/instance/Instance.module.css";
import { InstanceAside, instanceHealth } from "../../features/instance/InstanceAside.tsx";
import { InstanceForm, Part } from "../../features/instance/InstanceForm.tsx";
import { sayInstanceProblems } from "../../features/instance/instanceProblems.ts";
import { partNames, type PartName } from "../../features/instance/parts.ts";
import type {
  InstanceHealth,
  InstancePage,
  InstancePageVariables,
  InstanceSheet,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Leave } from "../../ui/Leave.tsx";
import { NumberedDisc } from "../../ui/NumberedDisc.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { refuse } from "./allowed.ts";

sayInstanceProblems();

const query: TypedDocumentNode<InstancePage, InstancePageVariables> = gql`
  query InstancePage {
    viewer {
      id
    }
    instance {
      ...InstanceSheet @unmask
    }
    instanceHealth {
      ...InstanceHealth @unmask
    }
  }
  ${instanceSheet}
  ${instanceHealth}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {}, ({ instanceHealth: health, viewer }) => health ?? refuse(viewer ? 403 : 401));

/** The instance, for those who run it: its face, who organises, its legal texts, its mail, its first team. */
export function Component() {
  const { instance, instanceHealth: health } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <Leave />
      <PageHead title={m.instance_title()} tab={m.instance_tab()} lead={<p>{m.instance_lead()}</p>} />
      <Row margin={m.instance_margin()} note={<Parts instance={instance} health={health!} />}>
        <div className={styles.two}>
          <div className="flow">
            <InstanceForm instance={instance} health={health!} />
            <Part name="team">
              <p>{m.instance_team_lead()}</p>
              <div className="cluster">
                <ButtonLink to={paths.people()}>{m.instance_team_go()}</ButtonLink>
                <ButtonLink to={paths.groupNew()} primary>
                  {m.launch_title()} <Icon name="arrow" />
                </ButtonLink>
              </div>
            </Part>
            <h2>{m.instance_before()}</h2>
            <p>{m.instance_lists_lead()}</p>
            <p>
              <ButtonLink to={paths.instanceLists()}>{m.instance_lists_go()}</ButtonLink>
            </p>
            <p>{m.instance_territories_lead()}</p>
            <p>
              <ButtonLink to={paths.instanceTerritories()}>{m.instance_territories_go()}</ButtonLink>
            </p>
          </div>
          <InstanceAside instance={instance} health={health!} />
        </div>
      </Row>
    </Ruled>
  );
}

/** The five parts in the margin, each with what is done of it. */
function Parts({ instance, health }: { instance: InstanceSheet; health: InstanceHealth }) {
  const done: Record<PartName, boolean> = {
    face: instance.name !== "",
    who: instance.lacking.length === 0,
    legal: instance.lacking.length === 0,
    mail: health.mailServer !== null && health.mailsFailing === 0,
    team: health.administrators > 1,
  };
  return (
    <>
      <nav aria-label={m.instance_parts()}>
        <ol className={styles.parts}>
          {(Object.keys(partNames) as PartName[]).map((name, at) => (
            <li key={name}>
              <a href={`#${name}`}>
                <NumberedDisc number={at + 1} done={done[name]} />
                <span>{partNames[name]()}</span>
                {done[name] && <span className="visually-hidden"> {m.ui_step_done()}</span>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {m.instance_margin_note()}
    </>
  );
}
