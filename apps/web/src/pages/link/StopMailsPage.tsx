import { m } from "@cahier/schema/messages";
import { useHref, useSearchParams } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";

/**
 * Page of the unsubscribe link: one more press, because the scanners of mail servers open links. A plain form post,
 * with or without scripts.
 */
export function Component() {
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const action = useHref(paths.stopMails(token));
  const follow = <More to={paths.follow()}>{m.response_follow_title()}</More>;
  if (search.has("stopped"))
    return (
      <Ruled>
        <PageHead title={m.trail_stop_done()} lead={m.trail_stop_done_lead()}>
          {follow}
        </PageHead>
      </Ruled>
    );
  if (!token)
    return (
      <Ruled>
        <PageHead title={m.trail_stop_unknown()} lead={m.trail_stop_unknown_lead()}>
          {follow}
        </PageHead>
      </Ruled>
    );
  return (
    <Ruled>
      <PageHead title={m.trail_stop()} lead={m.trail_stop_lead()}>
        <form method="post" action={action}>
          <Button type="submit" primary>
            {m.trail_stop_do()}
          </Button>
        </form>
      </PageHead>
    </Ruled>
  );
}
