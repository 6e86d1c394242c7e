/** Most milliseconds that a request takes; then it is answered 503, to come back. */
export const deadline = 4000;

/** Raised for work that is not done in time. It goes on until it ends by itself: a statement after two seconds. */
export class TooLong extends Error {
  override message = "The request took too long.";
}

/** Result of some work; throws `TooLong` if it does not come in time. */
export async function inTime<Result>(work: Promise<Result>, ms = deadline): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new TooLong()), ms)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
