import { expect, test } from "vitest";
import { notebookTrail } from "./notebookTrail.ts";

test("a notebook of which a line is attached and that nobody read is said to be begun, as the coverage counts it unread", () => {
  expect(notebookTrail(0).begun?.()).toBe("Lecture commencée par les rapporteurs");
  expect(notebookTrail(1).begun).toBeUndefined();
  expect(notebookTrail(1).steps.READ()).toBe("Lu par les rapporteurs");
});
