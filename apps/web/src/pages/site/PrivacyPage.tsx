import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { privacyOf } from "../../features/instance/legal.ts";
import { LegalText } from "../../features/instance/LegalText.tsx";
import { Retention } from "../../features/instance/Retention.tsx";
import type { PrivacyPage, PrivacyPageVariables } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { organiser } from "../../features/instance/organiser.fragment.tsx";

const query: TypedDocumentNode<PrivacyPage, PrivacyPageVariables> = gql`
  query PrivacyPage {
    instance {
      id
      ...Organiser_instance @unmask
      privacyText
      privacyEditedOn
    }
  }
  ${organiser}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Personal data kept, the reasons, and for how long. */
export function Component() {
  const viewer = useViewer();
  const own = useHref(paths.personal());
  const { instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.ui_privacy_title()} lead={m.ui_privacy_lead()}>
        <Notice tone="warn">{m.ui_privacy_sensitive()}</Notice>
      </PageHead>
      <LegalText model={privacyOf(instance)} written={instance.privacyText} editedOn={instance.privacyEditedOn} />
      <Retention />
      <Row>
        <p>{m.ui_privacy_own()}</p>
        <More to={paths.follow()}>{m.ui_privacy_by_code()}</More>
        <More to={viewer ? paths.personal() : paths.signIn(own)}>{m.ui_privacy_by_account()}</More>
      </Row>
      <Row>
        <More to={paths.moderationFigures()}>{m.moderation_figures_title()}</More>
      </Row>
      {!instance.privacyText && (
        <Row>
          <p className="quiet">{m.ui_privacy_model()}</p>
        </Row>
      )}
    </Ruled>
  );
}
