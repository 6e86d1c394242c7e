import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Address } from "../../features/person/Address.tsx";
import { candidacyNames } from "../../features/regionalGroup/regionalGroup.labels.ts";
import { RolePlace } from "../../features/role/RolePlace.tsx";
import { datesOf } from "../../features/role/role.labels.ts";
import { roleNames } from "../../shared/roles.ts";
import { sayRoleProblems } from "../../features/role/roleProblems.ts";
import { SecondFactor } from "../../features/secondFactor/SecondFactor.tsx";
import { saySecondFactorProblems } from "../../features/secondFactor/secondFactorProblems.ts";
import type {
  EditProfile,
  EditProfileVariables,
  Language,
  ProfilePage,
  ProfilePageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { LanguageSelect } from "../../shared/LanguageSelect.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { NameField } from "../../features/role/NameField.tsx";

sayRoleProblems();
saySecondFactorProblems();

const query: TypedDocumentNode<ProfilePage, ProfilePageVariables> = gql`
  query ProfilePage {
    viewer {
      id
      displayName
      language
      ...Address_viewer @unmask
      ...SecondFactor_viewer @unmask
      candidacies {
        id
        state
        why
        answer
        territory {
          id
          slug
          name
        }
      }
      ownRoles {
        id
        role
        since
        endsOn
        endedOn
        endedReason
        group {
          id
          name
        }
        territory {
          id
          name
        }
      }
    }
  }
  ${Address.fragment}
  ${SecondFactor.fragment}
`;

const editProfile: TypedDocumentNode<EditProfile, EditProfileVariables> = gql`
  mutation EditProfile($input: EditProfileInput!) {
    editProfile(input: $input) {
      ...Form_outcome @unmask
      viewer {
        id
        displayName
        language
      }
    }
  }
  ${Form.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "viewer");

/** One's own name and language, and every role that one holds or held. */
export function Component() {
  const viewer = useReadQuery(useLoaderData<typeof loader>()).data.viewer!;
  const { displayName, language, ownRoles, candidacies } = viewer;
  const edit = useAct(editProfile);
  const send = (fields: FormData) =>
    edit.run({ displayName: fields.get("displayName") as string, language: fields.get("language") as Language });
  return (
    <Ruled>
      <PageHead title={m.role_profile()} margin={displayName} lead={<p>{m.role_profile_lead()}</p>}>
        <More to={paths.desk()}>{m.person_to_desk()}</More>
        <More to="/watching">{m.watch_watching()}</More>
      </PageHead>
      <Row>
        <KeptForm kept="profile" problems={edit.problems} busy={edit.busy} onSubmit={send} label={m.role_profile()}>
          <NameField defaultValue={displayName} />
          <LanguageSelect language={language} />
          <Failed because={edit.failed} />
          {edit.done && (
            <Notice tone="done" live>
              {m.role_profile_saved()}
            </Notice>
          )}
          <Button type="submit" primary disabled={edit.busy}>
            {m.role_profile_save()}
          </Button>
        </KeptForm>
      </Row>
      <Address viewer={viewer} />
      <SecondFactor viewer={viewer} />
      {candidacies.length > 0 && (
        <Row heading={m.regionalGroup_own_candidacies()}>
          <ul className="flow">
            {candidacies.map(({ id, state, why, answer, territory }) => (
              <li key={id}>
                <Link to={paths.territory(territory.slug)}>{territory.name}</Link>
                {m.ui_colon()}
                {candidacyNames[state]()}
                <div className="quiet verbatim">{answer ?? why}</div>
              </li>
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.role_profile_roles()}>
        {ownRoles.length === 0 && <p>{m.role_profile_none()}</p>}
        <ul className="flow">
          {ownRoles.map((it) => (
            <li key={it.id}>
              {roleNames[it.role]()}, <RolePlace {...it} />
              <div className="quiet">
                {datesOf(it.since, it.endedOn ?? it.endsOn)}
                {it.endedOn && ` · ${m.role_profile_ended({ date: formatDate(it.endedOn) })}`}
                {it.endedReason && ` ${m.role_profile_reason({ reason: it.endedReason })}`}
              </div>
            </li>
          ))}
        </ul>
      </Row>
    </Ruled>
  );
}
