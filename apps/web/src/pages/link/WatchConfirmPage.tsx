import { m } from "@cahier/schema/messages";
import { useHref, useSearchParams } from "react-router-dom";
import { Button } from "../../ui/Button.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";

/** Page of the link that confirms an address: one more press, because the scanners of mail servers open links. */
export function Component() {
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const action = useHref(`/watch/confirm?token=${encodeURIComponent(token)}`);
  if (token)
    return (
      <Ruled>
        <PageHead title={m.watch_confirm()} lead={m.watch_confirm_lead()}>
          <form method="post" action={action}>
            <Button type="submit" primary>
              {m.watch_confirm_do()}
            </Button>
          </form>
        </PageHead>
      </Ruled>
    );
  const [title, lead] = search.has("served")
    ? [m.watch_confirm_served(), m.watch_confirm_served_lead()]
    : search.has("expired")
      ? [m.watch_confirm_expired(), m.watch_confirm_expired_lead()]
      : [m.watch_confirm_unknown(), m.watch_confirm_unknown_lead()];
  return (
    <Ruled>
      <PageHead title={title} lead={lead} />
    </Ruled>
  );
}
