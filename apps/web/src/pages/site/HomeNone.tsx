import { m } from "@cahier/schema/messages";
import { ButtonLink } from "../../ui/Button.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";

/** Home of a site where no group has begun. */
export const HomeNone = ({ launches }: { launches: boolean }) => (
  <Ruled>
    <PageHead hero title={m.home_title_none()} lead={m.home_lead()} tab={m.home_tab()}>
      <p>{m.home_none()}</p>
      {launches && (
        <ButtonLink primary to="/groups/new">
          {m.home_launch()}
        </ButtonLink>
      )}
    </PageHead>
  </Ruled>
);
