import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "../Answering.module.css";

/** The acts of a form. Going on stands first: it is what the Enter key does. */
export const PostedFoot = (props: { first?: boolean; review?: boolean; act?: string; children: ReactNode }) => (
  <div className={`cluster ${styles.posted}`}>
    <Button type="submit" name="go" value={props.act ?? "next"} primary>
      {props.children}
    </Button>
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
