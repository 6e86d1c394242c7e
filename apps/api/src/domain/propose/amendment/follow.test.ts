import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { withoutSecrets } from "../../../platform/log.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { stopMails } from "../../tell/trail/stop.ts";
import { mailed } from "../../../../test/site/mailed.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";

const api = seededApi();
hourBetweenTests(api);
let rapporteur: Viewer;
let proposal: { id: string; slug: string; title: string };
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  [proposal] = await api.database.query<[typeof proposal]>("select id, slug, title from proposal where number = 2");
});

const own = "own { code awaits amendment { id state status text why authorName statusOn acceptedText answer } }";

const act = acting(api);

async function sentence() {
  const { data } = await api.ask(`{ proposal(slug: "${proposal.slug}") { statements { id version } } }`);
  return data.proposal.statements[0];
}

async function propose(more: object = {}) {
  const input = {
    key: randomUUID(),
    proposalId: proposal.id,
    statementId: (await sentence()).id,
    text: `Un zinzolin ${uniqueWord()}.`,
    why: "Parce que le zinzolin est plus clair.",
    authorName: "Amarante Zinzolin",
    ...more,
  };
  const done = await act("proposeAmendment", input, `held ${own}`);
  expect(done.problems).toEqual([]);
  return { ...done.own, held: done.held, input };
}

const follow = async (code: string) => {
  const query = `query ($code: String!) { ownAmendment(code: $code) { awaits amendment {
    id state status text why authorName statusOn answer acceptedText versionNumber promotedTo { slug } } } }`;
  return (await api.ask(query, { code })).data.ownAmendment;
};

const accept = async (id: string, text: string, answer: string | null = null) => {
  const input = { id, statementVersion: (await sentence()).version, text, answer };
  expect((await act("acceptAmendment", input, "", rapporteur)).problems).toEqual([]);
};
const refuse = async (id: string) => {
  const input = { id, reason: "La phrase suivante le dit déjà." };
  expect((await act("refuseAmendment", input, "", rapporteur)).problems).toEqual([]);
};

const leave = (code: string, email: string | null, language = "fr") =>
  act("leaveAddress", { code, email, language }, "awaits");
const { mailsTo, listeners } = mailed(api);

