/**
 * Near texts and suggestions are computed in a worker beside the request, from stems and shingles that can be
 * explained word by word. They are shown with their why, hidden under twenty marked texts, and never act.
 */
import { Worker } from "node:worker_threads";
import { log } from "../../../platform/log.ts";
import type { Answer, Name, Questions } from "./near.messages.ts";

/** Milliseconds without an answer after which the worker is taken to be stuck, and ended. */
const stuck = 20_000;
/** It is begun again at the next question; having failed so often in a row, only after a rest. */
const failures = { most: 3, rest: 60_000 };

interface Waiting {
  done: (answer: never) => void;
  failed: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** The worker thread that holds the shelves: begun at the first question, begun again when it died. */
export class Thread {
  #worker: Worker | null = null;
  #number = 0;
  #failures = 0;
  #restsUntil = 0;
  readonly #waiting = new Map<number, Waiting>();

  ask<One extends Name>(shelf: string, name: One, asked: Questions[One]["asked"]): Promise<Questions[One]["answer"]> {
    return new Promise((done, failed) => {
      const worker = this.#working();
      const number = this.#number++;
      const timer = setTimeout(() => this.#end(worker, new Error("it is stuck")), stuck).unref();
      this.#waiting.set(number, { done, failed, timer });
      worker.postMessage({ number, shelf, name, asked });
    });
  }

  /** Ends the worker: the next question begins another, which is given all it needs. */
  async restart(): Promise<void> {
    await this.#worker?.terminate();
  }

  #working(): Worker {
    if (this.#worker) return this.#worker;
    if (Date.now() < this.#restsUntil) throw new Error("the worker failed, and rests");
    // Nothing of how this process was begun concerns it: it reads no file but its own, and asks nobody.
    const worker = new Worker(new URL("./near.worker.ts", import.meta.url), {
      execArgv: [],
      name: "near",
      resourceLimits: { maxOldGenerationSizeMb: 384 },
    });
    worker.on("message", (answer: Answer) => this.#answered(answer));
    worker.on("error", (error: Error) => this.#end(worker, error));
    worker.on("exit", (code) => this.#end(worker, new Error(`it ended with ${code}`)));
    worker.unref(); // Once it is listened to: nobody waits for a suggestion to end a process.
    this.#worker = worker;
    return worker;
  }

  #answered({ number, answer, failed }: Answer) {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    this.#waiting.delete(number);
    clearTimeout(waiting.timer);
    if (failed !== undefined) return waiting.failed(new Error(failed));
    this.#failures = 0;
    waiting.done(answer as never);
  }

  /** Ends a worker: every pending question fails. */
  #end(worker: Worker, error: Error) {
    if (worker !== this.#worker) return;
    this.#worker = null;
    void worker.terminate();
    log.warn("near", { detail: error.message });
    this.#failures += 1;
    if (this.#failures >= failures.most) {
      this.#failures = 0;
      this.#restsUntil = Date.now() + failures.rest;
    }
    for (const { failed, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      failed(error);
    }
    this.#waiting.clear();
  }
}
