import type { ApolloServerOptions, ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { errorCodes } from "@cahier/schema/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { EntityNotFoundError } from "typeorm";
import type { Context } from "../context.ts";
import { badValue } from "./badValue.ts";
import { graphqlLimits, limits } from "./graphqlLimits.ts";
import { countLists } from "./graphqlSizes.ts";
import { log } from "../log.ts";
import { isUnavailable, retryAfter } from "./unavailable.ts";

/** Error codes that leave the API. Any other error is INTERNAL, with its details in the log alone. */
const codes = new Set<string>(errorCodes);

/** The settings of the API's server, the same in tests. `open` shows the schema to tools: while developing. */
export const graphqlOptions = ({ open = false } = {}) =>
  ({
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // The document stands in the request: nothing that a stranger sent before is kept for later.
    persistedQueries: false,
    introspection: open,
    hideSchemaDetailsFromClientErrors: !open,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [graphqlLimits(open ? { ...limits, depth: 24 } : limits)],
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), answers, countLists()],
  }) satisfies Omit<ApolloServerOptions<Context>, "typeDefs">;

function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const code = codeOf(error, formatted);
  const { path, locations } = formatted;
  if (code === "UNAVAILABLE" || code === "INTERNAL")
    return { message: code === "INTERNAL" ? "Something went wrong here." : "Not now.", path, extensions: { code } };
  const message =
    error instanceof EntityNotFoundError
      ? "Not there."
      : badValue(error)
        ? "Not a value we can read."
        : formatted.message;
  return { message: message.replace(/ Did you mean .*/s, ""), locations, path, extensions: { code } };
}

function codeOf(error: unknown, { extensions }: GraphQLFormattedError) {
  if (isUnavailable(error)) return "UNAVAILABLE";
  if (error instanceof EntityNotFoundError) return "NOT_FOUND";
  if (badValue(error)) return "BAD_USER_INPUT";
  const code = String(extensions?.code);
  if (codes.has(code)) return code;
  return ofRequest(error) ? "BAD_USER_INPUT" : "INTERNAL";
}

/** An error that graphql found in the request itself, before any field was asked: a list of wrong values, say. */
const ofRequest = (error: unknown) => error instanceof GraphQLError && !error.path && !error.originalError;

/** Logs unforeseen errors, and completes every answer that holds errors. */
const answers: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, operationName }) {
        for (const error of errors) {
          const cause = unwrapResolverError(error);
          const code = codeOf(cause, { message: "", extensions: error.extensions });
          if (contextValue.reading && (code === "UNAVAILABLE" || code === "INTERNAL")) {
            contextValue.reading.fail(cause);
            continue;
          }
          // An outage fails many fields of many requests: it is logged once, in the line of the request.
          if (code === "UNAVAILABLE") contextValue.request.trouble ??= (cause as Error).message;
          if (code !== "INTERNAL") continue;
          log.error("graphql", cause, {
            id: contextValue?.requestId,
            operation: operationName,
            path: error.path?.join("."),
          });
        }
      },
      async willSendResponse({ response: { body, http }, contextValue }) {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        const errors = body.singleResult.errors.slice(0, 5);
        const { requestId, viewer } = contextValue;
        body.singleResult.errors = errors.map(({ message, extensions, ...error }) => {
          // A visitor may have the right once signed in.
          const signIn = !viewer.id && extensions?.code === "FORBIDDEN";
          const code = signIn ? "UNAUTHENTICATED" : extensions?.code;
          return {
            ...error,
            message: signIn ? "Sign in first." : message,
            extensions: { ...extensions, code, requestId },
          };
        });
        if (errors.some(({ extensions }) => extensions?.code === "UNAVAILABLE")) {
          http.status = 503;
          http.headers.set("retry-after", String(retryAfter));
        }
      },
    };
  },
};
