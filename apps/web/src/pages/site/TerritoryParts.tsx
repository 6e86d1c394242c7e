import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { JoinGroup } from "../../features/regionalGroup/JoinGroup.tsx";
import { WatchNow } from "../../features/watch/WatchNow.tsx";
import { watchPath } from "../../features/watch/watch.paths.ts";
import { KeepGroup } from "../../features/regionalGroup/KeepGroup.tsx";
import { Referent } from "../../features/regionalGroup/Referent.tsx";
import type { TerritoryPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";
import { beginningOf } from "./TerritoryRows.tsx";

type Territory = NonNullable<TerritoryPage["territory"]>;

interface SetAsideProps {
  slug: string;
  setAside: TerritoryPage["setAside"];
}

/** Words from a territory that go no further, each with its reason. */
export const SetAside = ({ slug, setAside: { nodes, totalCount } }: SetAsideProps) =>
  nodes.length > 0 && (
    <Row
      heading={m.territory_set_aside()}
      margin={m.territory_set_aside_count({ count: totalCount })}
      note={
        <Link to={paths.contributions({ territory: slug, retained: "no" })}>
          {m.territory_set_aside_all({ count: totalCount })}
        </Link>
      }
    >
      <ul className={styles.rows}>
        {nodes.map(({ id, body, trail: { notRetained } }) => (
          <li key={id}>
            <Link to={paths.contribution(id)} lang={contentLang()}>
              {m.territory_quote({ text: beginningOf(body ?? "") })}
            </Link>
            <p>
              <b>{notRetained && notRetainedNames[notRetained.reason]()}</b>
              {notRetained?.note && (
                <span className="quiet verbatim" lang={contentLang()}>
                  {" "}
                  {notRetained.note}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Row>
  );

interface Counts extends Pick<Territory, "kind" | "responseCount" | "unpublishedCount"> {
  contributions: { totalCount: number };
}

/** No word of a region came, or none is known of. */
export const isSilent = ({ kind, responseCount, unpublishedCount, contributions }: Counts) =>
  kind !== "DEPARTMENT" && responseCount + unpublishedCount + contributions.totalCount === 0;

/** Why nothing is read from a territory. Who answers without a name is counted with the region alone. */
function saidNothing({ kind, responseCount }: Pick<Territory, "kind" | "responseCount">) {
  if (responseCount) return m.territory_said_none_published();
  return kind === "DEPARTMENT" ? m.territory_said_none_named() : m.territory_said_none();
}

interface NothingProps {
  territory: Pick<Territory, "kind" | "responseCount" | "slug">;
  /** True while a questionnaire is answered. */
  open: boolean;
}

/** In place of what is said in a territory: why there is nothing, and what one may do there today. */
export const NothingSaid = ({ territory, open }: NothingProps) => (
  <Empty title={saidNothing(territory)}>
    <p>{open ? m.territory_said_none_text() : m.territory_said_none_closed()}</p>
    <Elsewhere slug={territory.slug} />
  </Empty>
);

/** Links out of a territory that has no words. */
export const Elsewhere = ({ slug }: { slug: string }) => (
  <p className="cluster">
    <More to={paths.organisations({ territory: slug })}>{m.organisation_title()}</More>
    <More to={paths.territories()}>{m.territory_all()}</More>
  </p>
);

interface Props {
  territory: Territory;
  signedIn: boolean;
}

/** Its own group, else the first of those around it. */
export const groupOf = ({ id, regionalGroups }: Pick<Territory, "id" | "regionalGroups">) =>
  regionalGroups.find((group) => group.territory.id === id) ?? regionalGroups[0];

/** Group of a territory: those who hold it, the way to join, its next meeting. */
export function Meet({ territory, signedIn }: Props) {
  const { slug, name, kind, region, meetings, viewerCan } = territory;
  const group = groupOf(territory);
  const own = group?.territory.id === territory.id ? group : undefined;
  const announces =
    viewerCan.announceMeetings && paths.meetingNew({ territory: kind === "REGION_2012" ? region?.slug : slug });
  const next = meetings.find(({ state }) => state === "ANNOUNCED");
  return (
    <Row
      heading={m.territory_meet()}
      margin={m.territory_the_group()}
      note={
        !group
          ? m.territory_group_none()
          : territory.hasReferent
            ? m.territory_group_ACTIVE()
            : m.territory_group_SEEKING_REFERENT()
      }
      id="group"
    >
      <div className="cards">
        <Card>
          <h3>{m.territory_holds()}</h3>
          <Referent territory={territory} signedIn={signedIn} announces={viewerCan.announceMeetings} />
        </Card>
        <Card>
          <h3>{group ? group.name : m.territory_how_to_join()}</h3>
          <JoinGroup
            group={group}
            region={region?.slug ?? slug}
            signedIn={signedIn}
            second={!territory.hasReferent || !!(announces && !next)}
            watchPath={group?.watchable ? watchPath(group.watchable) : undefined}
            watchNow={group?.watchable && <WatchNow {...group.watchable} again="TerritoryPage" />}
          />
        </Card>
        <Card>
          <h3>{m.territory_next_time()}</h3>
          {next ? (
            <p>
              <Link to={paths.meeting(next.slug)} lang={contentLang()}>
                {next.title}
              </Link>
              <br />
              {formatDate(next.startsAt, "time")}
            </p>
          ) : (
            <>
              <p>
                <b>{m.territory_no_meeting()}</b>
              </p>
              <p className="quiet">{m.territory_meetings_none_text()}</p>
              <p className="cluster">
                {announces && (
                  <ButtonLink primary to={announces}>
                    {m.regionalGroup_next_meeting()}
                  </ButtonLink>
                )}
                <More to={paths.documents()}>{m.territory_meetings_kit()}</More>
              </p>
            </>
          )}
        </Card>
      </div>
      {viewerCan.openGroup && <KeepGroup territory={{ slug, name, kind }} group={own} />}
    </Row>
  );
}
