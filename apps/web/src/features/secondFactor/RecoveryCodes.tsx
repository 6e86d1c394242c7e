import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Ten codes for the day when the telephone is lost, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <Notice tone="done" live>
      <h3>{m.secondFactor_codes()}</h3>
      <p>{m.secondFactor_codes_lead()}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="cluster">
        <CopyButton text={codes.join("\n")}>{m.secondFactor_codes_copy()}</CopyButton>
        <Button small onClick={onKept}>
          {m.secondFactor_codes_kept()}
        </Button>
      </p>
    </Notice>
  );
}
