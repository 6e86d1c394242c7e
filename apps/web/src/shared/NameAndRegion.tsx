import { limits } from "@cahier/schema/limits";
import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { RegionsToSpeakFrom, RegionsToSpeakFromVariables } from "../graphql/operations.generated.ts";
import { Select, TextField } from "../ui/Field.tsx";
import { regionChoice } from "./choices.tsx";

/** Asked when somebody begins to write: most read, and need no list of regions. */
const query: TypedDocumentNode<RegionsToSpeakFrom, RegionsToSpeakFromVariables> = gql`
  query RegionsToSpeakFrom {
    territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${regionChoice}
`;

/** Name and region of whoever writes without an account, if they wish. */
export function NameAndRegion() {
  const regions = useQuery(query).data?.territories ?? [];
  return (
    <>
      <TextField
        name="authorName"
        data-most={limits["reaction.authorName"]}
        label={m.reaction_name()}
        help={m.reaction_name_help()}
        optional
        autoComplete="name"
      />
      <Select name="territory" label={m.reaction_territory()} optional>
        <option value="">{m.reaction_territory_none()}</option>
        {regions.map(({ slug, name }) => (
          <option value={slug} key={slug}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
