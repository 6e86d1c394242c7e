import { expect, test } from "vitest";
import { canonical, hashOf } from "./canonical.ts";

test("the sample of RFC 8785 comes out as printed there", () => {
  const sample = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonical(sample)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  expect(canonical({ "10": 1, "9": 2 })).toBe('{"10":1,"9":2}');
});

test("a hash made before the library came is still the same", () => {
  const content = {
    title: "Une proposition d’exemple",
    number: 3,
    statements: [{ id: "b", text: "Ligne\n« é » 😀\u2028", sources: [], proves: null }, { id: "a" }],
    Zone: true,
    "€": 1.5,
    e: 1e21,
  };
  expect(hashOf(content)).toBe("8df574426f07bed5689e95470662769ffae244f17ff1870d244cb677d20a5849");
});

test("indented, it says the same", () => {
  expect(canonical({ b: [1], a: undefined, c: {} }, 1)).toBe('{\n "b": [\n  1\n ],\n "c": {}\n}');
});
