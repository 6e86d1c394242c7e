import { expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";

const api = testApi();

test.each([" ".repeat(100_000), "le de la", "\0", '""', "«", "'", "a & b | !", "\\", ":*", "\uD800", "🦀"])(
  "nothing to look for in %j, and nothing breaks",
  async (query) => {
    const { data, errors } = await api.ask(
      "query ($query: String!) { search(query: $query) { nodes { id } searched } searchTitles(query: $query) { id } }",
      { query },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      search: { nodes: [], searched: ["a & b | !", "\uD800", "🦀"].includes(query) },
      searchTitles: [],
    });
  },
);
