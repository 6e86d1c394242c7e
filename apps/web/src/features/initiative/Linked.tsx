const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** A text whose links lead where they say: read by the team before anybody else. */
export const Linked = ({ text }: { text: string }) =>
  text.split(address).map((piece, at) =>
    at % 2 ? (
      // oxlint-disable-next-line react/no-array-index-key -- a text does not move
      <a href={piece} rel="nofollow noopener" key={at}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
