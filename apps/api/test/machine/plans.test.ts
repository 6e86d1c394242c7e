import { beforeAll, expect, test } from "vitest";
import { growing, type Plan, readWhole } from "../../../../scripts/perf/plans.read.ts";
import { publishDue as publishProposals } from "../../src/domain/propose/proposal/proposal.writes.ts";
import { publishDue as publishSyntheses } from "../../src/domain/understand/synthesis/publishing.commands.ts";
import { rankText } from "../../src/domain/listen/receipt/receipt.queries.ts";
import { seededApi } from "../site/demo.ts";
import { kept, known } from "./plans.ts";
import { statementsSent } from "./sent.ts";
import { statementsOf } from "../site/statements.ts";

const api = seededApi();

let statements: Map<string, string>;
let partial: Set<string>;

beforeAll(async () => {
  ({ named: statements } = await statementsSent(api));
  const rows = await api.database.query<{ name: string }[]>(
    "select indexrelid::regclass::text as name from pg_index where indpred is not null",
  );
  partial = new Set(rows.map(({ name }) => name));
});

test("no statement that a page asks by name reads a table that grows whole, but for those that are known to", async () => {
  expect(statements.size).toBeGreaterThan(200);
  // The demonstration is small: what costs nothing there is forbidden, so that only a plan without an index is left.
  const found = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "hashjoin", "mergejoin", "material", "memoize"])
      await tx.query(`set local enable_${way} = off`);
    const whole: [string, string][] = [];
    for (const [name, text] of statements) {
      const [row] = await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(`explain (generic_plan, format json) ${text}`);
      const tables = [...new Set(readWhole(row["QUERY PLAN"][0].Plan, { partial }))].toSorted();
      if (tables.length > 0) whole.push([name, tables.join(", ")]);
    }
    return Object.fromEntries(whole.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  // One that is mended leaves the list; one that is new has no place there.
  expect(Object.fromEntries(Object.entries(found).filter(([name, tables]) => known[name] !== tables))).toEqual({});
  expect(Object.keys(known).filter((name) => !statements.has(name))).toEqual([]);
});

test("what is counted as it is written is read from its figures: no table that grows is looked at", async () => {
  const tablesOf = ({ "Relation Name": own, Plans = [] }: Plan): string[] => [
    ...(own && growing.has(own) ? [own] : []),
    ...Plans.flatMap(tablesOf),
  ];
  for (const name of kept) {
    const [row] = await api.database.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(
      `explain (generic_plan, format json) ${statements.get(name)}`,
    );
    expect({ name, reads: tablesOf(row["QUERY PLAN"][0].Plan) }).toEqual({ name, reads: [] });
  }
});

test("the place of a response in its region, which each send tells, is counted in an index alone", async () => {
  const nodes = (plan: Plan): string[] => [
    ...(plan["Relation Name"] ? [plan["Node Type"]] : []),
    ...(plan.Plans ?? []).flatMap(nodes),
  ];
  const row = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
    const [found] = await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(
      `explain (generic_plan, format json) ${rankText}`,
    );
    return found;
  });
  // The response itself, then those before it, of no region or of its own; then the few that wait, and whether all came.
  const counted = ["Index Scan", "Index Only Scan", "Index Only Scan"];
  expect(nodes(row["QUERY PLAN"][0].Plan)).toEqual([...counted, "Index Scan", "Index Scan"]);
});

test("what the worker of near texts is compared with is read from indexes: no text, and no passage of anybody", async () => {
  const readAs = (plan: Plan): string[] => [
    ...(plan["Relation Name"] && growing.has(plan["Relation Name"])
      ? [`${plan["Relation Name"]}: ${plan["Node Type"]}`]
      : []),
    ...(plan.Plans ?? [])
      // Words of minutes alone, which have no voice, are looked up one by one.
      .filter((child) => !child["Subplan Name"]?.startsWith("SubPlan") || plan["Node Type"] === "CTE Scan")
      .flatMap(readAs),
  ];
  await api.database.query("vacuum (analyze) contribution, key_point_passage");
  const plan = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan", "hashjoin", "mergejoin"])
      await tx.query(`set local enable_${way} = off`);
    const text = `explain (generic_plan, format json) ${statements.get("near: holdings")}`;
    return (await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text))[0]["QUERY PLAN"][0].Plan;
  });
  expect([...new Set(readAs(plan))].toSorted()).toEqual([
    "contribution: Index Only Scan",
    expect.stringMatching(/^key_point_passage: Index/),
  ]);
});

