import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  ChangeWatch,
  ChangeWatchVariables,
  StopWatching,
  StopWatchingVariables,
  Watch,
  Watches_watching,
  WatchVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

/** All that somebody follows. */
export const watchesOf: TypedDocumentNode<Watches_watching> = gql`
  fragment Watches_watching on Watching {
    key
    watches {
      kind
      id
      title
      path
      pace
    }
  }
`;

export const watch: TypedDocumentNode<Watch, WatchVariables> = gql`
  mutation Watch($input: WatchInput!) {
    watch(input: $input) {
      ...Form_outcome @unmask
      asked
    }
  }
  ${Form.fragment}
`;

export const changeWatch: TypedDocumentNode<ChangeWatch, ChangeWatchVariables> = gql`
  mutation ChangeWatch($input: ChangeWatchInput!) {
    changeWatch(input: $input) {
      ...Form_outcome @unmask
      watching {
        ...Watches_watching @unmask
      }
    }
  }
  ${Form.fragment}
  ${watchesOf}
`;

export const stopWatching: TypedDocumentNode<StopWatching, StopWatchingVariables> = gql`
  mutation StopWatching($input: StopWatchingInput!) {
    stopWatching(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
