/** The versions `v` in force, with their synthesis `s`: what is cited there is cited today. */
export const inForce = "(synthesis_version v join synthesis s on s.id = v.synthesis_id and s.version = v.version)";
