import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Over } from "../../features/reading/evening/Over.tsx";
import { readingFilter, useReadingSearch } from "../../features/reading/filter.ts";
import type { ReadingEveningPage, ReadingEveningPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";

const query: TypedDocumentNode<ReadingEveningPage, ReadingEveningPageVariables> = gql`
  query ReadingEveningPage($filter: ReadingFilter) {
    viewer {
      id
    }
    readingDesk {
      toRead(filter: $filter)
      responsesToRead(filter: $filter)
      read
      secondReadings
      keptForTwo
      keptByMe
      evening(filter: $filter) {
        ...Over_evening @unmask
      }
      queue(filter: $filter, first: 1) {
        nodes {
          id
        }
      }
    }
  }
  ${Over.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { filter: readingFilter(new URL(args.request.url).searchParams) });

/** The end of an evening: how much was read, what it made grow, and how many such evenings are left. */
export function Component() {
  const { readingDesk, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const search = useReadingSearch();
  const [next] = readingDesk.queue.nodes;
  return (
    <Over
      evening={readingDesk.evening}
      responsesToRead={readingDesk.responsesToRead}
      toRead={readingDesk.toRead}
      isFirst={readingDesk.read === 0}
      secondReadings={readingDesk.secondReadings}
      keptForTwo={readingDesk.keptForTwo}
      keptByMe={readingDesk.keptByMe}
      personId={viewer!.id}
    >
      <ButtonLink primary to={paths.reading() + search}>
        {m.reading_back()}
      </ButtonLink>
      {next ? (
        <ButtonLink to={paths.readingText(next.id) + search}>{m.evening_ten_minutes()}</ButtonLink>
      ) : (
        readingDesk.read > 0 && <ButtonLink to={paths.readingKeyPoints()}>{m.evening_state()}</ButtonLink>
      )}
    </Over>
  );
}
