/** Each state of the domain has a way in and a way out through the API: acts, the day that comes, or an end of its own. */
import { type GraphQLEnumType, isEnumType } from "graphql";
import { expect, test } from "vitest";
import { schema } from "../walks/walk.ts";
import { states, time } from "./states.ts";
import { waysBack } from "./waysBack.ts";

/** Enumerations that name no state of anything, though they end alike. */
const others = new Set(["ProductionStep", "ChainStep", "ChainState"]);

const isState = (name: string) => /(State|Status|Step|Consent)$/.test(name) || /^(Ruling|Appeal)Outcome$/.test(name);
const enums = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLEnumType => isEnumType(type) && isState(type.name) && !others.has(type.name),
);

test("every state of the domain has a way in and a way out", () => {
  const declared = Object.fromEntries(enums.map((type) => [type.name, Object.keys(type.toConfig().values).toSorted()]));
  const told = Object.fromEntries(Object.entries(states).map(([name, of]) => [name, Object.keys(of).toSorted()]));
  expect(told).toEqual(declared);
});

test("each way is an act of the API that is there, or a date", () => {
  const acts = new Set(Object.keys(schema.getMutationType()!.getFields()));
  const unknown = Object.entries(states).flatMap(([name, of]) =>
    Object.entries(of).flatMap(([state, [into, out]]) =>
      [...into, ...(out === "end" ? [] : out)]
        .filter((way) => way !== time && !acts.has(way))
        .map((way) => `${name}.${state}: ${way}`),
    ),
  );
  expect(unknown).toEqual([]);
  // Nothing stands without a way there, and what does not end has a way on.
  const stuck = Object.entries(states).flatMap(([name, of]) =>
    Object.entries(of)
      .filter(([, [into, out]]) => into.length === 0 || out.length === 0)
      .map(([state]) => `${name}.${state}`),
  );
  expect(stuck).toEqual([]);
});

test("each state that people reach by an act has a way back, which is one of its ways out, or says why it is for good", () => {
  const reached = Object.fromEntries(
    Object.entries(states).map(([name, of]) => [
      name,
      Object.keys(of)
        .filter((state) => of[state]![0].some((way) => way !== time))
        .toSorted(),
    ]),
  );
  const told = Object.fromEntries(Object.entries(waysBack).map(([name, of]) => [name, Object.keys(of).toSorted()]));
  expect(told).toEqual(reached);
  const wrong = Object.entries(waysBack).flatMap(([name, of]) =>
    Object.entries(of).flatMap(([state, back]) => {
      if ("forGood" in back) return /^\S+( \S+){4,}\.$/.test(back.forGood) ? [] : [`${name}.${state}: no reason`];
      const out = states[name]![state]![1];
      const acts = back.filter((act) => !out.includes(act)).map((act) => `${name}.${state}: ${act}`);
      return back.length > 0 ? acts : [`${name}.${state}: no way back`];
    }),
  );
  expect(wrong).toEqual([]);
});
