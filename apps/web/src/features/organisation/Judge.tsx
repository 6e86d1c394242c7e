import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Notice } from "../../ui/Notice.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { Act } from "./Act.tsx";
import { judgeOrganisation } from "./organisation.mutations.tsx";

const again = ["OrganisationPage"];

/** Confirming an organisation, or refusing it with a reason that its administrators are told. */
export const Judge = ({ id, version, keepers }: { id: string; version: number; keepers: number }) => (
  <>
    <p className="prose">{m.organisation_judge_lead()}</p>
    {keepers < 2 && <Notice tone="warn">{m.organisation_one_keeper_judged()}</Notice>}
    <Act
      mutation={judgeOrganisation}
      again={again}
      primary
      input={() => ({ id, version, confirm: true })}
      label={m.organisation_confirm()}
    />
    <Act
      mutation={judgeOrganisation}
      again={again}
      input={(fields) => ({ id, version, confirm: false, reason: fields.get("reason") as string })}
      label={m.organisation_refuse()}
      kept={`organisationRefused:${id}`}
    >
      <WritingArea
        name="reason"
        label={m.organisation_reason()}
        help={m.organisation_reason_help()}
        rows={2}
        maxLength={limits["organisation.reason"]}
      />
    </Act>
  </>
);
