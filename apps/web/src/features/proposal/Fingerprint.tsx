import { m } from "@cahier/schema/messages";

/** The SHA-256 of a version, in groups of eight that can be read aloud. */
export const Fingerprint = ({ hash }: { hash: string }) => (
  <p className="quiet">
    {m.version_hash()} <code>{hash.match(/.{1,8}/g)!.join(" ")}</code>
  </p>
);
