import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { uniqueWord } from "../../apps/api/test/site/uniqueWord.ts";

/** A response that the site said it has, by its text. */
export interface Acknowledged {
  text: string;
  code: string;
}

export interface Senders {
  acknowledged: Acknowledged[];
  /** Answers and failures that are no acknowledgement, with how often. */
  others: Map<string, number>;
  /** Requests that ended without an answer although the site had begun to listen to them. */
  cuts: () => number;
  /** Milliseconds that the slowest took that was answered, or failed. */
  slowest: () => number;
  /** Forgets what was counted of cuts, others and slowness. */
  count: () => void;
  /** Waits until so many are acknowledged in all, or the time is over. */
  reach: (many: number, until?: number) => Promise<void>;
  /** Waits until acknowledgements come again after a fault that began then, and says how long none came. */
  recovered: (since: number) => Promise<number>;
  /** Lets each send what it has to send, until that is acknowledged. */
  end: () => Promise<void>;
}

/** Way of sending: `clients` at once. A `forgetful` client retries under a new key, which no page of ours does. */
interface Manner {
  port: number;
  clients: number;
  forgetful?: boolean;
}

const submit = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) { problems { code field } receipt { code } } }`;

/** One in so many hangs up before it is answered, and sends again: its answer is lost on the way. */
const hangsUp = 25;

let asked = 0;
/** Each from an address of its own: limits are those of one. */
const address = () => `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`;

/** Sends responses without an end, each again with its key until it is acknowledged. */
export async function senders({ port, clients, forgetful = false }: Manner): Promise<Senders> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients * 2 });
  const input = await inputFor(port);
  const acknowledged: Acknowledged[] = [];
  const moments: number[] = [];
  const others = new Map<string, number>();
  const seen = { cuts: 0, slowest: 0, failedAt: 0, ended: false };

  async function once(text: string, key: string, hangUp: boolean) {
    const began = performance.now();
    const { status, body, error } = await post({ port, agent, hangUp }, submit, { input: input(text, key) });
    seen.slowest = Math.max(seen.slowest, performance.now() - began);
    const receipt = status === 200 ? body?.data?.submitResponse?.receipt : null;
    if (receipt) {
      acknowledged.push({ text, code: receipt.code });
      moments.push(performance.now());
      return true;
    }
    if (hangUp) return false;
    seen.failedAt = performance.now();
    const found = error ?? (status === 200 ? JSON.stringify(body) : String(status));
    others.set(found, (others.get(found) ?? 0) + 1);
    if (error && error !== "ECONNREFUSED") seen.cuts += 1;
    return false;
  }

  async function send() {
    for (let sent = 0; !seen.ended; sent++) {
      const text = `Une parole à ne pas perdre : ${uniqueWord()}.`;
      let key: string = randomUUID();
      // oxlint-disable-next-line no-await-in-loop -- again, until it is acknowledged
      for (let tries = 0; !(await once(text, key, tries === 0 && sent % hangsUp === hangsUp - 1)); tries++) {
        if (forgetful) key = randomUUID();
        // oxlint-disable-next-line no-await-in-loop -- as a page does
        await sleep(50);
      }
    }
  }
  const all = Promise.all(Array.from({ length: clients }, send));

  return {
    acknowledged,
    others,
    cuts: () => seen.cuts,
    slowest: () => seen.slowest,
    count() {
      others.clear();
      [seen.cuts, seen.slowest] = [0, 0];
    },
    async reach(many, until = Infinity) {
      // oxlint-disable-next-line no-await-in-loop -- the point of it
      while (acknowledged.length < many && performance.now() < until) await sleep(20);
    },
    async recovered(since) {
      const after = () => moments.filter((at) => at > Math.max(since, seen.failedAt)).length;
      const patience = since + 60_000;
      const still = () => (seen.failedAt < since || after() < clients) && performance.now() < patience;
      // oxlint-disable-next-line no-await-in-loop -- the point of it
      while (still()) await sleep(20);
      const times = [since, ...moments.filter((at) => at > since), ...(after() ? [] : [patience])];
      const ends = times.slice(1).map((at, n) => ({ at, silence: at - times[n]! }));
      return ends.reduce((longest, it) => (it.silence > longest.silence ? it : longest)).at - since;
    },
    async end() {
      seen.ended = true;
      await all;
      agent.destroy();
    },
  };
}

interface Answer {
  status: number;
  body?: any;
  error?: string;
}

/** A question to the site; it never throws. */
export function post(
  { port, agent, hangUp = false }: { port: number; agent?: Agent; hangUp?: boolean },
  query: string,
  variables: object = {},
): Promise<Answer> {
  const payload = JSON.stringify({ query, variables });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(payload),
    "x-forwarded-for": address(),
  };
  return new Promise((done) => {
    const sent = request({ host: "127.0.0.1", port, path: "/graphql", method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.once("end", () => done({ status: answer.statusCode ?? 0, body: parsed(text) }));
      answer.once("error", ({ message }) => done({ status: 0, error: message }));
    });
    sent.setTimeout(20_000, () => sent.destroy(Object.assign(new Error("no answer"), { code: "NO_ANSWER" })));
    sent.once("error", (error: NodeJS.ErrnoException) => done({ status: 0, error: error.code ?? error.message }));
    sent.end(payload, () => hangUp && setTimeout(() => sent.destroy(), 3));
  });
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Input of a response to the questionnaire of the demonstration that asks a territory and one free text. */
export async function inputFor(port: number) {
  const { body } = await post(
    { port },
    `{ questionnaire(slug: "questionnaire-4") { id sections { questions { id code options { value } } } } }`,
  );
  const { id: questionnaireId, sections } = body.data.questionnaire;
  const questions: { id: string; code: string; options: { value: string }[] }[] = sections.flatMap(
    (section: { questions: unknown[] }) => section.questions,
  );
  const of = (code: string) => questions.find((it) => it.code === code)!;
  return (text: string, key: string) => ({
    key,
    questionnaireId,
    appearance: "ANONYMOUS",
    answers: [
      { questionId: of("4.9").id, value: "DEPARTMENT:29" },
      { questionId: of("4.1").id, value: of("4.1").options[0]!.value },
      { questionId: of("4.2").id, value: text },
    ],
  });
}
