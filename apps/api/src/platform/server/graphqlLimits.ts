import {
  type ASTVisitor,
  type FieldNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** The most an operation may ask for, fragments followed. `acts`: what it writes has one answer, and one transaction. */
export const limits = { tokens: 1500, depth: 12, aliases: 20, directives: 25, cost: 60_000, acts: 1 };

/** The most an answer may hold: things in its lists, counted as they are read, and bytes. */
export const answerLimits = { items: 20_000, bytes: 1_000_000 };

/** Assumed length of a list when the request does not say. */
const usualList = 10;
/** … and a page whose length is in a variable. */
const usualPage = 50;

interface Weight {
  depth: number;
  aliases: number;
  directives: number;
  /** About how many values are to be resolved, before it is known how long its lists are. */
  cost: number;
}

const names = ["depth", "aliases", "directives", "cost"] as const;

/** Refuses operations that would cost more than any page of ours does. */
export function graphqlLimits(most: Omit<typeof limits, "tokens"> = limits) {
  return (context: ValidationContext): ASTVisitor => {
    const fragments = new Map<string, Weight>();
    const schema = context.getSchema();

    function weigh(set: SelectionSetNode, type: GraphQLNamedType | undefined, page: number | undefined): Weight {
      const total: Weight = { depth: 0, aliases: 0, directives: 0, cost: 0 };
      for (const selection of set.selections) {
        const weight =
          selection.kind === Kind.FIELD
            ? weighField(selection, type, page)
            : selection.kind === Kind.INLINE_FRAGMENT
              ? weigh(
                  selection.selectionSet,
                  selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type,
                  page,
                )
              : weighFragment(selection.name.value, page);
        total.depth = Math.max(total.depth, weight.depth);
        total.aliases += weight.aliases;
        total.directives += weight.directives + (selection.directives?.length ?? 0);
        total.cost += weight.cost;
      }
      return total;
    }

    function weighField(node: FieldNode, type: GraphQLNamedType | undefined, page: number | undefined): Weight {
      const field = fieldOf(type, node);
      const asked = pageAsked(node, field);
      const rows = field && isListType(getNullableType(field.type)) ? (page ?? usualList) : 1;
      const inner = node.selectionSet
        ? weigh(node.selectionSet, field && getNamedType(field.type), asked ?? (rows === 1 ? page : undefined))
        : { depth: 0, aliases: 0, directives: 0, cost: 0 };
      return {
        depth: inner.depth + 1,
        aliases: inner.aliases + (node.alias ? 1 : 0),
        directives: inner.directives,
        cost: 1 + rows * inner.cost,
      };
    }

    /** Weighed once for each length of page; while it is weighed it counts for nothing, so that a cycle ends. */
    function weighFragment(name: string, page: number | undefined): Weight {
      const key = `${name} ${page}`;
      const known = fragments.get(key);
      if (known) return known;
      fragments.set(key, { depth: 0, aliases: 0, directives: 0, cost: 0 });
      const fragment = context.getFragment(name);
      if (!fragment) return fragments.get(key)!;
      const weight = weigh(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), page);
      fragments.set(key, weight);
      return weight;
    }

    /** The fields at the root, through fragments; each fragment is followed once. */
    function fieldsIn(set: SelectionSetNode, seen = new Set<string>()): FieldNode[] {
      return set.selections.flatMap((selection) => {
        if (selection.kind === Kind.FIELD) return selection.name.value === "__typename" ? [] : selection;
        if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, seen);
        const name = selection.name.value;
        if (seen.has(name)) return [];
        seen.add(name);
        const fragment = context.getFragment(name);
        return fragment ? fieldsIn(fragment.selectionSet, seen) : [];
      });
    }

    return {
      OperationDefinition(operation: OperationDefinitionNode) {
        const weight = weigh(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, undefined);
        for (const name of names)
          if (weight[name] > most[name])
            context.reportError(new GraphQLError(`Asks for too much: ${name} above ${most[name]}.`));
        if (operation.operation === OperationTypeNode.MUTATION && fieldsIn(operation.selectionSet).length > most.acts)
          context.reportError(new GraphQLError("One act at a time."));
      },
    };
  };
}

const fieldOf = (type: GraphQLNamedType | undefined, node: FieldNode) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;

/** The length of the page a connection is asked for; undefined where there is no such thing. */
function pageAsked(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined) {
  const declared = field?.args.find(({ name }) => name === "first");
  if (!declared) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === "first")?.value;
  if (!value) return Number(declared.defaultValue ?? usualPage);
  return value.kind === Kind.INT ? Number(value.value) : usualPage;
}
