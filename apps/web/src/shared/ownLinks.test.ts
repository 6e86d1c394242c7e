import { afterEach, expect, test, vi } from "vitest";
import type { Written } from "../ui/disk.ts";
import { device, shelfOn } from "../ui/trialDevice.ts";
import { forgetLink, keepLink, mendLinks } from "./ownLinks.ts";

afterEach(() => vi.unstubAllGlobals());

const codes = (storage: Storage, kind: string) =>
  (JSON.parse(storage.getItem(`own:${kind}`) ?? '{"links":[]}') as { links: { code: string }[] }).links.map(
    ({ code }) => code,
  );

test("the private link of what was sent survives a browser that is killed right after", async () => {
  const disk = new Map<string, Written>();
  await keepLink("reactions", { code: "A", subjectId: "p1" }, shelfOn(device(), disk));
  // Nothing of localStorage had reached the disk.
  const later = device();
  await mendLinks(shelfOn(later, disk));
  expect(codes(later, "reactions")).toEqual(["A"]);
});

test("a link kept after a crash stands beside those that the disk alone knew", async () => {
  const disk = new Map<string, Written>();
  await keepLink("receipts", { code: "A" }, shelfOn(device(), disk));
  const later = device();
  await keepLink("receipts", { code: "B" }, shelfOn(later, disk));
  expect(codes(later, "receipts")).toEqual(["B", "A"]);
});

test("a link that was forgotten stays so after a crash", async () => {
  const disk = new Map<string, Written>();
  const shelf = shelfOn(device(), disk);
  await keepLink("attendances", { code: "A", subjectId: "m1" }, shelf);
  await forgetLink("attendances", "A", shelf);
  const later = device();
  await mendLinks(shelfOn(later, disk));
  expect(codes(later, "attendances")).toEqual([]);
});

test("links of before the disk are kept, and each once", async () => {
  const storage = device();
  storage.setItem("agendaRequests", JSON.stringify([{ code: "A", subjectId: "m1" }]));
  const shelf = shelfOn(storage);
  await keepLink("agendaRequests", { code: "B", subjectId: "m1" }, shelf);
  await keepLink("agendaRequests", { code: "B", subjectId: "m1" }, shelf);
  expect(codes(storage, "agendaRequests")).toEqual(["B", "A"]);
});

test("a page of before that writes under the former name takes nothing away, and what it keeps stays", async () => {
  const storage = device();
  const shelf = shelfOn(storage);
  await keepLink("reactions", { code: "A" }, shelf);
  storage.setItem("reactions", JSON.stringify([{ code: "B" }]));
  await keepLink("reactions", { code: "C" }, shelf);
  expect(codes(storage, "reactions")).toEqual(["C", "A", "B"]);
  await forgetLink("reactions", "B", shelf);
  expect([codes(storage, "reactions"), storage.getItem("reactions")]).toEqual([["C", "A"], null]);
});

test("a device that keeps nothing says so", async () => {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const shelf = shelfOn(Object.assign(device(), { setItem: full }));
  expect(await keepLink("receipts", { code: "A" }, shelf)).toBe(false);
});
