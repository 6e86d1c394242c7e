import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ChooseSmallTeam, ChooseSmallTeamVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const chooseSmallTeam: TypedDocumentNode<ChooseSmallTeam, ChooseSmallTeamVariables> = gql`
  mutation ChooseSmallTeam($input: ChooseSmallTeamInput!) {
    chooseSmallTeam(input: $input) {
      ...Form_outcome @unmask
      group {
        id
        smallTeam
      }
    }
  }
  ${Form.fragment}
`;

/** « Petite équipe »: what changes, told before it is chosen, and left as easily. */
export function SmallTeam({ group: { slug, smallTeam } }: { group: { slug: string; smallTeam: boolean } }) {
  const act = useAct(chooseSmallTeam);
  return (
    <Form
      label={m.theme_small_team()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void act.run({ group: slug, smallTeam: !smallTeam })}
    >
      <p>{smallTeam ? m.theme_small_team_told() : m.theme_second_needed()}</p>
      {!smallTeam && <p className="quiet">{m.theme_small_team_what()}</p>}
      <Failed because={act.failed} />
      <Button type="submit">{smallTeam ? m.theme_small_team_leave() : m.theme_small_team_choose()}</Button>
    </Form>
  );
}
