import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Link, Outlet } from "react-router-dom";
import type { InstanceLack, InstanceLacking, InstanceLackingVariables } from "../../graphql/operations.generated.ts";
import { mayBeSignedIn } from "../../graphql/instance.tsx";
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
  }
`;

export const lackNames: Record<InstanceLack, () => string> = {
  CONTROLLER: m.instance_lack_CONTROLLER,
  ADDRESS: m.instance_lack_ADDRESS,
  CONTACT: m.instance_lack_CONTACT,
  DIRECTOR: m.instance_lack_DIRECTOR,
  HOST: m.instance_lack_HOST,
};

/** Frame of the pages of the team: a real site that lacks what the law asks for is told so, and works. */
export function TeamFrame() {
  return (
    <>
      {!import.meta.env.SSR && mayBeSignedIn() && <Lacking />}
      <Outlet />
    </>
  );
}

function Lacking() {
  const { data } = useQuery(query, { fetchPolicy: "cache-first" });
  const lacking = data?.instance.lacking ?? [];
  if (!data || data.instance.demonstration || lacking.length === 0) return null;
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
