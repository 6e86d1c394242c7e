import { m } from "@cahier/schema/messages";
import type { Ref } from "react";
import { Button } from "../ui/Button.tsx";

interface Props {
  /** Slug of the group. */
  group: string;
  ref?: Ref<HTMLFormElement>;
}

/** The door of a rehearsal: a form that is posted as it is, since all pages are loaded anew behind it. */
export const EnterRehearsal = ({ group, ref }: Props) => (
  <form method="post" action="/rehearsal/enter" ref={ref}>
    <input type="hidden" name="group" value={group} />
    <Button type="submit">{m.rehearsal_enter()}</Button>
  </form>
);
