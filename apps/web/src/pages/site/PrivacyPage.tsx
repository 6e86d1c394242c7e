import { m } from "@cahier/schema/messages";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const items = [
  [m.ui_privacy_controller, m.ui_privacy_controller_text],
  [m.ui_privacy_purpose, m.ui_privacy_purpose_text],
  [m.ui_privacy_basis, m.ui_privacy_basis_text],
  [m.ui_privacy_readers, m.ui_privacy_readers_text],
  [m.ui_privacy_device, m.ui_privacy_device_text],
  [m.ui_privacy_retention, m.ui_privacy_retention_text],
  [m.ui_privacy_paper, m.ui_privacy_paper_text],
  [m.ui_privacy_rights, m.ui_privacy_rights_text],
] as const;

/** Personal data kept, the reasons, and for how long. */
export const Component = () => (
  <Ruled>
    <PageHead title={m.ui_privacy_title()} lead={m.ui_privacy_lead()}>
      <Notice tone="warn">{m.ui_privacy_sensitive()}</Notice>
    </PageHead>
    {items.map(([heading, text]) => (
      <Row heading={heading()} key={heading()}>
        <p className="prose">{text()}</p>
      </Row>
    ))}
    <Row>
      <p className="quiet">{m.ui_privacy_model()}</p>
    </Row>
  </Ruled>
);
