import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { zip } from "../../../platform/files/zip.ts";

const site = testSite();
let writer: string;
let moderator: string;

beforeAll(async () => {
  const { group } = await smallInstance(site.database);
  writer = await cookieOf(site.database, await personWith(site.database, ["RAPPORTEUR"], group.id));
  moderator = await cookieOf(site.database, await personWith(site.database, ["MODERATOR"], group.id));
});

const post = (payload: Buffer, as: string) =>
  site.app.inject({
    method: "POST",
    url: "/minutes/text",
    headers: { "content-type": "application/octet-stream", ...(as && { cookie: as }) },
    payload,
  });

test("the words of a document are read for those who write minutes, and for nobody else", async () => {
  const content = '<d xmlns:text="t"><text:h>Transport</text:h><text:p>On a compté.</text:p></d>';
  const odt = await buffer(zip([{ name: "content.xml", content }]));
  expect((await post(odt, writer)).json()).toEqual({ problems: [], text: "Transport\nOn a compté." });
  expect((await post(odt, "")).statusCode).toBe(401);
  expect((await post(odt, moderator)).statusCode).toBe(403);
});

test("a file that holds no words is refused at its field, and nothing is kept", async () => {
  const codes = async (payload: Buffer) =>
    (await post(payload, writer)).json().problems.map(({ code, field }: any) => `${code} ${field}`);
  expect(await codes(Buffer.alloc(0))).toEqual(["REQUIRED file"]);
  expect(await codes(Buffer.from("89504e470d0a1a0a", "hex"))).toEqual(["UNREADABLE_FILE file"]);
  expect(await codes(Buffer.from("504b030400000000", "hex"))).toEqual(["UNREADABLE_FILE file"]);
});
