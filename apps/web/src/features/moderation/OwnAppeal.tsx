import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { OwnAppeal_ruling } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { appealed } from "./appeal.fragment.tsx";

/** Loaded for those who appeal. */
const AppealForm = lazy(async () => ({ default: (await import("./AppealForm.tsx")).AppealForm }));

const fragment: TypedDocumentNode<OwnAppeal_ruling> = gql`
  fragment OwnAppeal_ruling on Ruling {
    id
    appealCode
    judgedElsewhere
    appeal {
      ...Appealed_appeal @unmask
    }
  }
  ${appealed}
`;

/** Appeal of the author of a text: made, waiting, decided; or the way to make it. */
export function OwnAppeal({ ruling }: { ruling: FragmentType<OwnAppeal_ruling> }) {
  const { data: it } = useSuspenseFragment({ fragment, fragmentName: "OwnAppeal_ruling", from: ruling });
  const [open, setOpen] = useState(false);
  const { appeal } = it;
  const who = it.judgedElsewhere ? m.moderation_appeal_elsewhere() : m.moderation_appeal_other();
  if (!appeal)
    return it.appealCode ? (
      <Disclosure summary={m.moderation_appeal()} onToggle={setOpen}>
        <p>{who}</p>
        {open && (
          <Suspense>
            <AppealForm id={it.id} code={it.appealCode} />
          </Suspense>
        )}
      </Disclosure>
    ) : null;
  const date = appeal.decidedOn ? formatDate(appeal.decidedOn) : "";
  return (
    <>
      <p>
        {appeal.outcome === "RESTORED"
          ? m.moderation_appeal_RESTORED({ date })
          : appeal.outcome === "CONFIRMED"
            ? m.moderation_appeal_CONFIRMED({ date })
            : `${m.moderation_appeal_waits({ date: formatDate(appeal.appealedOn) })} ${who}`}
      </p>
      <p lang={contentLang()}>{m.moderation_appeal_said({ text: appeal.text })}</p>
      {appeal.note && <p lang={contentLang()}>{m.moderation_own_note({ note: appeal.note })}</p>}
    </>
  );
}

OwnAppeal.fragment = fragment;
