import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useContext } from "react";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { PostedContext } from "../../features/questionnaire/posted/posted.ts";
import { Asked, WatchForm } from "../../features/watch/WatchForm.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { WatchPage, WatchPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<WatchPage, WatchPageVariables> = gql`
  query WatchPage($kind: WatchedKind!, $id: ID!) {
    viewer {
      id
    }
    watchable(kind: $kind, id: $id) {
      ...WatchForm_watchable @unmask
    }
  }
  ${WatchForm.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url);
  const kind = (searchParams.get("kind") ?? "") as WatchPageVariables["kind"];
  return preload(args, query, { kind, id: searchParams.get("id") ?? "" }, "watchable");
};

/** A thing that one wants to follow: how soon, and where without an account. */
export function Component() {
  const { viewer, watchable } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { sendsMail } = useInstance();
  const posted = useContext(PostedContext)?.posted;
  const asked = useSearchParams()[0].has("asked");
  const { title, path, pace } = watchable!;
  return (
    <Ruled>
      <PageHead title={m.watch_title({ title })} lead={<p>{m.watch_lead()}</p>}>
        <More to={path} lang={contentLang()}>
          {title}
        </More>
        {viewer && pace && <More to="/watching">{m.watch_watching_link()}</More>}
      </PageHead>
      <Row>
        {asked ? (
          <Asked title={title} />
        ) : sendsMail ? (
          <WatchForm thing={watchable!} signedIn={viewer !== null} posted={posted} />
        ) : (
          <Notice>{m.watch_no_mail()}</Notice>
        )}
      </Row>
    </Ruled>
  );
}