/** The tables in a row of which these words stand. */
async function holding(words: string) {
  const tables = await api.database.query<{ name: string }[]>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await api.database.query(`select from "${name}" t where t::text ilike $1 limit 1`, [`%${words}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe("the private link of an amendment", () => {
  test("its author gets one, the same for each retry, and reads what became of it: refused, with the reason", async () => {
    const { code, held, input, amendment } = await propose();
    expect(held).toBe(false);
    expect((await act("proposeAmendment", input, own)).own.code).toBe(code);
    expect(await follow(code)).toMatchObject({ amendment: { status: "VISIBLE", state: "PROPOSED" } });
    await refuse(amendment.id);
    expect((await follow(code)).amendment).toMatchObject({
      state: "REFUSED",
      answer: "La phrase suivante le dit déjà.",
    });
    expect(await follow("inconnu")).toBeNull();
  });

  test("what waits for a moderator, or was hidden, is told to whoever holds it and to nobody else", async () => {
    const { code, held, amendment } = await propose({ why: "Voyez https://exemple.fr/zinzolin" });
    expect(held).toBe(true);
    expect(await follow(code)).toMatchObject({ amendment: { id: amendment.id, status: "HELD" } });
    await api.database.query("update amendment set status = 'HIDDEN' where id = $1", [amendment.id]);
    expect(await follow(code)).toMatchObject({ amendment: { status: "HIDDEN" } });
    const { data } = await api.ask("query ($id: ID!) { amendment(id: $id) { id } }", { id: amendment.id });
    expect(data.amendment).toBeNull();
  });

  test("its code stands in no log", async () => {
    const { code } = await propose();
    for (const path of ["/proposals/follow/", "/en/proposals/follow/"])
      expect(withoutSecrets(path + code)).toBe(`${path}…`);
  });
});

describe("taking back what one proposed", () => {
  const withdraw = (code: string) => act("withdrawAmendment", { code }, own);

  test("while it waits, its words, why and name are erased everywhere; its place stays, and nobody settles it any more", async () => {
    const { code, amendment } = await propose({
      text: "Mot-amarantin.",
      why: "Mot-amarantin.",
      authorName: "Mot-amarantin",
    });
    await leave(code, "mot-amarantin@exemple.fr");
    expect(await holding("mot-amarantin")).toEqual(expect.arrayContaining(["amendment", "listener"]));
    const taken = await withdraw(code);
    expect(taken).toMatchObject({
      problems: [],
      own: { amendment: { state: "WITHDRAWN", status: "WITHDRAWN", text: "", why: "" } },
    });
    expect(await withdraw(code)).toEqual(taken);
    expect(await holding("mot-amarantin")).toEqual([]);
    const { data } = await api.ask(
      "query ($id: ID!) { amendment(id: $id) { state status text authorName statusOn } }",
      {
        id: amendment.id,
      },
    );
    expect(data.amendment).toMatchObject({ state: "WITHDRAWN", text: "", authorName: null });
    const late = await act("refuseAmendment", { id: amendment.id, reason: "Non." }, "", rapporteur);
    expect(late.problems).toMatchObject([{ code: "NOT_NOW" }]);
    expect((await withdraw("inconnu")).problems).toMatchObject([{ code: "UNKNOWN_RECEIPT" }]);
  });

  test("before anybody could read it, it leaves no place", async () => {
    const placeOf = async (id: string) =>
      (await api.ask("query ($id: ID!) { amendment(id: $id) { text } }", { id })).data.amendment;
    const [shown, held, hidden] = [await propose(), await propose({ why: "https://exemple.fr" }), await propose()];
    await api.database.query("update amendment set status = 'HIDDEN' where id = $1", [hidden.amendment.id]);
    for (const { code } of [shown, held, hidden]) expect((await withdraw(code)).problems).toEqual([]);
    const places = await Promise.all([shown, held, hidden].map(({ amendment }) => placeOf(amendment.id)));
    expect(places).toEqual([{ text: "" }, null, null]);
    expect((await follow(held.code)).amendment).toMatchObject({ status: "WITHDRAWN", text: "" });
  });

  test("once in the text, its why, its name and the words that were left out are erased; what stands in the text stays", async () => {
    const { code, amendment } = await propose({
      text: "Un mot-incarnat.",
      why: "Mot-incarnat.",
      authorName: "Incarnat",
    });
    await accept(amendment.id, "Une phrase retouchée.", "Merci.");
    expect((await withdraw(code)).problems).toEqual([]);
    expect(await holding("mot-incarnat")).toEqual([]);
    expect((await follow(code)).amendment).toMatchObject({
      state: "ACCEPTED",
      text: "",
      authorName: null,
      acceptedText: "Une phrase retouchée.",
      answer: "Merci.",
    });
    const { data } = await api.ask(`{ proposal(slug: "${proposal.slug}") { statements { text }
      versions { causes { amendment { text authorName } } } } }`);
    expect(data.proposal.statements[0].text).toBe("Une phrase retouchée.");
    expect(data.proposal.versions.flatMap((version: any) => version.causes)).toContainEqual({
      amendment: { text: "", authorName: null },
    });
  });

  test("taken back and settled at once, it is one or the other", async () => {
    const { code, amendment } = await propose();
    const input = { id: amendment.id, reason: "Non." };
    const [, { problems }] = await Promise.all([withdraw(code), act("refuseAmendment", input, "", rapporteur)]);
    const { amendment: left } = await follow(code);
    expect([left.state, left.text]).toEqual([problems.length > 0 ? "WITHDRAWN" : "REFUSED", ""]);
  });
});

describe("an address where to tell it, once", () => {
  test("one mail goes when it is settled, in the language of whoever left it, with the reason; then the address is erased", async () => {
    const { code, amendment } = await propose();
    expect(await leave(code, "une-fois@exemple.fr")).toMatchObject({ problems: [], awaits: true });
    expect((await follow(code)).awaits).toBe(true);
    expect(await mailsTo("une-fois@exemple.fr")).toEqual([]);
    await refuse(amendment.id);
    const [mail, ...more] = await mailsTo("une-fois@exemple.fr");
    expect(more).toEqual([]);
    expect(mail!.subject).toBe("Ce que votre amendement est devenu");
    expect(mail!.text).toContain("La phrase suivante le dit déjà.");
    expect(mail!.text).toContain(`/proposals/${proposal.slug}/amendments/${amendment.id}`);
    expect(await listeners()).not.toContain("une-fois@exemple.fr");
    expect((await leave(code, "encore@exemple.fr")).problems).toMatchObject([{ code: "NOT_NOW", field: "email" }]);

    const english = await propose();
    await leave(english.code, "once@exemple.fr", "en");
    await accept(english.amendment.id, english.amendment.text);
    const [told] = await mailsTo("once@exemple.fr");
    expect(told!.subject).toBe("What became of your amendment");
    expect(told!.text).toContain("They entered the text, as they were.");
    expect(told!.text).toContain(`/en/proposals/${proposal.slug}`);
  });

  test("the mail carries neither words nor a name that were typed with the address, nor the private link: it may be somebody else's", async () => {
    const { code, amendment } = await propose();
    await leave(code, "autrui@exemple.fr");
    await accept(amendment.id, "Une autre phrase retouchée.");
    const [mail] = await mailsTo("autrui@exemple.fr");
    expect(mail!.text).toContain("avec des retouches");
    expect(mail!.text).not.toMatch(/zinzolin/i);
    expect(mail!.text).not.toContain(code);
  });

  test("made a proposal of its own, it is told so", async () => {
    const { code, amendment } = await propose();
    await leave(code, "promu@exemple.fr");
    const input = { id: amendment.id, key: randomUUID(), title: "Une autre", summary: "Une proposition à part." };
    expect((await act("promoteAmendment", input, "", rapporteur)).problems).toEqual([]);
    expect((await mailsTo("promu@exemple.fr"))[0]!.text).toContain("Une autre proposition en est née.");
  });

  test("where the proposal ends before anybody settled it, it is told so, and the address is erased", async () => {
    const { code } = await propose();
    await leave(code, "restee@exemple.fr");
    const held = await propose({ why: "Voyez https://exemple.fr/zinzolin" });
    await leave(held.code, "retenue@exemple.fr");
    const { data } = await api.ask(`{ proposal(slug: "${proposal.slug}") { version } }`);
    const input = { id: proposal.id, version: data.proposal.version, reason: "Nous y renonçons." };
    expect((await act("withdrawProposal", input, "", rapporteur)).problems).toEqual([]);
    for (const address of ["restee@exemple.fr", "retenue@exemple.fr"]) {
      const [mail, ...more] = await mailsTo(address);
      expect(more).toEqual([]);
      expect(mail!.text).toContain("La proposition a été retirée avant que vos mots aient été examinés.");
      expect(mail!.text).not.toMatch(/zinzolin/i);
      expect(await listeners()).not.toContain(address);
    }
    await api.database.query("update proposal set state = 'OPEN' where id = $1", [proposal.id]);
  });

  test("another one replaces it, none takes it away, what is no address is refused at its field", async () => {
    const { code, amendment } = await propose();
    await leave(code, "premiere@exemple.fr");
    await leave(code, "seconde@exemple.fr");
    expect(await listeners()).not.toContain("premiere@exemple.fr");
    expect((await leave(code, "chez moi")).problems).toEqual([{ code: "NOT_AN_EMAIL", field: "email" }]);
    expect((await leave("inconnu", "a@exemple.fr")).problems).toMatchObject([{ code: "UNKNOWN_RECEIPT" }]);
    expect(await listeners()).toContain("seconde@exemple.fr");
    expect(await leave(code, null)).toMatchObject({ problems: [], awaits: false });
    await refuse(amendment.id);
    expect(await mailsTo("seconde@exemple.fr")).toEqual([]);
  });

  test("whoever takes their amendment back, or asks for no more mails, is told nothing", async () => {
    const one = await propose();
    await leave(one.code, "repris@exemple.fr");
    await refuse(one.amendment.id);
    await act("withdrawAmendment", { code: one.code }, own);
    expect(await mailsTo("repris@exemple.fr")).toEqual([]);
    const other = await propose();
    await leave(other.code, "Assez@exemple.fr");
    await stopMails(api.database.manager, "assez@exemple.fr");
    expect(await listeners()).not.toContain("Assez@exemple.fr");
  });

  test("it stands in no journal", async () => {
    const { code } = await propose();
    await leave(code, "nulle-part@exemple.fr");
    expect(await holding("nulle-part@exemple.fr")).toEqual(["listener"]);
  });
});
