import { createHmac, timingSafeEqual } from "node:crypto";
import { enrolmentTime, secondsOf, teamSession } from "@cahier/schema/retention";
import type { DataSource, EntityManager } from "typeorm";
import { config } from "../config.ts";
import { dayOf, today } from "../day.ts";
import { secret } from "../secret.ts";
import { prepared } from "../data/statement.ts";
import { countOf } from "../retention.ts";
import { type HeldRole, heldNow, type Viewer, viewerOf, visitor } from "../viewer.ts";

const secure = config.origin.startsWith("https:");

/** The cookie a browser is known by. `__Host-` where there is TLS: no other host can set it. */
export const sessionCookie = { prefix: secure ? "__Host-" : "", name: "cahier", secure };

/** End of each cookie of ours: for the whole site and no other, and never in clear where there is TLS. */
export const cookieEnd = (isSecure = secure) => `; Path=/; SameSite=Lax${isSecure ? "; Secure" : ""}`;

const wanted = `${sessionCookie.prefix}${sessionCookie.name}=`;

/** A session of the team lasts a working day, also where the role came after it; a participant's thirty days. */
const stillOpen = (
  now = "now()",
) => `s.expires_at > ${now} and (s.created_at > ${now} - interval '${secondsOf(teamSession)} seconds'
    or not exists (select from role_grant held
      where held.person_id = s.person_id and held.role <> 'MEMBER' and ${heldNow("held")}))`;

/** SQL: roles of which the instance asks a second factor; those who administer where nobody chose yet. */
const askedRoles = `case (select second_factor from instance limit 1) when 'NOBODY' then '{}'::text[]
  when 'MODERATORS' then '{ADMINISTRATOR,MODERATOR}'::text[] else '{ADMINISTRATOR}'::text[] end`;

const lookup = `
  select p.id, p.display_name as "displayName", p.language, s.id as "sessionId", s.updated_at < now() - interval '1 hour' as stale,
    f.secret_sealed is not null and s.factor_at is null as locked,
    (min(g.granted_at) filter (where not p.fictional and f.secret_sealed is null and g.role = any(${askedRoles}))
      + interval '${secondsOf(enrolmentTime)} seconds') as "enrolBy",
    coalesce(
      json_agg(json_build_object('role', g.role, 'groupId', g.group_id, 'territoryId', g.territory_id))
        filter (where g.id is not null), '[]') as roles
  from session s join person p on p.id = s.person_id left join role_grant g on g.person_id = p.id and ${heldNow("g")}
    left join second_factor f on f.person_id = p.id
  where s.token = $1 and ${stillOpen()}
  group by p.id, s.id, f.secret_sealed`;

interface SessionRow {
  id: string;
  displayName: string;
  language: "fr" | "en";
  sessionId: string;
  roles: HeldRole[];
  /** True if an hour went by since it was last seen used. */
  stale: boolean;
  /** True until the code of a second factor is given. */
  locked: boolean;
  /** End of the time to enrol one; null where none is asked. */
  enrolBy: Date | null;
}

const seen = `with used as (update session set updated_at = now() where token = $1)
  update person set last_seen_on = ${today}, warned_on = null where id = $2`;

const homes = new WeakMap<object, DataSource>();

/** Declares that viewers of one database have their sessions in another one. */
export const knownIn = (database: DataSource, home: DataSource) => void homes.set(database, home);

/** Viewer of a session cookie: one statement for a signature of ours, none without. */
export async function viewerFrom(database: DataSource, cookies: string | undefined): Promise<Viewer> {
  const { manager } = homes.get(database) ?? database;
  const token = sessionToken(cookies);
  if (!token) return visitor;
  const [found] = await prepared<SessionRow>(manager, "viewer", lookup, [token]);
  if (!found) return visitor;
  const { stale, locked, enrolBy, roles, ...person } = found;
  // Until the code is given, the holder of the link has neither the roles nor the account.
  if (locked) return viewerOf({ ...visitor, sessionId: person.sessionId, awaits: "CODE" }, []);
  // Once an hour: a write at each request would end the pages that are kept between two writes.
  if (stale) await manager.query(seen, [token, person.id]);
  if (!enrolBy) return viewerOf(person, roles);
  if (enrolBy <= new Date()) return viewerOf({ ...person, awaits: "ENROLMENT" }, []);
  return viewerOf({ ...person, enrolBy: dayOf(enrolBy) }, roles);
}

/** Whose session awaits the code of a second factor; null for any other one. */
export async function lockedSession(database: DataSource, cookies: string | undefined) {
  const { sessionId, awaits } = await viewerFrom(database, cookies);
  if (awaits !== "CODE") return null;
  const text = `select s.id, s.person_id as "personId" from session s where s.id = $1`;
  const [found] = await database.query<{ id: string; personId: string }[]>(text, [sessionId]);
  return found ?? null;
}

/** Forgets the sessions that are over. */
export const purgeSessions = (db: EntityManager, now: Date) =>
  countOf(db, `delete from session s where not (${stillOpen("$1::timestamptz")})`, [now]);

/** Forgets the links to sign in that nobody used in time. */
export const purgeLinks = (db: EntityManager, now: Date) =>
  countOf(db, "delete from verification where expires_at <= $1", [now]);

/** The token in the cookie; null when there is none, or when we did not sign it. */
function sessionToken(cookies: string | undefined): string | null {
  const cookie = cookies?.split("; ").find((each) => each.startsWith(wanted));
  if (!cookie) return null;
  const value = decoded(cookie.slice(wanted.length));
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const right = createHmac("sha256", secret()).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function decoded(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
