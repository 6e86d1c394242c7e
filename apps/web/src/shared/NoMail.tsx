import { m } from "@cahier/schema/messages";
import { Notice } from "../ui/Notice.tsx";

/** Stands where an address would be asked for, on a site that has no mail server. */
export const NoMail = () => <Notice>{m.shell_no_mail()}</Notice>;
