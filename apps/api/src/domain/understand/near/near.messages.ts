import type { LikelyKeyPoint } from "./marks.ts";
import type { Holdings, Likes, Missing, ShelvedMark, ShelvedText } from "./shelf.ts";
import type { Nearest } from "./texts.ts";

/** Messages of the worker, about one shelf: texts go in, only ids, stems and numbers come out. */
export interface Questions {
  hold: { asked: Holdings; answer: Missing };
  putTexts: { asked: ShelvedText[]; answer: null };
  putMarks: { asked: ShelvedMark[]; answer: null };
  suggest: { asked: { stretch: string; textId: string; among: string[]; count: number }; answer: LikelyKeyPoint[] };
  nearest: { asked: { id: string; count: number }; answer: Nearest[] };
  likes: { asked: string[]; answer: Map<string, Likes> };
}

export type Name = keyof Questions;

/** One question, as it is sent. */
export type Message = {
  [One in Name]: { number: number; shelf: string; name: One; asked: Questions[One]["asked"] };
}[Name];

/** Its answer, or why there is none. */
export interface Answer {
  number: number;
  answer?: Questions[Name]["answer"];
  failed?: string;
}
