import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";

interface Props {
  first?: boolean;
  /** Short path: the rest is asked of whoever wants to. */
  further?: boolean;
  review?: boolean;
  act?: string;
  children: ReactNode;
}

/** The acts of a form. Going on stands first: it is what the Enter key does. */
export const PostedFoot = (props: Props) => (
  <div className="cluster questionnaire-posted">
    <Button type="submit" name="go" value={props.act ?? "next"} primary>
      {props.children}
    </Button>
    {props.further && (
      <Button type="submit" name="go" value="next">
        {m.questionnaire_further()}
      </Button>
    )}
    {!props.first && (
      <Button type="submit" name="go" value="previous">
        <Icon name="back" size={18} /> {m.questionnaire_previous()}
      </Button>
    )}
    <Button type="submit" name="go" value="later">
      {m.questionnaire_posted_save()}
    </Button>
    {props.review && (
      <Button type="submit" name="go" value="review">
        {m.questionnaire_send_now()}
      </Button>
    )}
  </div>
);
