import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ArgumentUse, RateArgument as Rated, RateArgumentVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { deviceValue, keepOnDevice, useDeviceValue } from "../../ui/device.ts";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";

const rateArgument: TypedDocumentNode<Rated, RateArgumentVariables> = gql`
  mutation RateArgument($input: RateArgumentInput!) {
    rateArgument(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const uses: readonly { value: ArgumentUse; label: () => string }[] = [
  { value: "HELPS", label: m.supply_use_HELPS },
  { value: "SAID_ALREADY", label: m.supply_use_SAID_ALREADY },
  { value: "OFF_TOPIC", label: m.supply_use_OFF_TOPIC },
];

/** Ratings by this device, by id of argument. */
const name = "argument-uses";
const read = (stored: string | null): Record<string, ArgumentUse | undefined> => {
  try {
    return (JSON.parse(stored ?? "{}") ?? {}) as Record<string, ArgumentUse | undefined>;
  } catch {
    return {};
  }
};

/** « M'aide à décider », « Déjà dit », « Hors sujet »: for those who write the proposal, and shown to nobody as a score. */
export function RateArgument({ id }: { id: string }) {
  const act = useAct(rateArgument);
  const mine = read(useDeviceValue(name))[id];
  const rate = async (value: ArgumentUse) => {
    const use = mine === value ? null : value;
    if (await act.run({ contributionId: id, use }))
      keepOnDevice(name, JSON.stringify({ ...read(deviceValue(name)), [id]: use ?? undefined }));
  };
  return (
    <fieldset className="cluster no-print">
      <legend className="visually-hidden">{m.supply_use()}</legend>
      {uses.map(({ value, label }) => (
        <Button small aria-pressed={mine === value} onClick={() => void rate(value)} key={value}>
          {label()}
        </Button>
      ))}
      {act.problems.map((problem) => (
        <Notice tone="warn" live key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
      <Failed because={act.failed} />
    </fieldset>
  );
}
