import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { OutgoingMails } from "../../../platform/mail/outbox.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { Persons } from "../person/person.entity.ts";
import { holderNow } from "./role.queries.ts";
import { Invitations, RoleGrants } from "./role.entity.ts";
import { trying } from "../../../../test/acts/acting.ts";

const api = seededApi();
const group = "circuits-courts";

const idOf = async (text: string) => (await api.database.query<{ id: string }[]>(text))[0]!.id;
const groupId = () => idOf(`select id from working_group where slug = '${group}'`);

/** A viewer with these roles, everywhere or in one group. */
const somebody = async (roles: Role[], scope: string | null = null) =>
  holderNow(api.database.manager, await personWith(api.database, roles, scope));

const attempt = trying(api);
const act = async (name: string, input: object, viewer: Viewer, wanted = "grant { id role endedOn endedReason }") => {
  const { payload, code } = await attempt(name, input, wanted, viewer);
  return { ...payload, code };
};
const invite = (input: object, viewer: Viewer) =>
  act("invite", { key: crypto.randomUUID(), ...input }, viewer, "token mailed invitation { id state }");
const letterOf = async (token: string) =>
  (await api.ask("query ($t: String!) { invitation(token: $t) { state role madeBy } }", { t: token })).data.invitation;

test("an administrator gives any role, a facilitator those of their group, others none", async () => {
  const administrator = await holderOf(api.database, "ADMINISTRATOR");
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const personId = await personWith(api.database, ["MEMBER"], await groupId());
  const give = (input: object, viewer: Viewer) => act("giveRole", { personId, ...input }, viewer);

  const { grant } = await give({ role: "RAPPORTEUR", group }, facilitator);
  expect(grant).toMatchObject({ role: "RAPPORTEUR" });
  // Given again, it is that one; somebody else is told that it is held.
  expect((await give({ role: "RAPPORTEUR", group }, facilitator)).grant).toEqual(grant);
  expect((await give({ role: "RAPPORTEUR", group }, administrator)).problems).toEqual([
    { code: "ALREADY_HELD", field: "role" },
  ]);
  expect((await give({ role: "ADMINISTRATOR" }, facilitator)).code).toBe("FORBIDDEN");
  expect((await give({ role: "MODERATOR" }, facilitator)).problems).toEqual([{ code: "REQUIRED", field: "group" }]);
  expect((await give({ role: "MODERATOR" }, administrator)).problems).toEqual([]);
  expect((await give({ role: "RAPPORTEUR", group }, await somebody(["RAPPORTEUR"]))).code).toBe("FORBIDDEN");
});

test("a role is refused at the field that does not fit it", async () => {
  const administrator = await holderOf(api.database, "ADMINISTRATOR");
  for (const [input, problem] of [
    [
      { role: "ADMINISTRATOR", group },
      { code: "NO_SCOPE", field: "group" },
    ],
    [
      { role: "RAPPORTEUR", group, territory: "bretagne" },
      { code: "NO_SCOPE", field: "territory" },
    ],
    [
      { role: "REFERENT", group },
      { code: "TERRITORY_REQUIRED", field: "territory" },
    ],
    [
      { role: "REFERENT", group, territory: "atlantide" },
      { code: "UNKNOWN_TERRITORY", field: "territory" },
    ],
    [
      { role: "RAPPORTEUR", group: "ailleurs" },
      { code: "UNKNOWN_CHOICE", field: "group" },
    ],
    [
      { role: "RAPPORTEUR", group, endsOn: "2001-01-01" },
      { code: "DATES_CROSSED", field: "endsOn" },
    ],
    [
      { role: "RAPPORTEUR", group, email: "somebody" },
      { code: "NOT_AN_EMAIL", field: "email" },
    ],
  ] as const)
    expect((await invite(input, administrator)).problems).toEqual([problem]);
});

