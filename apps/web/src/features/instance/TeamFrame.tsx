import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Link, Outlet } from "react-router-dom";
import type { InstanceLack, InstanceLacking, InstanceLackingVariables } from "../../graphql/operations.generated.ts";
import { mayBeSignedIn } from "../../graphql/instance.tsx";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./TeamFrame.module.css";

const query: TypedDocumentNode<InstanceLacking, InstanceLackingVariables> = gql`
  query InstanceLacking {
    instance {
      id
      demonstration
      lacking
    }
    viewerCan {
      runInstance
    }
    viewer {
      id
      secondFactor {
        enrolBy
        awaited
      }
    }
  }
`;

const lackNames: Record<InstanceLack, () => string> = {
  CONTROLLER: m.instance_lack_CONTROLLER,
  ADDRESS: m.instance_lack_ADDRESS,
  CONTACT: m.instance_lack_CONTACT,
  DIRECTOR: m.instance_lack_DIRECTOR,
  HOST: m.instance_lack_HOST,
};

/**
 * Frame of the pages of the team: a real site that lacks what the law asks for is told so, and works; whoever is asked
 * for a second factor reads until when, on every page, then that their roles wait.
 */
export function TeamFrame() {
  return (
    <>
      {!import.meta.env.SSR && mayBeSignedIn() && <Banners />}
      <Outlet />
    </>
  );
}

function Banners() {
  const { data } = useQuery(query, { fetchPolicy: "cache-first" });
  const { enrolBy, awaited } = data?.viewer?.secondFactor ?? {};
  return (
    <div className={styles.banners}>
      {(enrolBy || awaited) && (
        <div className={`${styles.lacking} no-print`}>
          <Notice tone="warn">
            <p>{enrolBy ? m.secondFactor_asked({ date: formatDate(enrolBy) }) : m.secondFactor_awaited()}</p>
            <Link to={`${paths.profile()}#code`}>{m.secondFactor_enrol()}</Link>
          </Notice>
        </div>
      )}
      {data && <Lacks data={data} />}
    </div>
  );
}

function Lacks({ data }: { data: InstanceLacking }) {
  const { lacking } = data.instance;
  if (data.instance.demonstration || lacking.length === 0) return null;
  const what = new Intl.ListFormat(getLocale()).format(lacking.map((lack) => lackNames[lack]()));
  return (
    <div className={`${styles.lacking} no-print`}>
      <Notice tone="warn">
        <p>{m.instance_lacking({ what })}</p>
        {data.viewerCan.runInstance ? (
          <Link to={`${paths.instance()}#who`}>{m.instance_lacking_go()}</Link>
        ) : (
          <Link to={paths.legal()}>{m.instance_lacking_read()}</Link>
        )}
      </Notice>
    </div>
  );
}
