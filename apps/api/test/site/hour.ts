import type { DataSource } from "typeorm";
import { beforeEach } from "vitest";

/** Lets an hour go by: what is counted within one begins anew. */
export const anHourLater = (database: DataSource) => database.query("delete from rate_window");

/** An hour between two tests, which say the same: together they are no flood. */
export const hourBetweenTests = (api: { database: DataSource }) => beforeEach(() => anHourLater(api.database));
