import { m } from "@cahier/schema/messages";
import { CodeForm } from "../../features/response/CodeForm.tsx";
import { KeptReceipts } from "../../features/response/KeptReceipts.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Steps } from "../../ui/Steps.tsx";

/** « Suivre ma réponse »: the codes of this device, a code to type, and what there is to follow. */
export function Component() {
  return (
    <Ruled>
      <PageHead title={m.response_follow_title()} lead={<p>{m.response_follow_lead()}</p>} />
      <Row heading={m.response_here()} margin={m.response_here_margin()} note={m.response_here_note()}>
        <KeptReceipts />
      </Row>
      <Row heading={m.response_with_code()}>
        <CodeForm />
      </Row>
      <Row heading={m.response_path()}>
        <Steps
          label={m.response_path()}
          steps={[
            { key: "read", state: "todo", title: m.response_next_read() },
            { key: "marked", state: "todo", title: m.response_next_marked() },
            { key: "cited", state: "todo", title: m.response_next_cited() },
            { key: "carried", state: "todo", title: m.response_next_carried() },
          ]}
        />
      </Row>
    </Ruled>
  );
}