test("a role that ends, by hand or by its last day, allows nothing more, and its holder is told why", async () => {
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const holder = await somebody(["RAPPORTEUR"], await groupId());
  await api.database.manager.update(Persons, holder.id!, { emailVerified: true });
  const id = await idOf(`select id from role_grant where person_id = '${holder.id}'`);

  expect((await act("endRole", { id, reason: " " }, facilitator)).problems).toEqual([
    { code: "REQUIRED", field: "reason" },
  ]);
  const ended = await act("endRole", { id, reason: "Elle passe la main." }, facilitator);
  expect(ended.grant).toMatchObject({ endedOn: dayOf(new Date()), endedReason: "Elle passe la main." });
  expect((await act("endRole", { id, reason: "Encore." }, facilitator)).grant.endedReason).toBe("Elle passe la main.");
  expect((await holderNow(api.database.manager, holder.id!)).roles).toEqual([]);
  const mail = await api.database.manager.findOneBy(OutgoingMails, { key: `role ended ${id}` });
  expect(mail?.text).toContain("Elle passe la main.");

  const passing = await somebody(["RAPPORTEUR"]);
  const until = (day: string) => api.database.manager.update(RoleGrants, { personId: passing.id! }, { endsOn: day });
  await until(dayOf(new Date()));
  expect((await holderNow(api.database.manager, passing.id!)).has("RAPPORTEUR")).toBe(true);
  await until(dayOf(new Date(), -1));
  expect((await holderNow(api.database.manager, passing.id!)).has("RAPPORTEUR")).toBe(false);
});

test("the last administrator stays, even when two end each other at once", async () => {
  const first = await holderOf(api.database, "ADMINISTRATOR");
  const second = await somebody(["ADMINISTRATOR"]);
  const grantOf = ({ id }: Viewer) =>
    idOf(`select id from role_grant where role = 'ADMINISTRATOR' and person_id = '${id}'`);
  const [one, two] = await Promise.all([grantOf(first), grantOf(second)]);
  // Everybody else who administers in this file goes, so that two are left.
  await api.database.query(
    "update role_grant set ended_at = now() where role = 'ADMINISTRATOR' and id <> all($1::uuid[])",
    [[one, two]],
  );
  const done = await Promise.all([
    act("endRole", { id: two, reason: "x" }, first),
    act("endRole", { id: one, reason: "x" }, second),
  ]);
  expect(done.flatMap(({ problems }) => problems)).toEqual([{ code: "LAST_ADMINISTRATOR", field: null }]);
});

test("a link gives its role once, to whoever opens it, and a newer one replaces it", async () => {
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const { token, invitation } = await invite({ role: "RAPPORTEUR", group }, facilitator);
  expect(Buffer.from(token, "base64url").length * 8).toBeGreaterThanOrEqual(128);
  expect(JSON.stringify(await api.database.manager.find(Invitations))).not.toContain(token);
  expect(await letterOf(token)).toEqual({ state: "WAITING", role: "RAPPORTEUR", madeBy: "Une personne fictive" });

  const renewed = await act("renewInvitation", { id: invitation.id }, facilitator, "token");
  expect(await letterOf(token)).toBeNull();
  const takers = await Promise.all([somebody([]), somebody([])]);
  const accept = (viewer: Viewer) => act("acceptInvitation", { token: renewed.token }, viewer);
  const taken = await Promise.all(takers.map(accept));
  expect(taken.flatMap(({ problems }) => problems)).toEqual([{ code: "GONE", field: "token" }]);
  // Its holder accepts it again, since the answer may have been lost, and has it once.
  expect(await Promise.all(takers.map(accept))).toEqual(taken);
  // Not once it has ended: the link gives nothing twice.
  await api.database.query("update role_grant set ended_at = now() where person_id = any($1::uuid[])", [
    takers.map(({ id }) => id),
  ]);
  expect((await Promise.all(takers.map(accept))).map(({ problems }) => problems[0].code)).toEqual(["GONE", "GONE"]);
  expect(await letterOf(renewed.token)).toEqual({ state: "ACCEPTED", role: null, madeBy: null });
});

test("a link that expired, was withdrawn, or whose author may not give the role any more, gives nothing", async () => {
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const made = [];
  for (let n = 0; n < 3; n++) made.push(await invite({ role: "MEMBER", group }, facilitator));
  const [old, withdrawn, orphan] = made;
  await api.database.query("update invitation set expires_at = now() where id = $1", [old.invitation.id]);
  await act("withdrawInvitation", { id: withdrawn.invitation.id }, facilitator, "invitation { state }");
  expect((await letterOf(old.token)).state).toBe("EXPIRED");
  expect((await letterOf(withdrawn.token)).state).toBe("WITHDRAWN");
  expect((await letterOf(orphan.token)).state).toBe("WAITING");
  await api.database.query("update role_grant set ended_at = now() where person_id = $1", [facilitator.id]);
  expect((await letterOf(orphan.token)).state).toBe("WITHDRAWN");
  const taker = await somebody([]);
  for (const { token } of made)
    expect((await act("acceptInvitation", { token }, taker)).problems).toEqual([{ code: "GONE", field: "token" }]);
});

