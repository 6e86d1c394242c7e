import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { m } from "@cahier/schema/messages";

const words = {
  UNAUTHENTICATED: m.evening_signed_out,
  FORBIDDEN: m.evening_no_right,
  UNAVAILABLE: m.evening_cut,
};

const codeOf = (failure: unknown) =>
  CombinedGraphQLErrors.is(failure) ? (failure.errors[0]?.extensions?.["code"] as string) : "UNAVAILABLE";

/** True for an error after which the same act may be done: once signed in again, with a role, or when the site is back. */
export const mayPass = (failure: unknown) => codeOf(failure) in words;

/** Sentence on the texts whose acts wait on this device: why, and until when. */
export const waitSentence = (failure: unknown, count: number) =>
  (words[codeOf(failure) as keyof typeof words] ?? m.evening_cut)({ count });
