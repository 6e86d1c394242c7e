/** The origin of a text that was made elsewhere. */
interface Source {
  name: string;
  licence: string | null;
  attribution: string | null;
}

/** « Cahiers de 2011, Licence Ouverte 2.0, les communes »: what goes with words made elsewhere, wherever they go. */
export const creditOf = ({ name, licence, attribution }: Source) =>
  [name, licence, attribution].filter(Boolean).join(", ");
