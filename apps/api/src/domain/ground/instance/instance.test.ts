import { beforeAll, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { cookieOf, holderOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { smtpStub } from "../../../../test/site/smtp.ts";
import { seedEmptyFor } from "../../../seed/empty.ts";
import { mailer } from "../../../platform/mail/mail.ts";
import { leaveMail, mailFigures, sendMails, tryOne } from "../../../platform/mail/outbox.ts";
import { personAuth } from "../person/person.auth.ts";
import { causeOf } from "./mailTrial.ts";

const site = testSite();
let admin: { cookie: string };
let other: { cookie: string };
beforeAll(async () => {
  await seedEmptyFor(site.database, "admin@example.org");
  admin = { cookie: await cookieOf(site.database, (await holderOf(site.database, "ADMINISTRATOR")).id!) };
  other = { cookie: await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"])) };
});

const asked = async (query: string, headers = {}) => {
  const { data } = (await site.ask(query, headers)).json<{ data: Record<string, any> }>();
  return data;
};
const instance = async () =>
  (await asked("{ instance { version name accent languages contact lacking legalText legalEditedOn logo } }"))[
    "instance"
  ];
async function edit(fields: string, headers: object = admin) {
  const { version, name, languages } = await instance();
  const kept = [
    ...(fields.startsWith("name") ? [] : [`name: "${name}"`]),
    ...(fields.includes("languages") ? [] : [`languages: ${languages}`]),
  ];
  const input = `{ version: ${version}, fields: { ${[...kept, fields].join(", ")} } }`;
  const answer = await asked(
    `mutation { editInstance(input: ${input}) { problems { code field value } instance { version } } }`,
    headers,
  );
  return answer["editInstance"];
}

test("a new instance names nobody, and says what the law asks that it lacks", async () => {
  expect(await instance()).toMatchObject({
    version: 0,
    name: "",
    languages: "BOTH",
    lacking: ["CONTROLLER", "ADDRESS", "CONTACT", "DIRECTOR", "HOST"],
  });
});

test("all that is wrong is told at once, each at its field, and nothing is kept of it", async () => {
  const { problems } = await edit('name: " ", accent: "#E07B39", contact: "contact", senderAddress: "x@", host: "Ici"');
  expect(problems).toEqual([
    { code: "REQUIRED", field: "name", value: null },
    { code: "NOT_AN_EMAIL", field: "contact", value: null },
    { code: "NOT_AN_EMAIL", field: "senderAddress", value: null },
    { code: "TOO_PALE", field: "accent", value: expect.stringMatching(/^#[0-9A-F]{6}$/) },
  ]);
  expect((await edit('name: "Un nom", accent: "orange"')).problems).toEqual([
    { code: "NOT_A_COLOUR", field: "accent", value: null },
  ]);
  expect((await instance()).version).toBe(0);
  // The tone that was offered is taken.
  expect((await edit(`name: "Un nom", accent: "${problems[3].value}"`)).problems).toEqual([]);
});

test("part by part it comes to lack nothing; a text that was rewritten keeps its day until it is the model again", async () => {
  await edit('name: "Les Semeurs", controller: "Les Semeurs, association", address: "1 rue du Four", host: "Un hôte"');
  expect(await instance()).toMatchObject({ name: "Les Semeurs", lacking: ["CONTACT", "DIRECTOR"] });
  await edit('contact: "contact@example.org", director: "La présidente", legalText: "## Nous"');
  expect(await instance()).toMatchObject({ lacking: [], legalText: "## Nous", legalEditedOn: expect.any(String) });
  await edit("legalText: null");
  expect(await instance()).toMatchObject({ legalText: null, legalEditedOn: null });
});

test("two people who save it: the second is given what is in force, and loses nothing", async () => {
  const { version } = await instance();
  await edit('organiser: "Les Semeurs"');
  const answer = await asked(
    `mutation { editInstance(input: { version: ${version}, fields: { name: "Autre", languages: BOTH } }) {
       problems { code field } current { name organiser } } }`,
    admin,
  );
  expect(answer["editInstance"]).toEqual({
    problems: [{ code: "STALE", field: "version" }],
    current: { name: "Les Semeurs", organiser: "Les Semeurs" },
  });
});

test("the holidays that come with it are named in its one language; those that somebody worded stay", async () => {
  await site.database.query(
    "insert into holiday (name, kind, starts_on, ends_on) values ('Fête du pain', 'OTHER', '2027-05-15', '2027-05-16')",
  );
  const french = async () =>
    (
      await site.database.query<{ name: string }[]>("select distinct name from holiday where name ~ '[éêèû]|Vacances'")
    ).map((it) => it.name);
  const before = await french();
  expect(before).toContain("Vacances d’hiver");
  expect((await edit("languages: ENGLISH")).problems).toEqual([]);
  expect(await french()).toEqual(["Fête du pain"]);
  expect((await edit("languages: BOTH")).problems).toEqual([]);
  expect((await french()).toSorted()).toEqual(before.toSorted());
});

test("where it speaks one language every account does, and mails to come are written in it", async () => {
  const spoken = async () =>
    (await site.database.query<{ language: string }[]>("select distinct language from person")).map(
      (it) => it.language,
    );
  // People who answer read the promise: it is in the language of the site, not in that of whoever launches.
  expect(await asked("{ usualPromise }")).toMatchObject({ usualPromise: expect.stringContaining("Ce que vous dites") });
  expect((await edit("languages: ENGLISH")).problems).toEqual([]);
  expect(await instance()).toMatchObject({ languages: "ENGLISH" });
  expect(await spoken()).toEqual(["en"]);
  expect(await asked("{ usualPromise }")).toMatchObject({ usualPromise: expect.stringContaining("What you say") });
  const handed: string[] = [];
  const auth = personAuth(site.database, (_, link, language) => handed.push(language, new URL(link).pathname));
  await auth.api.signInMagicLink({
    body: { email: "nouvelle@example.org", metadata: { language: "fr" } },
    headers: new Headers(),
  });
  expect(handed).toEqual(["en", "/en/sign-in/confirm"]);
  expect((await edit("languages: FRENCH")).problems).toEqual([]);
  expect(await spoken()).toEqual(["fr"]);
  expect((await edit("languages: BOTH")).problems).toEqual([]);
  expect(await spoken()).toEqual(["fr"]);
});

test("who sends the mails is read by those who run the instance alone", async () => {
  await edit('senderName: "Les Semeurs", senderAddress: "cahier@example.org"');
  const query = "{ instance { senderName senderAddress } instanceHealth { administrators } }";
  expect(await asked(query, admin)).toMatchObject({ instance: { senderAddress: "cahier@example.org" } });
  expect(await asked(query, other)).toEqual({
    instance: { senderName: null, senderAddress: null },
    instanceHealth: null,
  });
});

test("faults of security are told to the contact of the instance", async () => {
  expect((await site.app.inject("/.well-known/security.txt")).body).toContain("Contact: mailto:contact@example.org\n");
});

describe("the logo", () => {
  const png = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
    "hex",
  );
  const send = (payload: Buffer, headers: object = admin) =>
    site.app.inject({
      method: "POST",
      url: "/instance/logo",
      payload,
      headers: { "content-type": "application/octet-stream", ...headers },
    });

  test("is a picture that an administrator sends, and anybody sees; it can be taken away", async () => {
    await sentTwice(site.database, async () => (await send(png)).json<{ problems: object[] }>());
    const { logo, version } = await instance();
    const shown = await site.app.inject(logo);
    expect([shown.headers["content-type"], shown.rawPayload.subarray(0, 33)]).toEqual([
      "image/png",
      png.subarray(0, 33),
    ]);
    await asked(`mutation { removeLogo(input: { version: ${version} }) { problems { code } } }`, admin);
    expect((await instance()).logo).toBeNull();
    expect((await site.app.inject(logo)).statusCode).toBe(404);
  });

  test("is no drawing that may hold programs, nothing too heavy, and nobody else’s to send", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    expect((await send(svg)).json()).toMatchObject({ problems: [{ code: "NOT_A_PICTURE", field: "logo" }] });
    expect((await send(Buffer.alloc(300_000))).json()).toMatchObject({ problems: [{ code: "TOO_LARGE" }] });
    expect((await send(png, other)).statusCode).toBe(403);
    expect((await send(png, {})).statusCode).toBe(403);
  });
});

test("the colour of acts is a style of its own, in both lights; any other address is none", async () => {
  const { body, headers } = await site.app.inject("/instance/accent/2c4a8c.css");
  expect(headers["content-type"]).toContain("text/css");
  expect(body).toContain("--sap: light-dark(#2c4a8c, #");
  for (const wrong of ["red", "2c4a8", "2c4a8c;}"]) {
    const { statusCode } = await site.app.inject(`/instance/accent/${encodeURIComponent(wrong)}.css`);
    expect(statusCode).toBe(404);
  }
});

describe("a mail that is tried", () => {
  test("goes to oneself, through the outbox; what came of it is told", async () => {
    const answer = await asked(
      "mutation { tryMail(input: {}) { problems { code } trial { sent trouble cause } } }",
      admin,
    );
    expect(answer["tryMail"]).toEqual({ problems: [], trial: { sent: true, trouble: null, cause: null } });
  });

  test("leaves under the name of whoever organises, and ends with how to reach them", async () => {
    const stub = await smtpStub();
    const db = site.database.manager;
    const from = { mailFrom: "X <x@y.example>", demo: false, origin: "https://x.example" };
    const deliver = mailer({ smtpUrl: stub.url, ...from });
    const mail = (key: string) =>
      leaveMail(db, { key, to: "a@example.org", subject: "S", text: "Bonjour.", language: "fr" });
    expect(await tryOne(db, deliver, (await mail("t1"))!)).toBeNull();
    expect(stub.taken[0]!.text).toMatch(/From: Les Semeurs <cahier@example.org>/);
    expect(stub.taken[0]!.text).toContain("contact@example.org");
    // Signed with the name of the site.
    expect(stub.taken[0]!.text).toMatch(/Bonjour\.\s+Les Semeurs\s+http/);

    // Refused: told at once, and not tried again behind the back of whoever reads it.
    stub.manner = "never";
    expect(await tryOne(db, deliver, (await mail("t2"))!)).toBe("550");
    expect(await sendMails(db, deliver)).toBe(0);
    expect((await mailFigures(db)).waiting).toBe(0);
    // A server that does not speak TLS there, or whose certificate is not good, is no server that is away.
    const safe = mailer({ smtpUrl: stub.url.replace("smtp:", "smtps:"), ...from });
    expect(causeOf((await tryOne(db, safe, (await mail("t4"))!))!)).toBe("NOT_SAFE");
    await stub.close();
    expect(causeOf((await tryOne(db, deliver, (await mail("t3"))!))!)).toBe("NO_CONNECTION");
  });

  test.each([
    ["EDNS", "UNKNOWN_HOST"],
    ["ETIMEDOUT", "TIMED_OUT"],
    ["535", "NOT_SIGNED_IN"],
    ["EAUTH", "NOT_SIGNED_IN"],
    ["550", "REFUSED"],
    ["WHATEVER", "OTHER"],
  ])("« %s » is %s", (code, cause) => expect(causeOf(code)).toBe(cause));
});
