import { expect, test } from "vitest";
import { configOf, isDemo } from "./config.ts";

const DATABASE_URL = "postgres://db/cahier";

test("the demonstration exists with the embedded database, on this machine", () => {
  expect(isDemo({})).toBe(true);
  for (const HOST of ["127.0.0.1", "localhost", "::1", "127.0.1.1"]) expect(isDemo({ HOST })).toBe(true);
});

test("the demonstration never exists where other machines reach it, unless it is asked for", () => {
  for (const HOST of ["0.0.0.0", "::", "192.168.1.4", "cahier.example.org", "127.0.0.1.example.org"]) {
    expect(isDemo({ HOST })).toBe(false);
    expect(isDemo({ HOST, DATABASE_URL })).toBe(false);
    expect(isDemo({ HOST, DEMO: "1" })).toBe(true);
  }
});

test("the demonstration does not exist on a database of the operator's, unless it is asked for", () => {
  expect(isDemo({ DATABASE_URL })).toBe(false);
  expect(isDemo({ DATABASE_URL, DEMO: "1" })).toBe(true);
  expect(isDemo({ DEMO: "0" })).toBe(false);
});

test("links lead to the configured address, else to this machine", () => {
  expect(configOf({ PUBLIC_URL: "https://cahier.example.org/x" }).origin).toBe("https://cahier.example.org");
  expect(configOf({ HOST: "0.0.0.0", PORT: "4001" }).origin).toBe("http://127.0.0.1:4001");
  expect(() => configOf({ PUBLIC_URL: "javascript:alert(1)" })).toThrow("is not an address");
  expect(() => configOf({ PORT: "80O" })).toThrow("is not a number");
});
