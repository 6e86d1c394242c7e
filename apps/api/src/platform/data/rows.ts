import pg from "pg";

/** Shape of the rows of a statement: the names of its columns, what reads each, and a row of nulls. */
interface Shape {
  fields: pg.FieldDef[];
  names: string[];
  parsers: ((value: string) => unknown)[];
  empty: Record<string, unknown>;
}

/** Fields that `pg` keeps of a result while its rows come. */
interface Coming {
  fields: pg.FieldDef[];
  rowAsArray: boolean;
  shape?: Shape | undefined;
  addFields: (this: Coming, fields: pg.FieldDef[]) => void;
  parseRow: (this: Coming, values: (string | null)[]) => object;
}

/** Most shapes that are kept: some thousand statements are asked, and a stranger may make more. */
const most = 3000;
const shapes = new Map<string, Shape>();

const parserOf = pg.types.getTypeParser as unknown as (type: number, format: string) => Shape["parsers"][number];

/** The shape of these columns; null where one comes as bytes. */
function shapeOf(fields: pg.FieldDef[]): Shape | null {
  let key = "";
  for (const { name, dataTypeID, format } of fields) {
    if (format !== "text") return null;
    key += `${dataTypeID} ${name}\0`;
  }
  const known = shapes.get(key);
  if (known) return known;
  const names = fields.map(({ name }) => name);
  const shape = {
    fields,
    names,
    parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID, "text")),
    // As JSON, so that V8 keeps it as one of a class: a row of thirty columns filled one by one is a dictionary.
    empty: JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Shape["empty"],
  };
  if (shapes.size < most) shapes.set(key, shape);
  return shape;
}

/**
 * Makes rows of a shape that is known by its columns: `pg` makes it anew at each statement, as a dictionary, which every
 * reader of a row then pays for.
 */
export function shapeRows() {
  const made = pg.Result.prototype as unknown as Coming;
  const { addFields, parseRow } = made;
  made.addFields = function (fields) {
    const own = this.rowAsArray ? null : shapeOf(fields);
    if (!own) {
      this.shape = undefined;
      addFields.call(this, fields);
      return;
    }
    this.shape = own;
    this.fields = own.fields;
  };
  made.parseRow = function (values) {
    if (!this.shape) return parseRow.call(this, values);
    const { names, parsers, empty } = this.shape;
    const row = { ...empty };
    for (let at = 0; at < names.length; at++) {
      const value = values[at]!;
      row[names[at]!] = value === null ? null : parsers[at]!(value);
    }
    return row;
  };
}
