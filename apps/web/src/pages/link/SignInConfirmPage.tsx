import { m } from "@cahier/schema/messages";
import { useHref, useSearchParams } from "react-router-dom";
import type { SessionAwaits } from "../../graphql/operations.generated.ts";
import { askedPageOr } from "../../shared/askedPage.ts";
import { usePost } from "../../shared/post.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";

/** Page of a sign-in link: one more press, because the scanners of mail servers open links. */
export function Component() {
  const [search] = useSearchParams();
  const account = useHref(paths.signIn());
  const code = useHref(paths.signInCode());
  const profile = useHref(`${paths.profile()}#code`);
  const [confirm, { problems, busy, failed }] = usePost<{ awaits: SessionAwaits }>("/auth/confirm", ({ awaits }) =>
    location.assign(awaits === "CODE" ? code : awaits === "ENROLMENT" ? profile : askedPageOr(account)),
  );
  const token = search.get("token") ?? "";
  const spent = problems.length > 0 || !token;
  return (
    <Ruled>
      <PageHead title={m.person_confirm()} lead={spent ? undefined : m.person_confirm_lead()}>
        {spent ? (
          <>
            <Notice tone="warn" live>
              {m.person_link_spent()}
            </Notice>
            <More to={paths.signIn()}>{m.person_ask_again()}</More>
          </>
        ) : (
          <>
            <Failed because={failed}>{m.person_failed()}</Failed>
            <Button primary disabled={busy} onClick={() => void confirm({ token })}>
              {m.person_confirm_do()}
            </Button>
          </>
        )}
      </PageHead>
    </Ruled>
  );
}
