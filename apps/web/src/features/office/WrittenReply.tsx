import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { WrittenReply_reply } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Download } from "../../ui/Download.tsx";
import { Quote } from "../../ui/Quote.tsx";

const fragment: TypedDocumentNode<WrittenReply_reply> = gql`
  fragment WrittenReply_reply on OfficeReply {
    stance
    text
    passedToName
    passedToContact
    file {
      id
      kind
      size
    }
    version
  }
`;

interface Props {
  reply: Omit<WrittenReply_reply, "__typename" | "version" | "file"> & {
    file: { kind: NonNullable<WrittenReply_reply["file"]>["kind"]; size: number } | null;
  };
  office: string;
  /** Address of its file. */
  file?: string;
}

/** Reply of an office, as everybody will read it once confirmed. */
export const WrittenReply = ({ reply, office, file }: Props) => (
  <Card>
    <p>
      <Chip>{stanceNames[reply.stance]()}</Chip>
    </p>
    <Quote big text={reply.text} who={office} />
    {reply.stance === "PASSED_ON" && reply.passedToName && (
      <p>
        {m.handover_passed_to_office()} <b lang={contentLang()}>{reply.passedToName}</b>
        {reply.passedToContact && <span lang={contentLang()}>{` (${reply.passedToContact})`}</span>}
      </p>
    )}
    {reply.file && (
      <p>{file ? <Download href={file}>{attachedInWords(reply.file)}</Download> : attachedInWords(reply.file)}</p>
    )}
  </Card>
);

WrittenReply.fragment = fragment;
