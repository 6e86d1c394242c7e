import { m } from "@cahier/schema/messages";
import { TextArea } from "./TextArea.tsx";

/** Introduction of a questionnaire or of a part, in simple words. */
export const PlainIntro = (rest: { value: string; onChange: (value: string) => void }) => (
  <TextArea
    name="plainIntro"
    label={m.questionnaireWriting_plain_intro()}
    help={m.questionnaireWriting_plain_help()}
    optional
    {...rest}
  />
);
