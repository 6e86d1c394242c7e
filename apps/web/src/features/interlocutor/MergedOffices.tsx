import { m } from "@cahier/schema/messages";
import { useNavigate } from "react-router-dom";
import type { InterlocutorEditPage } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { unmergeInterlocutor } from "./interlocutor.mutations.tsx";

type Merged = NonNullable<InterlocutorEditPage["interlocutor"]>["merged"][number];

/** Entries that were merged into this one: each can be parted from it again, and gets back what the merge moved. */
export const MergedOffices = ({ merged }: { merged: readonly Merged[] }) =>
  merged.length > 0 && (
    <section className="flow">
      <h3>{m.interlocutor_merged()}</h3>
      {merged.map((one) => (
        <Unmerge office={one} key={one.id} />
      ))}
    </section>
  );

function Unmerge({ office: { id, name, slug, mergedOn, asks, handovers } }: { office: Merged }) {
  const act = useAct(unmergeInterlocutor);
  const navigate = useNavigate();
  const unmerge = async () => {
    if (await act.run({ id })) void navigate(paths.interlocutor(slug));
  };
  return (
    <Disclosure summary={m.interlocutor_unmerge({ name })}>
      <Form problems={act.problems} busy={act.busy} onSubmit={unmerge} label={m.interlocutor_unmerge({ name })}>
        <p className="prose">
          {mergedOn && m.interlocutor_merged_on({ date: formatDate(mergedOn) })}{" "}
          {m.interlocutor_unmerge_what({ asks, handovers })}
        </p>
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.interlocutor_unmerge_do()}
        </Button>
      </Form>
    </Disclosure>
  );
}
