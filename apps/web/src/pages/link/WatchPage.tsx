import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useContext } from "react";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { PostedContext } from "../../features/questionnaire/posted/posted.ts";
import { Asked, WatchForm } from "../../features/watch/WatchForm.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { WatchedKind, WatchPage, WatchPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
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

/** Subjects that one can follow. */
const kinds: ReadonlySet<string> = new Set<WatchedKind>([
  "GROUP",
  "OBJECTIVE",
  "TERRITORY",
  "PROPOSAL",
  "MEETING",
  "OFFICE",
]);

/** An address that names nothing asks nothing. */
export const loader = (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url);
  const [kind, id] = [searchParams.get("kind") ?? "", searchParams.get("id")];
  return id && kinds.has(kind) ? preload(args, query, { kind: kind as WatchedKind, id }, "watchable") : null;
};

/** A thing that one wants to follow, or where to find one. */
export function Component() {
  const found = useLoaderData<typeof loader>();
  return found ? <Watched found={found} /> : <Nothing />;
}

/** Nothing is followed yet: names the pages whose buttons lead here. */
const Nothing = () => (
  <Ruled>
    <PageHead title={m.watch_what()} lead={<p>{m.watch_watching_none_lead()}</p>}>
      <div className="cluster">
        <More to={paths.themes()}>{m.theme_title()}</More>
        <More to={paths.territories()}>{m.theme_see_territories()}</More>
        <More to={paths.proposals()}>{m.proposal_title()}</More>
        <More to={paths.meetings()}>{m.meeting_title()}</More>
      </div>
    </PageHead>
  </Ruled>
);

/** Subjects followed, delay of the mails, and their address without an account. */
function Watched({ found }: { found: NonNullable<Awaited<ReturnType<typeof loader>>> }) {
  const { viewer, watchable } = useReadQuery(found).data;
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
