import { type ApolloClient, gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { inNameOfHeader } from "@cahier/schema/inNameOf";
import { m } from "@cahier/schema/messages";
import { useEffect } from "react";
import { Link, type LoaderFunctionArgs, useLocation, useSearchParams } from "react-router-dom";
import { headers } from "../../graphql/headers.ts";
import { mayBeSignedIn } from "../../graphql/instance.tsx";
import type { TeamBar as Data, TeamBarPerson, TeamBarVariables } from "../../graphql/operations.generated.ts";
import { apolloClient } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { Count } from "./Count.tsx";
import { groupOf, placeAt, placesOf } from "./places.ts";
import { shortName } from "./shortName.ts";
import styles from "./TeamBar.module.css";
import { TeamTabs } from "./TeamTabs.tsx";
import { askToGo, GoButton, Palette } from "./Palette.tsx";
import { useActed } from "./useActed.ts";

const query: TypedDocumentNode<Data, TeamBarVariables> = gql`
  query TeamBar($group: String) {
    viewerCan {
      compose
      read
      keepInterlocutors
      announceMeetings
      giveRoles
      moderate
      importTexts
      launchGroups
      runInstance
    }
    matters(first: 50) {
      count
      nodes {
        id
        kind
        count
      }
    }
    group(slug: $group) {
      id
      slug
      name
      curation {
        group {
          id
        }
      }
      openQuestionnaire {
        id
        slug
        viewerCan {
          enterPaper
        }
      }
    }
    groups {
      id
      slug
      name
    }
    appeals {
      id
    }
  }
`;

/** Asked beside the cache: « nobody » in it would take the person from every page that is open. */
const personQuery: TypedDocumentNode<TeamBarPerson> = gql`
  query TeamBarPerson {
    viewer {
      id
    }
  }
`;

/** Asks for the bar beside its first page, so that both are drawn at once: nothing moves under a finger. */
export async function barLoader({ request, context }: LoaderFunctionArgs) {
  if (import.meta.env.SSR || !mayBeSignedIn()) return null;
  const { pathname, searchParams } = new URL(request.url);
  const variables = { group: groupOf(pathname, searchParams) };
  const client = context.get(apolloClient);
  // Without it the page shows all the same.
  await Promise.all([client.query({ query, variables }), toOnePerson(client)]).catch(() => undefined);
  return null;
}

/** Requests of this tab are from here on in one person's name, even if somebody else signs in on the device. */
async function toOnePerson(client: ApolloClient) {
  if (headers[inNameOfHeader]) return;
  const { data } = await client.query({ query: personQuery, fetchPolicy: "no-cache" });
  if (data?.viewer) headers[inNameOfHeader] = data.viewer.id;
}

interface Props {
  /** While one writes: nothing at the bottom of the screen. */
  writing: boolean;
}

/** True once the bar was shown: its loader asked for the counts of the first place. */
let isShown = false;

/** The second bar, on the pages of the team: the group, then the places where the viewer works, in the order of the chain. */
export const TeamBar = (props: Props) => !import.meta.env.SSR && mayBeSignedIn() && <Bar {...props} />;

/** On a page that fills the screen nothing of the bar but its key, which opens the palette over it. */
export const TeamKey = () => !import.meta.env.SSR && mayBeSignedIn() && <OverAll />;

function OverAll() {
  const { data } = useQuery(query, { variables: { group: null } });
  return <Palette places={data ? placesOf(data, null) : []} data={data} />;
}

function Bar({ writing }: Props) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const chosen = groupOf(pathname, search);
  const { data: now, previousData, refetch } = useQuery(query, { variables: { group: chosen } });
  // The bar of another group stays until that of this one is there.
  const data = now ?? previousData;
  const places = data ? placesOf(data, chosen) : [];
  const current = placeAt(places, pathname);
  const here = current?.name;
  // Counts are those of when one came: they are asked again in another place, and after an act.
  useEffect(() => {
    if (here && isShown) refetch().catch(() => undefined);
    isShown = true;
  }, [here, refetch]);
  useActed(() => void refetch().catch(() => undefined));
  if (!data || places.length === 0) return null;
  const { group, groups } = data;
  const short = group ? shortName(group.name) : "";
  return (
    <>
      <nav className={`${styles.team} no-print`} aria-label={m.team_nav()}>
        <div>
          {group && (
            <div className={styles.group}>
              {groups.length > 1 ? (
                <MenuButton icon="down" label={short} plain>
                  <ul>
                    {groups.map(({ id, slug, name }) => (
                      <li key={id}>
                        <Link
                          to={inGroup(pathname, slug)}
                          aria-current={id === group.id ? "true" : undefined}
                          lang={contentLang()}
                        >
                          {name}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </MenuButton>
              ) : (
                <Link to={paths.group(group.slug)} title={group.name} lang={contentLang()}>
                  {short}
                </Link>
              )}
            </div>
          )}
          {here && <span className={styles.here}>{here}</span>}
          <ul>
            {places.map((place) => (
              <li key={place.name}>
                <Link to={place.to} aria-current={place === current ? currentAt(place.to, pathname) : undefined}>
                  {place.name} <Count of={place} />
                </Link>
              </li>
            ))}
          </ul>
          <GoButton />
        </div>
      </nav>
      <Palette places={places} data={data} />
      {!writing && <TeamTabs places={places} current={current} group={short} onGo={askToGo} />}
    </>
  );
}

/** `page` on the page itself, `true` on another page of the same place. */
const currentAt = (to: string, pathname: string) => (to.replace(/[?#].*/, "") === pathname ? "page" : "true");

/** The same page, of another group. */
const inGroup = (pathname: string, slug: string) =>
  pathname.startsWith("/groups/") ? pathname.replace(/^\/groups\/[^/]+/, `/groups/${slug}`) : `?group=${slug}`;
