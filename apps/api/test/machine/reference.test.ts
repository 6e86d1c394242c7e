import { expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { statementsOf } from "../site/statements.ts";
import { rooms } from "../../src/app.ts";
import { Themes } from "../../src/domain/ground/theme/theme.entity.ts";
import { createContext } from "../../src/platform/context.ts";
import { neverCache } from "../../src/platform/data/reference.ts";

const api = seededApi();

const theme = async () => {
  const [row] = await api.database.query<[{ id: string; title: string }]>("select id, title from theme limit 1");
  return row;
};
const rename = (id: string, title: string) =>
  api.database.query("update theme set title = $2 where id = $1", [id, title]);
const titleOf = async (id: string, context = createContext(api.database)) => (await context.load(Themes, id))?.title;

test("whatever is written to a table that is kept ends what was kept of it", async () => {
  const names = rooms.flatMap(({ references = [] }) =>
    references.map((table) => api.database.getMetadata(table).tableName),
  );
  expect(names).toEqual(expect.arrayContaining(["territory", "theme", "objective", "question"]));
  const ending = await api.database.query<{ name: string }[]>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where p.proname = 'note_change' and t.tgnargs = 0 and t.tgenabled = 'O' and c.relname = any($1)`,
    [names],
  );
  expect(ending.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test("a row that pages name again is read once for all of them, and anew once somebody changed it", async () => {
  const { id, title } = await theme();
  await titleOf(id);
  const asked = await statementsOf(async () => expect(await titleOf(id)).toBe(title));
  expect(asked).toEqual([expect.stringContaining("database_end()")]);
  await rename(id, "Autrement dit");
  expect(await titleOf(id)).toBe("Autrement dit");
  await rename(id, title);
  expect(await titleOf(id)).toBe(title);
});

test("a change that is not committed is shown to nobody, and to everybody once it is", async () => {
  const { id, title } = await theme();
  const change = api.database.createQueryRunner();
  await change.startTransaction();
  await change.query("update theme set title = 'Pas encore' where id = $1", [id]);
  expect(await titleOf(id)).toBe(title);
  await change.commitTransaction();
  await change.release();
  expect(await titleOf(id)).toBe("Pas encore");
  await rename(id, title);
});

test("a request reads what it has just written, and leaves nothing of before to the others", async () => {
  const { id, title } = await theme();
  const context = createContext(api.database);
  expect(await titleOf(id, context)).toBe(title);
  await context.run(async ({ db }) => {
    await db.update(Themes, id, { title: "Écrit à l’instant" });
    return {};
  });
  expect(await titleOf(id, context)).toBe("Écrit à l’instant");
  expect(await titleOf(id)).toBe("Écrit à l’instant");
  await rename(id, title);
});

test("a row that is kept is given at once: a list of rows that name it waits for nothing", async () => {
  const { id, title } = await theme();
  const context = createContext(api.database);
  const first = context.load(Themes, id);
  expect([first instanceof Promise, (await first)?.title]).toEqual([true, title]);
  expect(context.load(Themes, id)).toMatchObject({ title });
  // Once it wrote, it reads anew.
  await context.run(async ({ db }) => db.update(Themes, id, { title: "Écrit depuis" }));
  const after = context.load(Themes, id);
  expect([after instanceof Promise, (await after)?.title]).toEqual([true, "Écrit depuis"]);
  await rename(id, title);
});

test("nobody writes to a row that others are given", async () => {
  const { id } = await theme();
  const row = await createContext(api.database).load(Themes, id);
  expect(() => Object.assign(row!, { title: "Pour moi seul" })).toThrow(TypeError);
});

test("of sealed tables, whose writes move no end, nothing is kept", async () => {
  const { id, title } = await theme();
  const sealed = Object.create(api.database.manager, { connection: { value: Object.create(api.database) } });
  neverCache(sealed.connection);
  const context = () => createContext({ manager: sealed } as never);
  expect(await titleOf(id, context())).toBe(title);
  const asked = await statementsOf(() => titleOf(id, context()));
  expect(asked).toHaveLength(2);
});

test("the words of a search are looked up once: a second page, and whoever looks for the same, ask for the texts alone", async () => {
  const search = async (words: string) => {
    const { data } = await api.ask(
      "query ($words: String!) { contributions(first: 1, filter: { search: $words }) { nodes { id } totalCount } }",
      { words },
    );
    return data.contributions.totalCount as number;
  };
  const lookedUp = (asked: string[]) => asked.filter((text) => text.includes("search_query")).length;
  const counts: number[] = [];
  const first = await statementsOf(async () => counts.push(await search("cantines scolaires")));
  const again = await statementsOf(async () => counts.push(await search("cantines scolaires")));
  expect([lookedUp(first), lookedUp(again), new Set(counts).size]).toEqual([1, 0, 1]);
  // Small words alone are no search, the second time neither.
  const [all, small, smallAgain] = [await search(""), await search("de la"), await search("de la")];
  expect([small, smallAgain]).toEqual([all, all]);
});
