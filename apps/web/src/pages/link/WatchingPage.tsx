import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { watchesOf } from "../../features/watch/watch.mutations.tsx";
import { Watches } from "../../features/watch/Watches.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { WatchingPage, WatchingPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<WatchingPage, WatchingPageVariables> = gql`
  query WatchingPage($key: String) {
    watching(key: $key) {
      ...Watches_watching @unmask
    }
  }
  ${watchesOf}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { key: new URL(args.request.url).searchParams.get("key") });

/** All that one follows, by an account or by the private link of a mail: seen and changed in one place. */
export function Component() {
  const { watching } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [search] = useSearchParams();
  const { sendsMail } = useInstance();
  if (!watching)
    return (
      <Ruled>
        <PageHead title={m.watch_watching_unknown()} lead={m.watch_watching_unknown_lead()}>
          <More to={paths.signIn()}>{m.person_ask_again()}</More>
        </PageHead>
      </Ruled>
    );
  const { key, watches } = watching;
  return (
    <Ruled>
      <PageHead title={m.watch_watching()} lead={m.watch_watching_lead()}>
        {search.has("confirmed") && (
          <Notice tone="done" live>
            {m.watch_confirmed()}
          </Notice>
        )}
        {search.has("changed") && (
          <Notice tone="done" live>
            {m.watch_changed()}
          </Notice>
        )}
        {!sendsMail && <Notice>{m.watch_no_mail()}</Notice>}
      </PageHead>
      <Row>
        {watches.length === 0 ? (
          <Empty title={m.watch_watching_none()}>
            <p>{m.watch_watching_none_lead()}</p>
          </Empty>
        ) : (
          <>
            <Watches watching={watching} />
            <More to={`/watching/stop${key ? `?key=${encodeURIComponent(key)}` : "?own"}`}>{m.watch_stop()}</More>
          </>
        )}
      </Row>
    </Ruled>
  );
}
