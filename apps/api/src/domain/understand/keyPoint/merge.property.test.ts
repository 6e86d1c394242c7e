import fc from "fast-check";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { keyPointRows, keyPointOf, passagesOf, statementOn, withSynthesis } from "../../../../test/acts/keyPoints.ts";

const api = testApi();
const the = withSynthesis(api);

/** Runs a merge or its undoing; a refusal is part of the run: a circle, a merge into a merged key point. */
const acts = acting(api);
const act = (name: "mergeKeyPoint" | "unmergeKeyPoint", input: object) => acts(name, input, "", the.rapporteur);

const versionOf = async (id: string) =>
  (await api.database.query<[{ version: number }]>("select version from key_point where id = $1", [id]))[0].version;

const kept = async (id: string) =>
  (
    await api.database.query<[{ id: string }]>(
      "select coalesce(merged_into_id, id) as id from key_point where id = $1",
      [id],
    )
  )[0].id;

test("however key points are merged, and in whatever order it is undone, each has its own again", async () => {
  const passages = await passagesOf(api.database, the.small, 6);
  const statements = await Promise.all([1, 2].map(() => statementOn(api.database, the.small, [])));
  const paragraphs = await Promise.all(
    [the.synthesis.underWay, the.synthesis.underWay, the.synthesis.published].map((version) =>
      the.synthesis.cite(version, []),
    ),
  );
  const some = (most: number) => fc.uniqueArray(fc.nat(most - 1), { maxLength: most });
  const drawn = fc.record({
    keyPoints: fc.array(
      fc.record({
        above: fc.option(fc.nat(4)),
        passages: some(passages.length),
        statements: some(statements.length),
        cited: fc.uniqueArray(fc.tuple(fc.nat(paragraphs.length - 1), fc.boolean()), { selector: ([at]) => at }),
        setAside: fc.boolean(),
      }),
      { minLength: 5, maxLength: 5 },
    ),
    merges: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 6 }),
    added: fc.array(fc.tuple(fc.nat(4), fc.nat(passages.length - 1)), { maxLength: 3 }),
    undone: fc.infiniteStream(fc.nat()),
  });

  await fc.assert(
    fc.asyncProperty(drawn, async ({ keyPoints, merges, added, undone }) => {
      await api.database.query(
        // Not truncated: texts that name one would go with it.
        `delete from statement_key_point; delete from citation; delete from accounted_passage; delete from key_point_merge;
         delete from set_aside; delete from key_point_passage; delete from key_point`,
      );
      const ids: string[] = [];
      for (const it of keyPoints) {
        const { id } = await keyPointOf(
          api.database,
          the.small,
          { parentId: it.above === null ? null : (ids[it.above] ?? null) },
          it.passages.map((at) => passages[at]!),
        );
        ids.push(id);
        for (const at of it.statements)
          await api.database.query("insert into statement_key_point values ($1, $2)", [statements[at], id]);
        for (const [at, against] of it.cited)
          await api.database.query("insert into citation values ($1, $2, $3)", [paragraphs[at], id, against]);
        if (it.setAside) await the.synthesis.setAside(id);
      }
      const before = await keyPointRows(api.database);
      for (const [from, into] of merges)
        await act("mergeKeyPoint", { id: ids[from]!, intoId: ids[into]!, version: await versionOf(ids[from]!) });

      const since: string[] = [];
      for (const [at, of] of added) {
        const id = await kept(ids[at]!);
        const [row] = await api.database.query<{ line: string }[]>(
          `insert into key_point_passage select $1::uuid, $2::uuid where not exists (
             select from key_point_passage where key_point_id = $1 and passage_id = $2)
           returning key_point_id || ' ' || passage_id as line`,
          [id, passages[of]],
        );
        // A row that the kept key point also has as its own, once what was merged went, stays its own.
        if (row) since.push(row.line);
      }

      for (let tried = 0; ; tried++) {
        // Refused in every order, an undoing would be tried for good: what was drawn is shown instead.
        expect(tried).toBeLessThan(200);
        const left = await api.database.query<{ id: string }[]>(
          "select key_point_id as id from key_point_merge where undone_at is null order by id",
        );
        if (!left.length) break;
        const { value } = undone.next();
        await act("unmergeKeyPoint", { id: left[value! % left.length]!.id });
      }
      const after = await keyPointRows(api.database);
      expect(after).toEqual({ ...before, passages: [...before.passages, ...since].toSorted() });
    }),
    { numRuns: 25 },
  );
});
