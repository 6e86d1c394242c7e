import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  TerritoryHead_coverage,
  TerritoryHead_territory,
  TerritoryKind,
} from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { sharesOf } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { FateStrip } from "../../shared/FateBar.tsx";
import { Fate } from "../../shared/Fate.tsx";
import { PageHead } from "../../ui/Ruled.tsx";
import { onTheMap, regionCounted } from "../../shared/largest.tsx";
import styles from "./Territory.module.css";

const territory: TypedDocumentNode<TerritoryHead_territory> = gql`
  fragment TerritoryHead_territory on Territory {
    id
    slug
    kind
    code
    name
    responseCount
    contributionCount
    unpublishedCount
    fate {
      ...Fate_fate @unmask
    }
    region {
      id
      slug
      code
      name
    }
    region2012 {
      id
      slug
      name
    }
  }
  ${Fate.fragment}
`;

/** Today's regions, to show where a territory lies. */
const coverage: TypedDocumentNode<TerritoryHead_coverage> = gql`
  fragment TerritoryHead_coverage on Coverage {
    regions {
      ...Counted_region @unmask
      share
      populationShare
    }
  }
  ${regionCounted}
`;

const kinds: Readonly<Record<TerritoryKind, () => string>> = {
  DEPARTMENT: m.territory_kind_DEPARTMENT,
  REGION: m.territory_kind_REGION,
  REGION_2012: m.territory_kind_REGION_2012,
};

interface Props {
  territory: FragmentType<TerritoryHead_territory>;
  coverage: TerritoryHead_coverage["regions"];
  /** One sentence: what its words fed. */
  lead: ReactNode;
  /** The first act: to answer from there. */
  children: ReactNode;
}

/** Head of a territory: its place, the number of contributions, and the call to add one's own. */
export function TerritoryHead({ coverage: regions, lead, children, ...props }: Props) {
  const { data } = useSuspenseFragment({
    fragment: territory,
    fragmentName: "TerritoryHead_territory",
    from: props.territory,
  });
  const { kind, name, responseCount, contributionCount, unpublishedCount, region, region2012 } = data;
  const { france, demonstration } = useInstance();
  const slugs = new Map(regions.map((one) => [one.territory.code, one.territory.slug]));
  const own = kind === "REGION" && regions.find((one) => one.territory.code === data.code);
  // Words show at once; responses enter the counts several at a time, and what was brought from elsewhere is none.
  const waits = responseCount === 0 && contributionCount > 0;
  // Responses without a name are counted with their region: that nobody answered from there is not known.
  const isUnnamed = responseCount === 0 && kind === "DEPARTMENT";
  // While nobody was heard anywhere there is no share to set beside the population.
  const heard = regions.some(({ responses, contributions }) => responses + contributions > 0);
  const shares = heard && own && own.populationShare !== null && m.territory_shares(sharesOf(own));
  return (
    <PageHead
      margin={
        waits
          ? m.territory_contribution_count({ count: contributionCount })
          : isUnnamed
            ? m.territory_response_none_named()
            : m.territory_response_count({ count: responseCount })
      }
      note={waits ? m.territory_soon_counted_note() : shares}
      kicker={
        <>
          {france && kinds[kind]()}
          {region && (
            <>
              {france && " · "}
              <Link to={paths.territory(region.slug)}>{region.name}</Link>
            </>
          )}
        </>
      }
      title={name}
      lead={<p>{lead}</p>}
      aside={
        <div className="wide">
          <TerritoryMap
            brief
            values={onTheMap(regions)}
            hrefFor={(code) => paths.territory(slugs.get(code) ?? "")}
            highlight={region?.code ?? data.code}
            say={m.territory_say}
            caption={heard && (france ? m.territory_map_caption() : m.territory_map_caption_own())}
          />
        </div>
      }
    >
      <div className="cluster">{children}</div>
      {contributionCount > 0 && (
        <div className={styles.fate}>
          <p>
            <Fate fate={data.fate} />
          </p>
          <FateStrip fate={data.fate} />
        </div>
      )}
      {contributionCount === 0 && (responseCount > 0 || kind === "DEPARTMENT") && (
        <p className="quiet">{m.territory_contribution_count({ count: 0 })}</p>
      )}
      {unpublishedCount > 0 && <p className="quiet">{m.territory_unpublished_count({ count: unpublishedCount })}</p>}
      {kind === "DEPARTMENT" && region && (
        <p className="quiet">
          {france ? m.territory_without_name() : m.territory_without_name_own()}{" "}
          <Link to={paths.territory(region.slug)}>{region.name}</Link>.
        </p>
      )}
      {/* Groups bear the names of 2012 in the demonstration alone. */}
      {demonstration && region2012 && (
        <p className="quiet">
          {m.territory_in_2012()} <Link to={paths.territory(region2012.slug)}>{region2012.name}</Link>
        </p>
      )}
    </PageHead>
  );
}

TerritoryHead.fragments = { territory, coverage };
