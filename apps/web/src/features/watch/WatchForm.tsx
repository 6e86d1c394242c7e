import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useHref } from "react-router-dom";
import type { WatchForm_watchable, WatchPace } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { RadioCard, Choices } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { paces } from "./paces.ts";
import { watch } from "./watch.mutations.tsx";

interface Props {
  thing: WatchForm_watchable;
  /** True if the viewer has an account: no address is asked. */
  signedIn: boolean;
  /** Fields posted by a browser without scripts, and their problems. */
  posted?: { problems: readonly Problem[]; fields: Readonly<Record<string, string>> } | null | undefined;
}

/** Says how soon one wants to be told of a thing; without an account, where. Posted as it is by a browser without scripts. */
export function WatchForm({ thing: { kind, id, pace, title }, signedIn, posted }: Props) {
  const act = useAct(watch, signedIn ? ["WatchPage"] : []);
  const action = useHref("/watch");
  const send = (fields: FormData) =>
    act.run({
      ...{ kind, id, pace: fields.get("pace") as WatchPace, language: getLocale() },
      ...(!signedIn && { email: fields.get("email") as string }),
    });
  if (act.done && act.answer?.asked) return <Asked title={title} />;
  return (
    <Form
      label={m.watch_link()}
      problems={posted?.problems ?? act.problems}
      busy={act.busy}
      action={action}
      onSubmit={(fields) => void send(fields)}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Fieldset name="pace" legend={m.watch_pace()}>
        <Choices>
          {paces.map(([value, label]) => (
            <RadioCard
              key={value}
              name="pace"
              value={value}
              label={label()}
              defaultChecked={value === (posted?.fields.pace ?? pace ?? "WEEKLY")}
            />
          ))}
        </Choices>
      </Fieldset>
      {!signedIn && (
        <TextField
          name="email"
          type="email"
          label={m.watch_email()}
          help={m.watch_email_help()}
          autoComplete="email"
          defaultValue={posted?.fields.email}
          maxLength={254}
        />
      )}
      {act.done && (
        <Notice tone="done" live>
          {m.watch_kept()}
        </Notice>
      )}
      <Failed because={act.failed} />
      <p>
        <Button type="submit" primary>
          {pace ? m.watch_keep() : m.watch_send()}
        </Button>
      </p>
    </Form>
  );
}

/** A link waits in the mailbox. */
export const Asked = ({ title }: { title: string }) => (
  <Notice tone="done" live>
    <b>{m.watch_asked()}</b>
    <p lang={contentLang()}>{m.watch_asked_lead({ title })}</p>
  </Notice>
);

export const fragment: TypedDocumentNode<WatchForm_watchable> = gql`
  fragment WatchForm_watchable on Watchable {
    kind
    id
    title
    path
    pace
  }
`;
WatchForm.fragment = fragment;
