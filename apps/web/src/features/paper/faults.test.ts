import { type ApolloClient, CombinedGraphQLErrors, ServerError } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import type { Shelf } from "../../ui/shelf.ts";
import { PaperQueue } from "./queue.ts";
import { QueuePanel } from "./QueuePanel.tsx";
import { sendEntry } from "./send.tsx";
import { device, shelfOn } from "../../ui/trialDevice.ts";
import { sheet } from "./trialSheet.ts";

const answered = (code: string) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: "No.", extensions: { code } }] });
const status = (of: number) => new ServerError("No.", { response: new Response("{}", { status: of }), bodyText: "{}" });

/** A site that fails so on the sheets named, and the queue of somebody, with what came there. */
function failing(shelf: Shelf, failures: Record<string, Error>) {
  const came: string[] = [];
  const client = {
    query: () => Promise.resolve({ data: { viewer: { id: "one" } } }),
    mutate: async ({ variables }: { variables: { input: { key: string } } }) => {
      const { key } = variables.input;
      came.push(key);
      if (failures[key]) throw failures[key];
      return { data: { done: { problems: [], entry: null } } };
    },
  } as unknown as ApolloClient;
  const queue = new PaperQueue({ personId: "one", shelf, send: (waiting) => sendEntry(client, "one", waiting) });
  return { queue, came };
}
const drawn = (queue: PaperQueue) => {
  const more = { mendable: true, onMend: () => undefined, definitionOf: () => undefined };
  return renderToStaticMarkup(
    createElement(MemoryRouter, {}, createElement(QueuePanel, { queue, ...queue.state(), ...more })),
  );
};

test("a sheet that the site fails on holds up none of those behind it; after three passes it is set aside, and told, until it is tried again or left out", async () => {
  const shelf = shelfOn(device());
  const failures = { "1": answered("INTERNAL"), "3": status(413), "5": status(500) } as Record<string, Error>;
  const { queue, came } = failing(shelf, failures);
  for (const key of ["1", "2", "3", "4", "5"]) queue.add(sheet(key));
  await queue.flush();
  expect(came).toEqual(["1", "2", "3", "4", "5"]);
  expect(queue.state()).toMatchObject({ held: null, sent: 2, waiting: [{ key: "1" }, { key: "3" }, { key: "5" }] });
  expect(drawn(queue)).not.toContain(m.paper_set_aside());
  await queue.flush();
  // Another visit counts on.
  const later = failing(shelf, failures);
  await later.queue.flush();
  await later.queue.flush();
  expect([came.length, later.came]).toEqual([8, ["1", "3", "5"]]);
  const said = drawn(later.queue);
  expect(said.split(m.paper_set_aside())).toHaveLength(4);
  expect(said).toContain(m.problem_error_too_large());
  expect(said).toContain(m.paper_try_all_again());
  expect(said).not.toContain(m.paper_queue_now());

  // Left out, it is there to be taken up; tried again, it leaves, or is there again at once.
  const [first, third, fifth] = later.queue.state().waiting;
  later.queue.drop(third!);
  expect(later.queue.state()).toMatchObject({ waiting: [{ key: "1" }, { key: "5" }], dropped: [{ key: "3" }] });
  delete failures["1"];
  await later.queue.tryAgain([first!, fifth!]);
  expect(later.queue.state()).toMatchObject({ sent: 1, waiting: [{ key: "5" }] });
  expect(drawn(later.queue)).toContain(m.paper_set_aside());
});

test("while the site takes nothing for now, or the network is cut, all waits, and nothing is counted", async () => {
  for (const [failure, held] of [
    [status(503), "busy"],
    [status(429), "busy"],
    [status(502), "busy"],
    [answered("UNAVAILABLE"), "busy"],
    [answered("UNAUTHENTICATED"), "signed-out"],
    [new TypeError("Failed to fetch"), "offline"],
  ] as const) {
    const { queue, came } = failing(shelfOn(device()), { "1": failure });
    for (const key of ["1", "2"]) queue.add(sheet(key));
    // oxlint-disable-next-line no-await-in-loop -- one pass after the other
    for (let pass = 0; pass < 4; pass++) await queue.flush();
    expect({ held: queue.state().held, came }).toEqual({ held, came: ["1", "1", "1", "1"] });
    expect(queue.state().waiting).toEqual([sheet("1"), sheet("2")]);
    expect(drawn(queue)).toContain(m.paper_queue_now());
  }
});
