/** What a shortcut of a page reaches of an « undo » within it. */
export interface UndoHandle {
  undo: () => void;
}
