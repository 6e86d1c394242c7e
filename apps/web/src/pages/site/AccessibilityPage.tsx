import { m } from "@cahier/schema/messages";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const does = [
  m.ui_accessibility_does_1,
  m.ui_accessibility_does_2,
  m.ui_accessibility_does_3,
  m.ui_accessibility_does_4,
  m.ui_accessibility_does_5,
];

/** The statement of accessibility: what holds, what was not checked, and whom to turn to. */
export const Component = () => (
  <Ruled>
    <PageHead
      margin={m.ui_accessibility_state()}
      note={m.ui_accessibility_state_note()}
      title={m.ui_accessibility_title()}
      lead={m.ui_accessibility_lead()}
    />
    <Row heading={m.ui_accessibility_does()}>
      <div className="prose">
        <ul>
          {does.map((sentence) => (
            <li key={sentence()}>{sentence()}</li>
          ))}
        </ul>
      </div>
    </Row>
    <Row heading={m.ui_accessibility_limits()}>
      <p className="prose">{m.ui_accessibility_limits_text()}</p>
    </Row>
    <Row heading={m.ui_accessibility_help()}>
      <div className="prose">
        <p>{m.ui_accessibility_help_text()}</p>
        <p>{m.ui_accessibility_rights()}</p>
      </div>
    </Row>
  </Ruled>
);
