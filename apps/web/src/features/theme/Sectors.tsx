import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  AddSector,
  AddSectorVariables,
  RemoveSector,
  RemoveSectorVariables,
  Sectors_query,
} from "../../graphql/operations.generated.ts";
import { offered, termChoice } from "../../shared/choices.tsx";
import { termLabel } from "../../i18n/vocabulary.ts";
import { Act } from "../../ui/Act.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { saidAs } from "../../ui/saidAs.ts";
import { useAct } from "../../ui/useAct.ts";

const fragment: TypedDocumentNode<Sectors_query> = gql`
  fragment Sectors_query on Query {
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    ownSectors {
      key
    }
  }
  ${termChoice}
`;

const add: TypedDocumentNode<AddSector, AddSectorVariables> = gql`
  mutation AddSector($input: AddSectorInput!) {
    addSector(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const remove: TypedDocumentNode<RemoveSector, RemoveSectorVariables> = gql`
  mutation RemoveSector($input: RemoveSectorInput!) {
    removeSector(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** The sectors that all choose from, and a field for the one that is missing. To be selected with `@unmask`. */
export function Sectors({ query: { sectors, ownSectors } }: { query: Sectors_query }) {
  const [added, setAdded] = useState(0);
  const removes = useAct(remove, ["GroupRunPage"]);
  const own = new Set(ownSectors.map(({ key }) => key));
  return (
    <>
      <p>{m.theme_sectors_lead()}</p>
      {removes.problems.length > 0 && (
        <Notice tone="warn" live>
          {saidAs(removes.problems, { STILL_USED: m.theme_sectors_used }).map(problemSentence).join(" ")}
        </Notice>
      )}
      <ul className="cluster">
        {offered(sectors).map((term) => (
          <li key={term.key}>
            {own.has(term.key) ? (
              <Button small disabled={removes.busy} onClick={() => void removes.run({ key: term.key })}>
                {m.theme_sectors_take({ what: termLabel(term) })}
              </Button>
            ) : (
              termLabel(term)
            )}
          </li>
        ))}
      </ul>
      <Failed because={removes.failed} />
      <Act
        key={added}
        mutation={add}
        again={["GroupRunPage"]}
        label={m.theme_sectors_add()}
        kept="sector"
        input={(fields) => ({
          label: (fields.get("label") as string | null) ?? "",
          labelEn: (fields.get("labelEn") as string | null) || null,
        })}
        onDone={() => setAdded(added + 1)}
      >
        <TextField name="label" label={m.list_label()} maxLength={limits["list.label"]} />
        <TextField name="labelEn" label={m.list_labelEn()} maxLength={limits["list.label"]} optional />
      </Act>
    </>
  );
}

Sectors.fragment = fragment;
