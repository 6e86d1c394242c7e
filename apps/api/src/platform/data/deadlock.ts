import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";

/** Times that an act is tried which waits for another one that waits for it. */
const tries = 3;

/**
 * Answers with what `transact` does. Of two transactions that wait for each other PostgreSQL ends one (40P01), of which
 * nothing stays: it is done again a moment later, when the other one has what it waited for.
 */
export async function afterDeadlock<Answer>(transact: () => Promise<Answer>): Promise<Answer> {
  for (let left = tries - 1; ; left--)
    try {
      return await transact();
    } catch (error) {
      if ((error as { code?: string }).code !== "40P01" || left === 0) throw error;
      await setTimeout(randomInt(50, 150));
    }
}