test("texts that are cited, or that key points and proposals rest on, are told from indexes, without their words", async () => {
  const told = new Set(["contribution", "passage"]);
  const readAs = (plan: Plan): string[] => [
    ...(told.has(plan["Relation Name"]!) ? [`${plan["Relation Name"]}: ${plan["Node Type"]}`] : []),
    ...(plan.Plans ?? []).flatMap(readAs),
  ];
  const names = [
    "objective: cited texts",
    "reading: cited",
    "key point: voices",
    "coverage: contributions",
    "proposal: objectives",
    "synthesis: citation counts",
  ];
  await api.database.query("vacuum (analyze) contribution, passage, key_point_passage");
  for (const name of names) {
    const plan = await api.database.transaction(async (tx) => {
      for (const way of ["seqscan", "bitmapscan", "hashjoin", "mergejoin"])
        await tx.query(`set local enable_${way} = off`);
      const text = `explain (generic_plan, format json) ${statements.get(name)}`;
      return (await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text))[0]["QUERY PLAN"][0].Plan;
    });
    const ways = [...new Set(readAs(plan))].toSorted();
    expect({ name, ways }).toEqual({ name, ways: ways.map((way) => way.replace(/: .*/, ": Index Only Scan")) });
  }
});

test("held responses, and stated key points, are counted from an index of them alone", async () => {
  const counted = [
    ["moderation: by group", "response", "response_held"],
    ["moderation: counts", "response", "response_held"],
    ["group: figures of acts", "key_point", "key_point_stated"],
  ] as const;
  await api.database.query("vacuum (analyze) response, key_point");
  for (const [name, table, index] of counted) {
    const readAs = (plan: Plan): string[] => [
      ...(plan["Relation Name"] === table ? [`${plan["Node Type"]} ${plan["Index Name"]}`] : []),
      ...(plan.Plans ?? []).flatMap(readAs),
    ];
    const [row] = await api.database.transaction(async (tx) => {
      for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
      const text = `explain (generic_plan, format json) ${statements.get(name)}`;
      return tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text);
    });
    const ways = [...new Set(readAs(row["QUERY PLAN"][0].Plan))];
    expect({ name, ways }).toEqual({ name, ways: [`Index Only Scan ${index}`] });
  }
});

test("the last minutes that were published are told in the order of an index of them", async () => {
  const found = (plan: Plan): Plan[] => [
    ...(plan["Relation Name"] === "minutes" ? [plan] : []),
    ...(plan.Plans ?? []).flatMap(found),
  ];
  const [row] = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan", "hashjoin", "mergejoin"])
      await tx.query(`set local enable_${way} = off`);
    const text = `explain (generic_plan, format json) ${statements.get("news: of groups")}`;
    return tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text);
  });
  const [published, ...corrected] = found(row["QUERY PLAN"][0].Plan).map((plan) => plan["Index Name"]);
  expect(published).toBe("minutes_published");
  // Those that an erratum sets right are looked up one by one, by a key.
  for (const index of corrected) expect(index).toMatch(/^(UQ|PK)_/);
});

test("what is about to be made public is looked for in an index of what was decided: nearly always there is nothing", async () => {
  const nodes = (plan: Plan): string[] => [
    ...(plan["Relation Name"] ? [`${plan["Relation Name"]}: ${plan["Index Name"]}`] : []),
    ...(plan.Plans ?? []).flatMap(nodes),
  ];
  const due = await statementsOf(async () => {
    await publishProposals(api.database, new Date());
    await publishSyntheses(api.database, new Date());
  });
  const read = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
    const plans = due.map((text) =>
      tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(`explain (generic_plan, format json) ${text}`),
    );
    return (await Promise.all(plans)).flatMap(([row]) => nodes(row["QUERY PLAN"][0].Plan));
  });
  expect(read).toEqual(["proposal: proposal_due", "synthesis_version: synthesis_version_due"]);
});

test("the first words of a key point are found in their order: the others are neither read nor put in order", async () => {
  const nodes = (plan: Plan): string[] => [
    ...(/Sort|^Index/.test(plan["Node Type"]) ? [plan["Index Name"] ?? plan["Node Type"]] : []),
    ...(plan.Plans ?? []).filter((child) => !child["Subplan Name"]).flatMap(nodes),
  ];
  const [row] = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan", "hashjoin", "mergejoin"])
      await tx.query(`set local enable_${way} = off`);
    const text = `explain (generic_plan, format json) ${statements.get("key point: passages")}`;
    return tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text);
  });
  expect(nodes(row["QUERY PLAN"][0].Plan).slice(0, 3)).toEqual(["Sort", "Incremental Sort", "key_point_passage_order"]);
});

test("texts that wait for an answer are counted from an index of them, and no open proposal is looked up for a reaction", async () => {
  await api.database.query("vacuum (analyze) reaction, waiting_reaction, proposal");
  const readAs = (plan: Plan): string[] => [
    ...(/reaction$/.test(plan["Relation Name"] ?? "") || plan["Index Name"] === "proposal_open"
      ? [`${plan["Node Type"]} ${plan["Index Name"]}`]
      : []),
    ...(plan.Plans ?? []).flatMap(readAs),
  ];
  const [row] = await api.database.transaction(async (tx) => {
    for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
    const text = `explain (generic_plan, format json) ${statements.get("curation: counts")}`;
    return tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(text);
  });
  expect(readAs(row["QUERY PLAN"][0].Plan).toSorted()).toEqual([
    "Index Only Scan waiting_reaction_in",
    // The proposal of a supply, and of an amendment: few wait.
    "Index Scan proposal_open",
    "Index Scan proposal_open",
    // Questions about anything else are looked up in what they are about.
    "Index Scan reaction_asked_in",
  ]);
});

