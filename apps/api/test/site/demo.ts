import { inject } from "vitest";
import { testApi } from "./api.ts";
import { seededFrom } from "./seeded.ts";

/** A real API on the demonstration, read today as if it were 20 June 2012. Each test file has its own copy. */
export const seededApi = (connections?: number) => testApi(seededTemplate, connections);

/** The same through one connection, since each plans what it is asked: for who asks a bit of everything. */
export const walkedApi = () => seededApi(1);

/** The database with the demonstration of a day, made by the first test file that needs it. */
export const seededTemplate = (date?: string) => seededFrom(inject("template"), inject("admin"), date);
