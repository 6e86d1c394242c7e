import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/**
 * The software bill of materials of a release (CycloneDX 1.6, ECMA-424): the packages in these folders, with their version
 * and licence, as tools that know of vulnerabilities read them.
 */
export function billOfMaterials(name: string, version: string, folders: readonly string[]) {
  const packages = folders.map((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest);
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": name, name, version } },
    components: packages.map((it) => ({
      type: "library",
      "bom-ref": packageUrl(it),
      name: it.name,
      version: it.version,
      purl: packageUrl(it),
      // A licence is an SPDX expression in a manifest; where it is not, it is told in its own words.
      ...(it.license && { licenses: [licenceOf(it.license)] }),
    })),
  };
}

/** Package URL (ECMA-427): the `@` of a scope is written as its code. */
const packageUrl = ({ name, version }: Manifest) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

const licenceOf = (licence: string) =>
  /^[\w.+-]+$/.test(licence) && !licence.startsWith("SEE") ? { license: { id: licence } } : { expression: licence };
