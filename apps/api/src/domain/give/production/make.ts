import { createContext } from "../../../platform/context.ts";
import { withImprint } from "../../../platform/files/writing/writing.ts";
import { imprintOf } from "../../../platform/organiser.ts";
import { writers } from "../../../platform/files/writing/formats.ts";
import { deckOf, sourcesOfDeck } from "./deck.ts";
import { type GroupChain, groupChainOf, sourcesOfGroup } from "./group.chain.ts";
import type { Made, Make } from "./production.jobs.ts";
import { reportWriting } from "./report.document.ts";
import { groupTrace } from "./trace.ts";

/** Makes what a team asked for, as anybody may read what it is made of: no draft and no word that is not published. */
export const makeProduction: Make = async ({ groupId, kind, format }, { database, origin, tell }) => {
  const context = () => createContext(database);
  const chain = await groupChainOf(context, groupId, (part) => tell(5 + part * 50, "READING"));
  if (!chain.dossiers.length && chain.objectives.every(({ synthesis }) => !synthesis)) return null;
  await tell(60, "WRITING");
  const imprint = await imprintOf(database.manager);
  const made = await written(chain, { kind, format }, { origin, now: context().now, imprint });
  await tell(95, "KEEPING");
  return made;
};

async function written(
  chain: GroupChain,
  { kind, format }: { kind: "REPORT" | "DECK"; format: string },
  { origin, now, imprint }: { origin: string; now: Date; imprint: string },
): Promise<Made> {
  if (kind === "DECK") {
    const { pptx } = await import("../../../platform/files/writing/deck.ts");
    const sources = sourcesOfDeck(chain);
    return {
      file: await pptx(deckOf(chain, { origin, now, imprint })),
      trace: groupTrace(kind, chain, sources, origin),
      sources,
    };
  }
  const sources = sourcesOfGroup(chain);
  const writer = writers[format.toLowerCase() as keyof typeof writers];
  const file = Buffer.from(await writer.write(withImprint(reportWriting(chain, { origin, now, imprint }), imprint)));
  return { file, trace: groupTrace(kind, chain, sources, origin), sources };
}
