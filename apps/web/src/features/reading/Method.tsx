import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { ReadingMethod, ReadingMethodVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Agreement } from "./Agreement.tsx";
import { Readers } from "./Readers.tsx";

const query: TypedDocumentNode<ReadingMethod, ReadingMethodVariables> = gql`
  query ReadingMethod {
    readingDesk {
      agreements {
        ...Agreement_agreements @unmask
      }
      readers {
        ...Readers_readers @unmask
      }
    }
  }
  ${Agreement.fragment}
  ${Readers.fragment}
`;

/** Method of reading: who read how much, and how far two readers agree. Asked for once opened: it counts every text. */
export function Method() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure summary={m.reading_method_open()} onToggle={setOpen}>
      <div className="flow">
        {isOpen && <Figures />}
        <More to={paths.readingKeyPoints()} icon={null}>
          {m.reading_method_codebook()}
        </More>
      </div>
    </Disclosure>
  );
}

function Figures() {
  const { data, error } = useQuery(query);
  if (error && !data) return <Notice tone="warn">{m.reading_not_there()}</Notice>;
  if (!data) return <p className="quiet">{m.reaction_loading()}</p>;
  const { agreements, readers } = data.readingDesk;
  return (
    <>
      <Agreement agreements={agreements} />
      <Readers readers={readers} />
    </>
  );
}
