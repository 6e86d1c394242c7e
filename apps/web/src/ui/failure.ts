// chunk: form
import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import type { ErrorCode } from "@cahier/schema/errors";
import { m } from "@cahier/schema/messages";

/** Cause of an act that was neither done nor answered with problems: an error, or the answer of a route. */
export type Failure = object | boolean | null | undefined;

const sentences: Record<ErrorCode, (id: string) => string> = {
  GRAPHQL_PARSE_FAILED: m.problem_error_outdated,
  GRAPHQL_VALIDATION_FAILED: m.problem_error_outdated,
  OPERATION_RESOLUTION_FAILURE: m.problem_error_outdated,
  BAD_REQUEST: m.problem_error_outdated,
  BAD_USER_INPUT: m.problem_error_outdated,
  UNAUTHENTICATED: m.problem_error_UNAUTHENTICATED,
  FORBIDDEN: m.problem_error_FORBIDDEN,
  NOT_FOUND: m.problem_error_NOT_FOUND,
  REHEARSAL_OVER: m.problem_error_REHEARSAL_OVER,
  UNAVAILABLE: m.problem_error_UNAVAILABLE,
  INTERNAL: (id) => m.problem_error_INTERNAL({ id }),
};

const codeOfStatus: Record<number, ErrorCode> = {
  400: "BAD_REQUEST",
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  503: "UNAVAILABLE",
};

/** The failure as a sentence that says what it is; null where nobody answered, which each form says in its words. */
export function failureSentence(failure: Failure): string | null {
  if (CombinedGraphQLErrors.is(failure)) {
    const { code, requestId } = failure.errors[0]?.extensions ?? {};
    return (sentences[code as ErrorCode] ?? sentences.INTERNAL)(typeof requestId === "string" ? requestId : "–");
  }
  const answer = ServerError.is(failure) ? failure.response : failure instanceof Response ? failure : null;
  return answer && sentenceOfStatus(answer);
}

function sentenceOfStatus({ status, headers }: Response): string {
  if (status === 413) return m.problem_error_too_large();
  if (status === 429)
    return m.problem_error_wait({ minutes: Math.max(1, Math.ceil(Number(headers.get("retry-after")) / 60)) });
  const code = codeOfStatus[status] ?? "INTERNAL";
  return sentences[code](headers.get("x-request-id") ?? "–");
}