test("a mail that waits with a link that opens nothing any more is taken back, with the address", async () => {
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const email = "attend@exemple.fr";
  const waiting = async () =>
    (await api.database.query("select from outgoing_mail where recipient = $1", [email])).length;
  const { invitation } = await invite({ role: "MEMBER", group, email }, facilitator);
  await act("renewInvitation", { id: invitation.id, key: "anew" }, facilitator, "token");
  expect(await waiting()).toBe(1);
  await act("withdrawInvitation", { id: invitation.id }, facilitator, "invitation { state }");
  expect(await waiting()).toBe(0);
  // Taken up by the link, which was handed over otherwise.
  const { token } = await invite({ role: "MEMBER", group, email }, facilitator);
  expect(await waiting()).toBe(1);
  await act("acceptInvitation", { token }, await somebody([]));
  expect(await waiting()).toBe(0);
});

test("a second try of one invitation makes one, and tells the same link; so does one that makes it anew", async () => {
  const facilitator = await somebody(["FACILITATOR"], await groupId());
  const key = crypto.randomUUID();
  const [first, second] = [
    await invite({ key, role: "MEMBER", group, email: "Invitee@Example.org" }, facilitator),
    await invite({ key, role: "MEMBER", group, email: "Invitee@Example.org" }, facilitator),
  ];
  expect(second.invitation.id).toBe(first.invitation.id);
  expect(second.token).toBe(first.token);
  // Another role or address under its key is told: the link that was made is not for it.
  for (const other of [{ role: "RAPPORTEUR" }, { email: "other@example.org" }]) {
    const asked = { key, role: "MEMBER", group, email: "Invitee@Example.org", ...other };
    expect((await invite(asked, facilitator)).problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
  }
  const { id } = first.invitation;
  const renew = async (more = {}) => (await act("renewInvitation", { id, ...more }, facilitator, "token")).token;
  const again = { key: crypto.randomUUID() };
  const anew = [await renew(again), await renew(again)];
  expect(anew[1]).toBe(anew[0]);
  expect(await letterOf(first.token)).toBeNull();
  expect((await letterOf(anew[0])).state).toBe("WAITING");
  const events = "select event from journal_entry where subject_id = $1 order by recorded_at, event";
  expect(await api.database.query(events, [id])).toEqual([
    { event: "invitation.made" },
    { event: "invitation.renewed" },
  ]);
  // Another press is another link.
  expect(await renew()).not.toBe(await renew());
});

test("the desk shows a facilitator their group, an administrator all, others nothing", async () => {
  const desk = async (viewer: Viewer) =>
    (
      await api.ask(
        "{ roleDesk { everywhere groups { slug } holders(first: 100) { nodes { role group { slug } } } } }",
        {},
        viewer,
      )
    ).data.roleDesk;
  const roles = (shown: any) => new Set(shown.holders.nodes.map(({ role }: { role: Role }) => role));
  const theirs = await desk(await somebody(["FACILITATOR"], await groupId()));
  expect(theirs).toMatchObject({ everywhere: false, groups: [{ slug: group }] });
  expect(roles(theirs)).not.toContain("ADMINISTRATOR");
  expect(theirs.holders.nodes.every((it: any) => it.group?.slug === group)).toBe(true);
  expect(roles(await desk(await somebody(["ADMINISTRATOR"])))).toContain("ADMINISTRATOR");
  expect(await desk(await somebody(["RAPPORTEUR"]))).toBeNull();
});

test("anybody reads who runs a group and who did, by name alone", async () => {
  const ended = await somebody(["RAPPORTEUR"], await groupId());
  await api.database.query("update role_grant set ended_at = now(), ended_reason = 'secret' where person_id = $1", [
    ended.id,
  ]);
  await somebody(["MEMBER"], await groupId());
  const { data } = await api.ask(
    "query ($s: String!) { group(slug: $s) { team { role displayName until } formerTeam { role displayName until } } }",
    { s: group },
  );
  expect(data.group.team.map(({ role }: { role: Role }) => role)).not.toContain("MEMBER");
  expect(data.group.team[0].role).toBe("FACILITATOR");
  expect(data.group.formerTeam).toContainEqual({
    role: "RAPPORTEUR",
    displayName: "Une personne fictive",
    until: dayOf(new Date()),
  });
  expect(JSON.stringify(data)).not.toContain("secret");
});
