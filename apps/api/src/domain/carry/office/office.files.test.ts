import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { buffer } from "node:stream/consumers";
import { carrying, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { cookieOf, holderOf } from "../../../../test/site/people.ts";
import { createGraphQL, routes } from "../../../app.ts";
import { configOf } from "../../../platform/config.ts";
import { createHttp } from "../../../platform/server/http.ts";
import { withoutSecrets } from "../../../platform/log.ts";
import { forgetLoose } from "../../ground/attachment/attachment.purges.ts";
import { officeCode } from "./office.code.ts";

const api = seededApi();
const { handedOver, act } = carrying(api);
const pdf = () => Buffer.from(`%PDF-1.7\n${randomUUID()}\n%%EOF\n`);
const png = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
  "hex",
);

async function archive(names: Record<string, string>, first?: string) {
  const zip = new ZipFile();
  if (first) zip.addBuffer(Buffer.from(first), "mimetype", { compress: false });
  for (const [name, text] of Object.entries(names)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The site on this database, and what is sent to it. */
async function site() {
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database: api.database, config, routes, web: false });
  const cookie = await cookieOf(api.database, (await holderOf(api.database, "RAPPORTEUR")).id!);
  return {
    send: (url: string, payload: Buffer, isTeam = false) =>
      app.inject({
        method: "POST",
        url,
        payload,
        headers: { "content-type": "application/octet-stream", ...(isTeam ? { cookie } : {}) },
      }),
    get: (url: string, isTeam = false) => app.inject({ url, headers: isTeam ? { cookie } : {} }),
  };
}

async function linked() {
  const handover = await handedOver();
  const { data } = await api.ask(
    `mutation ($input: MakeOfficeLinkInput!) { makeOfficeLink(input: $input) { handover { officeLink { code } } } }`,
    { input: { id: handover.id, contact: "Le groupe" } },
    await holderOf(api.database, "RAPPORTEUR"),
  );
  return { handover, code: data.makeOfficeLink.handover.officeLink.code as string };
}
async function answer(code: string, file: string, version = 0) {
  const { data } = await api.ask(
    "mutation ($input: AnswerAsOfficeInput!) { answerAsOffice(input: $input) { problems { code field } reply { id } } }",
    { input: { code, version, stance: "PARTLY", text: "Oui.", file } },
  );
  return data.answerAsOffice;
}

describe("the file of a reply", () => {
  test("is one of five kinds by what is in it, whatever it says; ten megabytes at most", async () => {
    const { send } = await site();
    const { code } = await linked();
    const path = `/office/${code}/file`;
    const odt = "application/vnd.oasis.opendocument.text";
    const taken = async (file: Buffer) => (await send(path, file)).json<{ file?: { kind: string } }>().file?.kind;
    expect(await taken(pdf())).toBe("PDF");
    expect(await taken(png)).toBe("PNG");
    expect(await taken(Buffer.from("ffd8ffe000104a46494600010100000100010000ffda0000ffd9", "hex"))).toBe("JPEG");
    expect(await taken(await archive({ "content.xml": "<x/>" }, odt))).toBe("ODT");
    const docx = { "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" };
    expect(await taken(await archive(docx))).toBe("DOCX");
    const refused = [
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
      Buffer.from("<!doctype html><script>alert(1)</script>"),
      Buffer.from("%PDF-1.7 cut short"),
      await archive({ "index.html": "<x/>" }),
      await archive({ ...docx, "word/vbaProject.bin": "x" }),
      randomBytes(200),
    ];
    for (const file of refused) {
      const { statusCode, json } = await send(path, file);
      expect([statusCode, json()]).toEqual([422, { problems: [{ code: "WRONG_FILE", field: "file", value: null }] }]);
    }
    const large = Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024 + 1)]);
    expect((await send(path, large)).json()).toMatchObject({ problems: [{ code: "TOO_LARGE", field: "file" }] });
  });

  test("is reached by its link and by the team alone, until the reply is confirmed; then by everybody, as a file", async () => {
    const { send, get } = await site();
    const { handover, code } = await linked();
    const bytes = pdf();
    const sent = await send(`/office/${code}/file`, bytes);
    const { id } = sent.json<{ file: { id: string } }>().file;
    expect((await send(`/office/${code}/file`, bytes)).json()).toMatchObject({ file: { id } });
    const { reply } = await answer(code, id);
    const waiting = `/handovers/${handover.id}/files/${id}`;
    const published = `/handovers/${handover.id}/reply-file`;
    expect((await get(published)).statusCode).toBe(404);
    expect((await get(waiting)).statusCode).toBe(404);
    expect((await get(waiting, true)).rawPayload).toEqual(bytes);
    expect((await get(`/office/${code}/file`)).rawPayload).toEqual(bytes);
    expect((await get("/office/0000-0000-0000-0000/file")).statusCode).toBe(404);
    await api.ask(
      "mutation ($input: ConfirmOfficeReplyInput!) { confirmOfficeReply(input: $input) { problems { code } } }",
      { input: { id: reply.id, version: 1, check: "MET" } },
      await holderOf(api.database, "RAPPORTEUR"),
    );
    const { rawPayload, headers } = await get(published);
    expect(rawPayload).toEqual(bytes);
    expect(headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="reponse.pdf"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    expect((await send(`/office/${code}/file`, pdf())).json()).toMatchObject({
      problems: [{ code: "ALREADY_CONFIRMED" }],
    });
  });

  test("of one letter goes into no reply to another one; what went into none makes room", async () => {
    const { send } = await site();
    const [one, other] = [await linked(), await linked()];
    const { id } = (await send(`/office/${one.code}/file`, pdf())).json<{ file: { id: string } }>().file;
    expect((await answer(other.code, id)).problems).toEqual([{ code: "GONE", field: "file" }]);
    await send(`/office/${one.code}/file`, pdf());
    expect((await answer(one.code, id)).problems).toEqual([{ code: "GONE", field: "file" }]);
  });

  test("that went into no reply is forgotten after two days; what went into one stays", async () => {
    const { send } = await site();
    const [one, other] = [await linked(), await linked()];
    const sent = async (code: string) =>
      (await send(`/office/${code}/file`, pdf())).json<{ file: { id: string } }>().file.id;
    const [loose, kept] = [await sent(one.code), await sent(other.code)];
    await answer(other.code, kept);
    await forgetLoose(api.database.manager, new Date(), "2 days");
    const left = () => api.database.query("select id from attachment where id = any($1)", [[loose, kept]]);
    expect(await left()).toHaveLength(2);
    await forgetLoose(api.database.manager, new Date(Date.now() + 4 * 86_400_000), "2 days");
    expect(await left()).toEqual([{ id: kept }]);
  });

  test("says nothing of where and when a picture was taken, and still stands upright", async () => {
    const { send, get } = await site();
    const { code } = await linked();
    const exif = "4578696600004d4d002a00000008000201120003000000010006000082980002000000040000616263000000000000";
    const length = (exif.length / 2 + 2).toString(16).padStart(4, "0");
    const comment = Buffer.concat([Buffer.from("fffe000e", "hex"), Buffer.from("Lannion 2012")]);
    const photo = Buffer.concat([
      Buffer.from(`ffd8ffe1${length}${exif}`, "hex"),
      comment,
      Buffer.from("ffda0000ffd9", "hex"),
    ]);
    const { id } = (await send(`/office/${code}/file`, photo)).json<{ file: { id: string } }>().file;
    await answer(code, id);
    const kept = (await get(`/office/${code}/file`)).rawPayload;
    expect(kept.includes("Lannion")).toBe(false);
    expect(kept.includes("abc")).toBe(false);
    expect(kept.includes(Buffer.from("01120003000000010006", "hex"))).toBe(true);
  });

  test("comes with a reply that the team typed in, too; and is sent by nobody else", async () => {
    const { send, get } = await site();
    const { id, version } = await handedOver();
    expect((await send(`/handovers/${id}/file`, pdf())).statusCode).toBe(401);
    const bytes = pdf();
    const file = (await send(`/handovers/${id}/file`, bytes, true)).json<{ file: { id: string } }>().file.id;
    const reply = { id, version, on: today, stance: "ACCEPTED", text: "Oui.", way: "POST" };
    await act("recordReply", { ...reply, file });
    expect((await get(`/handovers/${id}/reply-file`)).rawPayload).toEqual(bytes);
  });
});

