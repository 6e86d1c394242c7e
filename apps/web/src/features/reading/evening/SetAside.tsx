import { m } from "@cahier/schema/messages";
import { paths } from "../../../paths.ts";
import { Button, ButtonLink } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useOutbox } from "./sending.tsx";
import type { EveningSession } from "./session.ts";
import { asideSentence } from "../outbox/waits.ts";

/** Acts that the site failed on, outside of their text: each is tried again, taken away, or looked at where it was done. */
export function SetAside({ session }: { session: EveningSession }) {
  const { aside } = useOutbox(session);
  return aside.map((one) => (
    <Notice tone="warn" live key={one.key}>
      <div className="flow">
        <p>{asideSentence(one.act)}</p>
        <div className="cluster">
          <Button small onClick={() => void session.outbox.tryAgain(one)}>
            {m.evening_try_again()}
          </Button>
          <Button small onClick={() => session.outbox.giveUp(one)}>
            {m.evening_give_up()}
          </Button>
          <ButtonLink small to={paths.readingText(one.contributionId)}>
            {m.reading_back_to_it()}
          </ButtonLink>
        </div>
      </div>
    </Notice>
  ));
}
