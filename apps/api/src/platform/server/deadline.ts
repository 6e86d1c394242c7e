/** Most milliseconds that a request takes; then it is answered 503, to come back. */
export const deadline = 4000;

/**
 * Raised for work that is not done in time. It goes on until it ends by itself, a statement after two seconds; what it
 * wrote is undone, since its answer says that nothing was.
 */
export class TooLong extends Error {
  override message = "The request took too long.";
}

/** Result of some work; throws `TooLong` if it does not come in time, and calls `late` first. */
export async function inTime<Result>(work: Promise<Result>, ms = deadline, late = () => {}): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      late();
      fail(new TooLong());
    }, ms);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
