import type { TestProject } from "vitest/node";
import { cluster, migratedTemplate, removeCopies } from "./cluster.ts";
import { removeProfiles } from "../acts/office.ts";

declare module "vitest" {
  interface ProvidedContext {
    admin: string;
    template: string;
  }
}

/** Runs once for all tests: starts the cluster and builds the database that every test file copies. */
export default async function setup(project: TestProject) {
  const postgres = await cluster();
  project.provide("admin", postgres.url("postgres"));
  project.provide("template", await migratedTemplate(postgres));
  return async () => {
    removeProfiles();
    await removeCopies(postgres.url("postgres"));
    await postgres.stop();
  };
}
