import { expect, test } from "vitest";
import { destinationOf } from "./destination.ts";

test("an import names the site that it writes to, and no password", () => {
  const embedded = { directUrl: null, databaseUrl: null };
  expect(destinationOf({ ...embedded, embeddedName: "instance" }, "/srv/var")).toBe("the instance kept in /srv/var");
  expect(destinationOf({ ...embedded, embeddedName: "cahier" }, "/srv/var")).toBe(
    "the demonstration kept in /srv/var (--empty: the instance)",
  );
  const databaseUrl = "postgresql://cahier:hidden@db.example.org:5432/consultation";
  expect(destinationOf({ directUrl: null, databaseUrl, embeddedName: "cahier" }, "/srv/var")).toBe(
    "the database consultation of db.example.org:5432",
  );
  const bySocket = { ...embedded, databaseUrl: "postgresql:///cahier?host=/run/postgresql", embeddedName: "cahier" };
  expect(destinationOf(bySocket, "/srv/var")).toBe("the database cahier of this machine");
});
