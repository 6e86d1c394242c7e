import { expect, it } from "vitest";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { personWith } from "../../../../test/site/people.ts";
import { followerOf } from "../follow/follow.queries.ts";
import { eraseAddress } from "../response/response.writes.ts";

const api = answeringApi();
const { submit, inputOf, act, rows } = api;

/** Each row of each table, as a stolen dump has it. */
async function dump() {
  const tables = await rows<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
  const all = await Promise.all(
    tables.map(async ({ name }) =>
      (await rows(`select to_jsonb(t) as row from "${name}" t`)).map(({ row }) => ({ name, row })),
    ),
  );
  return all.flat();
}

it("a dump without the secret leads from no response to the address or the account that follows it", async () => {
  const [address, body] = [`canari.${uniqueWord()}@exemple.fr`, `${text} ${uniqueWord()}`];
  const personId = await personWith(api.database, []);
  const { receipt } = await submit(inputOf({ text: body }, { followUpEmail: address }));
  await act("claimResponse", { code: receipt.code }, "claimed", viewerOf({ id: personId } as never, []));
  const [{ id, digest }] = await rows(
    "select r.id, r.digest from response r join contribution c on c.response_id = r.id where c.body = $1",
    [body],
  );
  expect(await followerOf(api.database.manager, "ADDRESS", id)).toBe(address);
  expect(await followerOf(api.database.manager, "ACCOUNT", id)).toBe(personId);

  const all = await dump();
  const holding = (word: string) => all.filter(({ row }) => JSON.stringify(row).toLowerCase().includes(word));
  expect(holding(address)).toEqual([]);
  const tied = holding(personId).filter(({ row }) => JSON.stringify(row).includes(id));
  expect(tied).toEqual([]);
  // Neither side of the link is told by the table that keeps it, nor confirmed by the digest of what was sent.
  for (const { row } of all.filter(({ name }) => name === "follow"))
    for (const word of [id, personId, address, digest]) expect(JSON.stringify(row)).not.toContain(word);

  await eraseAddress(api.database.manager, address.toUpperCase());
  expect(await followerOf(api.database.manager, "ADDRESS", id)).toBeNull();
  expect(await followerOf(api.database.manager, "ACCOUNT", id)).toBe(personId);
});
