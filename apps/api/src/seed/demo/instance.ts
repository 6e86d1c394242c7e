import { instanceId, Instances } from "../../domain/ground/instance/instance.entity.ts";
import { content } from "../content.ts";
import type { Demo } from "./rows.ts";

type Source = Record<"name" | "organiser" | "controller" | "address" | "contact" | "director" | "host", string>;

/** Structure that organises the demonstration. */
export function instance({ put }: Demo) {
  put(Instances, [{ ...content<Source>("instance.json"), id: instanceId, languages: "BOTH", version: 1 } as never]);
}