describe("the letter with its link", () => {
  test("is for whoever holds the handover; the one that anybody reads has none", async () => {
    const { get } = await site();
    const { handover, code } = await linked();
    const path = `/handovers/${handover.id}/office-letter.html`;
    expect((await get(path)).statusCode).toBe(404);
    const letter = await get(path, true);
    expect(letter.body).toContain(`/office/${code}`);
    expect(letter.body).toContain("Le groupe");
    expect(letter.headers["cache-control"]).toBe("private, no-store");
    expect((await get(`/handovers/${handover.id}/letter.html`, true)).body).not.toContain(code);
  });

  test("no log keeps its address, not even of one that is typed carelessly", () => {
    const code = officeCode(randomUUID());
    for (const path of [`/office/${code}`, `/en/office/${code.replaceAll("-", "")}`, `/office/${code}/file`])
      expect(withoutSecrets(path)).not.toContain(code.slice(0, 9).replaceAll("-", ""));
    expect(withoutSecrets(`/office/${code}/file`)).toBe("/office/…/file");
  });
});

test("a letter whose handing over was taken back says why and takes nothing, until it is handed over again", async () => {
  const { send } = await site();
  const { handover, code } = await linked();
  const { id, version } = handover;
  const letter = async () =>
    (
      await api.ask(
        `query ($code: String!) { office(code: $code) { closed takenBackOn takenBackBecause contact handover { id } reply { id } } }`,
        { code },
      )
    ).data.office;
  const reason = "La lettre n’est jamais partie.";
  const { handover: back } = await act("takeBackHandingOver", { id, version, reason });
  const told = { takenBackOn: today, takenBackBecause: reason, contact: "Le groupe" };
  expect(await letter()).toEqual({ ...told, closed: true, handover: null, reply: null });
  const refused = [{ code: "HANDING_TAKEN_BACK" }];
  expect((await answer(code, randomUUID())).problems).toMatchObject(refused);
  expect((await send(`/office/${code}/file`, pdf())).json()).toMatchObject({ problems: refused });

  await act("handOver", { id, version: back.version, documentTitle: "La bonne", on: today });
  expect(await letter()).toMatchObject({ closed: false, takenBackOn: null, handover: { id } });
  const { file } = (await send(`/office/${code}/file`, pdf())).json<{ file: { id: string } }>();
  expect((await answer(code, file.id)).problems).toEqual([]);
});
