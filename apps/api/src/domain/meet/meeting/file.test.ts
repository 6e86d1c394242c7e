import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { added, smallInstance } from "../../../../test/rows/builders.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { type Meeting, Meetings } from "./meeting.entity.ts";

const site = testSite();
let meeting: Meeting;
let draft: Meeting;
let cookie: string;
let other: string;

const pdf = (words = randomUUID()) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);
const hostile: [string, Buffer][] = [
  ["page.html", Buffer.from("<script>alert(1)</script>")],
  ["dessin.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
  ["faux.pdf", Buffer.from("MZ and no page")],
  ["tronque.pdf", Buffer.from("%PDF-1.7\nand no end")],
  ["archive.docx", Buffer.from("504b030400000000", "hex")],
];

beforeAll(async () => {
  const small = await smallInstance(site.database);
  const row = { groupId: small.group.id, kind: "NATIONAL" as const, place: "Paris" };
  const startsAt = new Date(Date.now() + 86_400_000);
  meeting = await added(site.database, Meetings, { ...row, startsAt, slug: "demain", title: "Demain" });
  draft = await added(site.database, Meetings, {
    ...row,
    startsAt,
    slug: "brouillon",
    title: "Brouillon",
    draft: true,
  });
  cookie = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"], small.group.id));
  other = await cookieOf(site.database, await personWith(site.database, ["MODERATOR"], small.group.id));
});

const post = (name: string, payload: Buffer, { as = cookie, to = meeting.slug, replaces = "" } = {}) =>
  site.app.inject({
    method: "POST",
    url: `/meetings/${to}/files?${String(new URLSearchParams({ name, replaces }))}`,
    payload,
    headers: { "content-type": "application/octet-stream", ...(as && { cookie: as }) },
  });
const get = (path: string, as = "") => site.app.inject({ url: path, headers: as ? { cookie: as } : {} });
const listed = async (slug = meeting.slug, as = "") => {
  const headers = as ? { cookie: as } : undefined;
  const answer = await site.ask(`{ meeting(slug: "${slug}") { files { id title kind size } } }`, headers);
  return answer.json().data.meeting?.files ?? null;
};
const rows = async () => (await site.database.query("select from meeting_file_content")).length as number;

test("a document is attached by those who keep the meeting, replaced at the same address, and taken away", async () => {
  expect((await post("plan.pdf", pdf(), { as: "" })).statusCode).toBe(401);
  expect((await post("plan.pdf", pdf(), { as: other })).statusCode).toBe(403);
  const bytes = pdf();
  const sent = (await post("C:\\dossier\\Plan\u202Efdp.de la salle.pdf", bytes)).json();
  expect(sent).toMatchObject({ problems: [], file: { title: "Planfdp.de la salle", kind: "PDF", size: bytes.length } });
  expect((await post("Planfdp.de la salle", bytes)).json().file.id).toBe(sent.file.id);
  expect(await listed()).toEqual([sent.file]);
  const path = `/meetings/demain/files/${sent.file.id}`;
  const taken = await get(path);
  expect(taken.rawPayload).toEqual(bytes);
  expect(taken.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": 'attachment; filename="planfdp-de-la-salle.pdf"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  const newer = pdf();
  const replaced = (await post("Plan", newer, { replaces: sent.file.id })).json();
  expect(replaced.file).toMatchObject({ id: sent.file.id, title: "Plan" });
  expect((await get(path)).rawPayload).toEqual(newer);
  expect(await rows()).toBe(1);
  expect((await post("Plan", pdf(), { replaces: randomUUID() })).json().problems).toMatchObject([{ code: "GONE" }]);

  const query = "mutation ($input: RemoveMeetingFileInput!) { removeMeetingFile(input: $input) { problems { code } } }";
  const remove = (as: string) =>
    site.post("/graphql", { query, variables: { input: { id: sent.file.id } } }, { cookie: as });
  expect((await remove(other)).json().errors[0].extensions.code).toBe("FORBIDDEN");
  expect((await remove(cookie)).json().data.removeMeetingFile.problems).toEqual([]);
  expect((await get(path)).statusCode).toBe(404);
  expect(await listed()).toEqual([]);
});

test("what is hostile, nameless, empty or too heavy is refused, and nothing of it is left", async () => {
  const before = await rows();
  for (const [name, bytes] of hostile)
    expect((await post(name, bytes)).json().problems).toEqual([{ code: "WRONG_FILE", field: "file", value: null }]);
  expect((await post("\u202E .pdf", pdf())).json().problems).toMatchObject([{ code: "REQUIRED", field: "name" }]);
  expect((await post("x".repeat(121), pdf())).json().problems).toMatchObject([{ code: "TOO_LONG", field: "name" }]);
  expect((await post("vide.pdf", Buffer.alloc(0))).statusCode).toBe(422);
  const heavy = Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]);
  expect((await post("lourd.pdf", heavy)).json().problems).toMatchObject([{ code: "TOO_LARGE" }]);
  expect(await rows()).toBe(before);
});

test("the files of a draft are read by its team alone, of no other meeting, and are twenty at most", async () => {
  await site.database.query("delete from meeting_file where meeting_id = $1", [draft.id]);
  const { id } = (await post("secret.pdf", pdf(), { to: draft.slug })).json().file;
  expect((await get(`/meetings/brouillon/files/${id}`)).statusCode).toBe(404);
  expect((await get(`/meetings/brouillon/files/${id}`, cookie)).statusCode).toBe(200);
  expect((await get(`/meetings/demain/files/${id}`, cookie)).statusCode).toBe(404);
  expect([await listed("brouillon"), await listed("brouillon", cookie)]).toMatchObject([null, [{ id }]]);
  for (let n = 2; n <= 20; n++) await post(`${n}.pdf`, pdf(), { to: draft.slug });
  expect((await post("21.pdf", pdf(), { to: draft.slug })).json().problems).toEqual([
    { code: "TOO_MANY_CHOICES", field: "file", value: "20" },
  ]);
});