test("what waits for the team is counted list by list, without what is still to come or was read", async () => {
  const nodes = (plan: Plan, above: string[] = []): [Plan, string[]][] => [
    [plan, above],
    ...(plan.Plans ?? []).flatMap((each) => nodes(each, [plan["Node Type"], ...above])),
  ];
  const planOf = async (part: string) => {
    const [, text] = [...statements].find(([name]) => name.startsWith(part))!;
    return api.database.transaction(async (tx) => {
      for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
      const [row] = await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(`explain (generic_plan, format json) ${text}`);
      return nodes(row["QUERY PLAN"][0].Plan);
    });
  };
  // A hundred and one held reactions of each group are a line before they stand with anything else.
  const held = (await planOf("moderation: by group")).filter(([it]) => it["Index Name"] === "reaction_held");
  expect(held.map(([, above]) => above.indexOf("Aggregate") < above.indexOf("Append"))).toEqual([true]);
  const matters = await planOf("matter: all");
  const past = matters.filter(
    ([it]) => it["Relation Name"] === "meeting" && /starts_at < now/.test(it["Index Cond"] ?? ""),
  );
  // Once for minutes that are awaited, once for those that were read over.
  expect(past).toHaveLength(2);
  // Texts that nobody read are a kept figure of each theme: no line of texts is summed.
  const unread = matters.filter(([it]) => it["Relation Name"] === "tally");
  expect(unread.map(([it]) => it["Index Name"])).toEqual(["tally_subject"]);
  expect(matters.filter(([it]) => it["Relation Name"] === "text_tally")).toEqual([]);
});

test("what a published synthesis cites is read once, for all the texts that are asked whether they led somewhere", async () => {
  const readAgain = (plan: Plan, isOnce = false): number => {
    const part = plan["Subplan Name"];
    const once = part ? part.startsWith("InitPlan") : isOnce;
    const own = plan["Relation Name"] === "citation" && !once ? 1 : 0;
    return (plan.Plans ?? []).reduce((sum, child) => sum + readAgain(child, once), own);
  };
  for (const name of ["objective: without follow-up", "reading: figures", "chain: of groups"]) {
    const [row] = await api.database.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(
      `explain (generic_plan, format json) ${statements.get(name)}`,
    );
    expect({ name, times: readAgain(row["QUERY PLAN"][0].Plan) }).toEqual({ name, times: 0 });
  }
});

test("responses that led nowhere are looked for where they are kept, be they few: none that led somewhere is looked at", async () => {
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  const few = 3;
  const read = await api.database.transaction(async (tx) => {
    await tx.query("update contribution set contributed_on = contributed_on - 100 where not_retained is null");
    await tx.query(
      `update contribution set not_retained = 'ALREADY_SAID' where response_id <> all (array(select voice_id from led_nowhere limit ${few}))`,
    );
    const [{ all, objectives }] = await tx.query<[{ all: number; objectives: string[] }]>(
      "select (select count(*)::int from led_nowhere) as all, (select array_agg(id) from objective) as objectives",
    );
    const day = new Date().toISOString().slice(0, 10);
    const asked: Record<string, unknown[]> = {
      "objective: without follow-up": [objectives, day],
      "reading: figures": [objectives[0], day],
    };
    const looked: [string, number, string[]][] = [];
    for (const way of ["seqscan", "bitmapscan"]) await tx.query(`set local enable_${way} = off`);
    for (const [name, values] of Object.entries(asked)) {
      const [row] = await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(
        `explain (analyze, format json) ${statements.get(name)}`,
        values,
      );
      const met = nodes(row["QUERY PLAN"][0].Plan);
      const ofVoices = met.filter((it) => it["Index Name"] === "contribution_voice");
      looked.push([
        name,
        ofVoices.reduce((sum, it) => sum + it["Actual Loops"]!, 0),
        met.flatMap((it) => (it["Relation Name"] === "led_nowhere" ? [it["Index Name"]!] : [])),
      ]);
    }
    return { all, looked };
  });
  expect(read.all).toBeLessThan(few * 4);
  for (const [name, times, by] of read.looked) {
    expect({ name, by: by.map((it) => it.replace(/_(theme|objective)$/, "")) }).toEqual({ name, by: ["led_nowhere"] });
    expect({ name, few: times > 0 && times <= read.all }).toEqual({ name, few: true });
  }
});
