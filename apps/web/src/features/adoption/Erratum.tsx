import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { addErratum, page, removeErratum } from "./adoption.mutations.tsx";
import { newKey } from "../../ui/key.ts";

/** Adds what is to be read otherwise in an adopted text; once it is added, the form is empty again. */
export function Erratum({ proposalId }: { proposalId: string }) {
  const [key, setKey] = useState(newKey);
  return <Writing id={key} proposalId={proposalId} onAdded={() => setKey(newKey())} key={key} />;
}

function Writing({ id, proposalId, onAdded }: { id: string; proposalId: string; onAdded: () => void }) {
  const act = useAct(addErratum, page);
  return (
    <KeptForm
      kept={`erratum:${proposalId}`}
      label={m.adoption_erratum()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={(fields) => act.run({ key: id, proposalId, text: fields.get("text") as string })}
      onSent={onAdded}
    >
      <p className="quiet">{m.adoption_erratum_what()}</p>
      <WritingArea name="text" label={m.adoption_erratum_text()} maxLength={limits["erratum.text"]} rows={3} />
      <Failed because={act.failed} />
      <Button type="submit">{m.adoption_erratum()}</Button>
    </KeptForm>
  );
}

/** An erratum of today, to be taken away. */
export function RemoveErratum(props: { erratum: { id: string; text: string }; proposalId: string }) {
  const { erratum, proposalId } = props;
  const act = useAct(removeErratum, page);
  return (
    <Form
      label={m.adoption_erratum_remove()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void act.run({ proposalId, id: erratum.id })}
    >
      <p className="verbatim" lang={contentLang()}>
        {erratum.text}
      </p>
      <Failed because={act.failed} />
      <Button type="submit" small>
        {m.adoption_erratum_remove()}
      </Button>
    </Form>
  );
}
