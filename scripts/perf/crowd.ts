import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { uniqueWord } from "../../apps/api/test/site/uniqueWord.ts";
import type { inputFor } from "../faults/senders.ts";

/** Answer to one request of a crowd. */
export interface Answer {
  /** Status of HTTP; 0 where none came. */
  status: number;
  /** Milliseconds from the asking to the end of the answer. */
  ms: number;
  /** Whether it says when to come back. */
  retryAfter: boolean;
  /** Body of what GraphQL answered; empty for a page, which is read and let go. */
  text: string;
  /** Why none came. */
  error: string;
}

/** People in front of a site on the loopback, each at an address of their own. */
export function peopleAt(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4000 });
  let asked = 0;

  /** Asks for a page, or sends a body to GraphQL; it never throws. */
  function ask(path: string, body?: object): Promise<Answer> {
    const began = performance.now();
    asked += 1;
    const payload = body && JSON.stringify(body);
    const headers = {
      accept: payload ? "application/json" : "text/html",
      "x-forwarded-for": `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
      ...(payload && { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }),
    };
    const method = payload ? "POST" : "GET";
    return new Promise((done) => {
      const end = (came: Partial<Answer>) =>
        done({ status: 0, retryAfter: false, text: "", error: "", ...came, ms: performance.now() - began });
      const sent = request({ host: "127.0.0.1", port, path, agent, method, headers }, (answer) => {
        let text = "";
        if (body) answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        else answer.resume();
        answer.once("end", () =>
          end({ status: answer.statusCode ?? 0, retryAfter: "retry-after" in answer.headers, text }),
        );
        answer.once("error", ({ message }) => end({ error: message }));
      });
      sent.setTimeout(20_000, () => sent.destroy(new Error("no answer in 20 s")));
      sent.once("error", ({ code, message }: NodeJS.ErrnoException) =>
        // Both ends may give up a connection that stayed silent in the same instant: a browser asks again by itself.
        end({ error: `${code ?? message}${sent.reusedSocket ? " of a kept connection" : ""}` }),
      );
      sent.end(payload);
    });
  }

  return { ask, leave: () => agent.destroy() };
}

/** What is wrong with an answer; nothing if it is a good one. */
export function wrongIn({ status, text, error }: Answer) {
  if (status !== 200) return error || String(status);
  return /"errors":|"problems":\[\{/.test(text) ? text.slice(0, 200) : "";
}

/** Does something so many times a second, in an open loop: whether or not what was begun before is over. */
export async function inOpenLoop<T>(rate: number, seconds: number, one: () => Promise<T>): Promise<T[]> {
  const all: Promise<T>[] = [];
  const began = performance.now();
  for (let now = 0; (now = (performance.now() - began) / 1000) < seconds;) {
    while (all.length < now * rate) all.push(one());
    // oxlint-disable-next-line no-await-in-loop -- they come over time
    await sleep(5);
  }
  return Promise.all(all);
}

/** What so large a part of some figures, from 0 to 1, does not exceed; rounded, 0 of none. */
export const atShare = (figures: number[], share: number) =>
  Math.round(figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)] ?? 0);

/** Pages that everybody reads. */
export const readPages = [
  "/",
  "/contributions",
  "/proposals/proposition-1",
  "/syntheses/point-d-etape-1",
  "/territories",
];

/** A question that programs ask. */
export const readQuery = "{ contributions(first: 20) { nodes { id body } } proposals { nodes { id title } } }";

const submit = "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code } } }";

/** A response in words of its own, for GraphQL. */
export function responseOf(input: Awaited<ReturnType<typeof inputFor>>) {
  const text = `Chez nous, le ${uniqueWord()} et le ${uniqueWord()} se font à plusieurs : ${uniqueWord()}.`;
  return { query: submit, variables: { input: input(text, randomUUID()) } };
}
