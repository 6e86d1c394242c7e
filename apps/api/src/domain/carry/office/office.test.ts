import { describe, expect, test } from "vitest";
import { carrying, fields, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { acting } from "../../../../test/acts/acting.ts";

const api = seededApi();
const { handedOver, see, act } = carrying(api);

const link = "officeLink { code contact madeOn }";
const written = "id stance text passedToName passedToContact file { id } writer status sentOn statusReason version";

const acts = acting(api, "code field value");
const run = async (name: string, input: object, asked: string, isVisitor = false) =>
  acts(name, input, asked, isVisitor ? undefined : await holderOf(api.database, "RAPPORTEUR"));
const answer = (input: object) => run("answerAsOffice", input, `reply { ${written} } current { ${written} }`, true);
const confirm = (input: object) => run("confirmOfficeReply", { check: "CALLED", ...input }, `handover { ${fields} }`);
const letter = async (code: string) =>
  (
    await api.ask(
      `query ($code: String!) { office(code: $code) { code closed contact handover { id ask carrierName officeLink { code }
        officeReplies { id } reply { text } } near { territory { slug } responses } group { name }
        passages { quote contribution { id region { slug } } } reply { ${written} } } }`,
      { code },
    )
  ).data.office;
const groupPhone = "Le groupe, 02 98 00 00 00";
const made = async (id: string, contact = groupPhone, was?: string) =>
  (await run("makeOfficeLink", { id, contact, was }, `handover { ${link} }`)).handover.officeLink;
const waiting = async (id: string) => {
  const { data } = await api.ask(
    `query ($id: ID!) { handover(id: $id) { officeReplies { ${written} } } }`,
    { id },
    await holderOf(api.database, "RAPPORTEUR"),
  );
  return data.handover.officeReplies;
};
/** A handover, the code of its letter, and what the office wrote by it. */
async function answered(more: object = {}) {
  const handover = await handedOver();
  const { code } = await made(handover.id);
  const { reply, problems } = await answer({ code, version: 0, stance: "PARTLY", text: "Oui, au printemps.", ...more });
  expect(problems).toEqual([]);
  return { handover, code, reply };
}

describe("the link of a letter", () => {
  test("is remade for whoever holds the handover, told to nobody else, and stored nowhere in clear", async () => {
    const first = await made((await handedOver()).id);
    expect(first.code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const handover = await handedOver();
    const { code } = await made(handover.id);
    expect((await made(handover.id, "Une autre personne", groupPhone)).code).toBe(code);
    const { data } = await api.ask(`query ($id: ID!) { handover(id: $id) { ${link} officeReplies { id } } }`, {
      id: handover.id,
    });
    expect(data.handover).toEqual({ officeLink: null, officeReplies: [] });
    const [row] = await api.database.query<Record<string, unknown>[]>(
      "select to_jsonb(l) as row from office_link l where handover_id = $1",
      [handover.id],
    );
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain(code.replaceAll("-", ""));
  });

  test("keeps the contact of whoever made it first: a second person, who read none or a former one, is told", async () => {
    const { id } = await handedOver();
    const { code } = await made(id);
    const send = (contact: string, was?: string) =>
      run("makeOfficeLink", { id, contact, was }, `handover { officeLink { code contact } }`);
    const told = {
      problems: [{ code: "STALE", field: "contact" }],
      handover: { officeLink: { code, contact: groupPhone } },
    };
    expect(await send("Une autre personne")).toMatchObject(told);
    expect(await send("Une autre personne", "Encore une autre")).toMatchObject(told);
    expect((await send(groupPhone)).problems).toEqual([]);
    expect((await send("Une autre personne", groupPhone)).handover.officeLink.contact).toBe("Une autre personne");
  });

  test("opens the ask, who carries it, who answered near the office and a contact; typed carelessly too", async () => {
    const handover = await handedOver();
    const { code } = await made(handover.id);
    const read = await letter(` ${code.toLowerCase().replaceAll("-", " ")} `);
    expect(read).toMatchObject({
      code,
      closed: false,
      contact: "Le groupe, 02 98 00 00 00",
      handover: { id: handover.id, ask: "Inscrire un atelier au programme.", officeLink: null, officeReplies: [] },
      near: { territory: { slug: "bretagne" } },
      reply: null,
    });
    expect(read.near.responses).toBeGreaterThan(0);
    expect(read.group.name).toMatch(/circuits courts/);
    expect(await letter("0000-0000-0000-0000")).toBeNull();
    expect(await letter("nothing of the kind")).toBeNull();
  });

  test("shows three passages at most of the region of the office, each of somebody else, whole sentences first", async () => {
    const { passages, near } = await letter((await made((await handedOver()).id)).code);
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.length).toBeLessThanOrEqual(3);
    expect(new Set(passages.map((it: any) => it.contribution.id)).size).toBe(passages.length);
    for (const { contribution } of passages) expect(contribution.region.slug).toBe(near.territory.slug);
    const whole = passages.map(
      ({ quote }: any) => /^\P{L}*\p{Lu}.*[.!?…]["”’»)]*$/su.test(quote) && quote.length >= 24,
    );
    expect(whole).toEqual(whole.toSorted((a: boolean, b: boolean) => Number(b) - Number(a)));
  });

  test("that is closed says so, and nothing else; another one takes its place", async () => {
    const { handover, code } = await answered();
    await run("closeOfficeLink", { id: handover.id }, "handover { id }");
    expect(await letter(code)).toEqual({
      code,
      closed: true,
      contact: null,
      handover: null,
      near: null,
      group: null,
      passages: [],
      reply: null,
    });
    const late = await answer({ code, version: 1, stance: "REFUSED", text: "Non." });
    expect(late.problems).toMatchObject([{ code: "LINK_CLOSED" }]);
    const { code: other } = await made(handover.id);
    expect(other).not.toBe(code);
    expect((await letter(other)).reply).toBeNull();
  });
});

describe("what an office answers", () => {
  test("is seen by the holder of the link and the team alone, until it is confirmed", async () => {
    const { handover, code, reply } = await answered({ writer: "Le secrétariat" });
    expect(reply).toMatchObject({ status: "HELD", writer: "Le secrétariat", sentOn: today, version: 1 });
    expect((await letter(code)).reply).toMatchObject({ text: "Oui, au printemps." });
    expect(await waiting(handover.id)).toMatchObject([{ text: "Oui, au printemps.", writer: "Le secrétariat" }]);
    expect(await see(handover.id)).toMatchObject({ reply: null, state: "HANDED_OVER" });
    const { data } = await api.ask("query ($id: ID!) { handover(id: $id) { officeReplies { id } } }", {
      id: handover.id,
    });
    expect(data.handover.officeReplies).toEqual([]);
  });

  test("says to whoever confirms it that it carries an address, which everybody would read", async () => {
    const carries = async (text: string) => {
      const { handover } = await answered({ text });
      const asked = "query ($id: ID!) { handover(id: $id) { officeReplies { carriesContact } } }";
      const rapporteur = await holderOf(api.database, "RAPPORTEUR");
      return (await api.ask(asked, { id: handover.id }, rapporteur)).data.handover.officeReplies;
    };
    expect(await carries("Oui. Contact : jeanne@exemple.fr")).toEqual([{ carriesContact: true }]);
    expect(await carries("Oui, voir www.exemple.fr")).toEqual([{ carriesContact: false }]);
  });

  test("is not confirmed with a telephone number in its correction", async () => {
    const { handover, reply } = await answered();
    const said = { id: reply.id, version: reply.version, correction: "Le secrétariat, au 06 12 34 56 78." };
    expect((await confirm(said)).problems).toMatchObject([{ code: "PRIVATE_CONTACT", field: "correction" }]);
    expect(await see(handover.id)).toMatchObject({ reply: null, state: "HANDED_OVER" });
  });

  test("waits among what the team is to confirm until it is, and there for nobody else", async () => {
    const { handover, reply } = await answered();
    const awaiting = async (viewer?: Viewer) =>
      (await api.ask("{ handoversToConfirm { id } }", {}, viewer)).data.handoversToConfirm.map(
        ({ id }: { id: string }) => id,
      );
    const rapporteur = await holderOf(api.database, "RAPPORTEUR");
    expect(await awaiting(rapporteur)).toContain(handover.id);
    expect(await awaiting()).toEqual([]);
    expect(await awaiting(await holderOf(api.database, "MODERATOR"))).toEqual([]);
    await confirm({ id: reply.id, version: 1 });
    expect(await awaiting(rapporteur)).not.toContain(handover.id);
  });

  test("is changed until then; two at once lose nothing, and what is sent twice is there once", async () => {
    const { code, reply } = await answered();
    const again = { code, version: 0, stance: "PARTLY", text: "Oui, au printemps." };
    expect(await answer(again)).toMatchObject({ problems: [], reply: { id: reply.id, version: 1 } });
    const other = await answer({ ...again, version: 1, text: "Oui, en mai." });
    expect(other.reply).toMatchObject({ id: reply.id, version: 2, text: "Oui, en mai." });
    const stale = await answer({ ...again, version: 1, text: "Oui, en juin." });
    expect(stale).toMatchObject({ problems: [{ code: "STALE", field: "version" }], current: { text: "Oui, en mai." } });
  });

  test("is published once the team has made sure that it is the office, and says how; it stays then as it is", async () => {
    const { handover, code, reply } = await answered({ writer: "Le secrétariat" });
    const done = await confirm({ id: reply.id, version: 1 });
    expect(done).toMatchObject({
      problems: [],
      handover: { state: "REPLIED", reply: { stance: "PARTLY", text: "Oui, au printemps.", way: "LINK", on: today } },
    });
    const { data } = await api.ask("query ($id: ID!) { handover(id: $id) { reply { checkedOn check } } }", {
      id: handover.id,
    });
    expect(data.handover.reply).toEqual({ checkedOn: today, check: "CALLED" });
    expect(await confirm({ id: reply.id, version: 1 })).toMatchObject({ problems: [] });
    const late = await answer({ code, version: 2, stance: "REFUSED", text: "Non." });
    expect(late.problems).toMatchObject([{ code: "ALREADY_CONFIRMED" }]);
    expect((await letter(code)).reply).toMatchObject({ status: "VISIBLE", writer: null });
  });

  test("that came before the day that somebody noted for the handing over is of the day it is confirmed", async () => {
    const { handover, reply } = await answered();
    await api.database.query("update office_reply set sent_on = sent_on - 2 where id = $1", [reply.id]);
    const done = await confirm({ id: reply.id, version: 1 });
    expect(done).toMatchObject({ problems: [], handover: { id: handover.id, reply: { on: today } } });
  });

  test("is not confirmed as it was read when it changed meanwhile", async () => {
    const { code, reply } = await answered();
    await answer({ code, version: 1, stance: "REFUSED", text: "Non." });
    const stale = await run("confirmOfficeReply", { id: reply.id, version: 1, check: "MET" }, "current { text }");
    expect(stale).toMatchObject({ problems: [{ code: "STALE" }], current: { text: "Non." } });
  });

  test("is declined with a reason that its writer reads; it can be written anew", async () => {
    const { handover, code, reply } = await answered({ writer: "Le secrétariat" });
    const decline = (reason: string) =>
      run("declineOfficeReply", { id: reply.id, version: 1, reason }, `handover { ${fields} }`);
    expect((await decline(" ")).problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
    expect((await decline("Le service ne l’a pas écrite.")).problems).toEqual([]);
    expect((await letter(code)).reply).toMatchObject({
      status: "HIDDEN",
      statusReason: "Le service ne l’a pas écrite.",
      writer: null,
    });
    expect((await see(handover.id)).reply).toBeNull();
    expect((await confirm({ id: reply.id, version: 2 })).problems).toMatchObject([{ code: "NOT_NOW" }]);
    const anew = await answer({ code, version: 2, stance: "ACCEPTED", text: "Oui." });
    expect(anew.reply).toMatchObject({ status: "HELD", statusReason: null, version: 3 });
  });

  test("passes on to an office that it names: the team finds or registers it before it confirms", async () => {
    const handover = await handedOver();
    const { code } = await made(handover.id);
    const passing = { code, version: 0, stance: "PASSED_ON", text: "Ce n’est pas nous." };
    expect((await answer(passing)).problems).toMatchObject([{ code: "REQUIRED", field: "passedToName" }]);
    const { reply } = await answer({ ...passing, passedToName: "Département, service des collèges" });
    expect(reply).toMatchObject({ passedToName: "Département, service des collèges", passedToContact: null });
    const it = { id: reply.id, version: 1 };
    expect((await confirm(it)).problems).toMatchObject([{ code: "REQUIRED", field: "passedTo" }]);
    const passedTo = "commune-service-de-la-commande-publique";
    const done = await confirm({ ...it, passedTo });
    expect(done.handover.reply).toMatchObject({ stance: "PASSED_ON", passedTo: { slug: passedTo } });
  });

  test("that comes after one the team typed in puts it right, with a reason", async () => {
    const { handover, reply } = await answered();
    const spoken = {
      id: handover.id,
      version: handover.version,
      on: today,
      stance: "REFUSED",
      text: "Non.",
      way: "SPOKEN",
    };
    await act("recordReply", spoken);
    expect((await confirm({ id: reply.id, version: 1 })).problems).toMatchObject([
      { code: "REQUIRED", field: "correction" },
    ]);
    const done = await confirm({ id: reply.id, version: 1, correction: "Le service l’a écrit lui-même." });
    expect(done.handover.reply).toMatchObject({ way: "LINK", correction: "Le service l’a écrit lui-même." });
  });

  test("needs its words, and no more of them than there is room for", async () => {
    const handover = await handedOver();
    const { code } = await made(handover.id);
    const of = (text: string) => answer({ code, version: 0, stance: "ACCEPTED", text });
    expect((await of(" ")).problems).toMatchObject([{ code: "REQUIRED", field: "text" }]);
    expect((await of("x".repeat(4001))).problems).toMatchObject([{ code: "TOO_LONG", field: "text" }]);
  });

  test("one link does not keep anybody busy", async () => {
    const handover = await handedOver();
    const { code } = await made(handover.id);
    for (let version = 0; version < 30; version++)
      await answer({ code, version, stance: "ACCEPTED", text: `Oui ${version}.` });
    expect((await answer({ code, version: 30, stance: "ACCEPTED", text: "Oui." })).problems).toMatchObject([
      { code: "TOO_MANY_TRIES" },
    ]);
  });

  test("leaves the team one mail a version, without its words", async () => {
    const { handover, reply } = await answered();
    const mails = await api.database.query<{ text: string }[]>("select text from outgoing_mail where key like $1", [
      `office ${reply.id} 1 %`,
    ]);
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) {
      expect(text).toContain(`/handovers/${handover.id}`);
      expect(text).not.toContain("au printemps");
    }
  });
});
