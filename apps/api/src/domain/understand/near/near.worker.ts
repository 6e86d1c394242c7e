import { parentPort } from "node:worker_threads";
import type { Answer, Message, Name, Questions } from "./near.messages.ts";
import { Shelf } from "./shelf.ts";

/** Shelves kept, by last use; one that was dropped is filled again when asked for. */
const most = 12;
const shelves = new Map<string, Shelf>();

function shelfOf(key: string): Shelf {
  const shelf = shelves.get(key) ?? new Shelf();
  shelves.delete(key);
  shelves.set(key, shelf);
  if (shelves.size > most) shelves.delete(shelves.keys().next().value!);
  return shelf;
}

const answers: { [One in Name]: (shelf: Shelf, asked: Questions[One]["asked"]) => Questions[One]["answer"] } = {
  hold: (shelf, holdings) => shelf.hold(holdings),
  putTexts(shelf, texts) {
    shelf.putTexts(texts);
    return null;
  },
  putMarks(shelf, marks) {
    shelf.putMarks(marks);
    return null;
  },
  suggest: (shelf, { stretch, textId, among, count }) => shelf.suggest(stretch, textId, among, count),
  nearest: (shelf, { id, count }) => shelf.nearest(id, count),
  likes: (shelf, ids) => new Map(ids.map((id) => [id, shelf.likes(id)])),
};

parentPort!.on("message", ({ number, shelf, name, asked }: Message) => {
  let answer: Answer;
  try {
    answer = { number, answer: answers[name](shelfOf(shelf), asked as never) };
  } catch (error) {
    answer = { number, failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(answer);
});
