export interface Edge {
  readonly type: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A V8 heap snapshot. A node is named by its place in the list; 0 is the root. */
export interface HeapGraph {
  readonly nodes: readonly number[];
  /** Names of nodes, of properties, and the texts of strings. */
  readonly names: readonly string[];
  typeOf(node: number): string;
  nameOf(node: number): string;
  /** What the browser calls it. */
  idOf(node: number): string;
  sizeOf(node: number): number;
  edgesOf(node: number): Edge[];
  /** Strong references to it. */
  holdersOf(node: number): Edge[];
  /** By which names it is reached from the root. */
  pathTo(node: number): string;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

export function readHeapGraph(json: string): HeapGraph {
  const { snapshot, nodes, edges, strings } = JSON.parse(json) as Snapshot;
  const { node_fields, node_types, edge_fields, edge_types } = snapshot.meta;
  const field = (node: number, name: string) => nodes[node + node_fields.indexOf(name)]!;
  const typeOf = (node: number) => node_types[0][field(node, 'type')]!;
  const nameOf = (node: number) => strings[field(node, 'name')]!;

  const all: number[] = [];
  const firstEdge = new Map<number, number>();
  for (let node = 0, edge = 0; node < nodes.length; node += node_fields.length) {
    all.push(node);
    firstEdge.set(node, edge);
    edge += field(node, 'edge_count') * edge_fields.length;
  }

  /** An edge is its type, its name or index, and the node it leads to. */
  function edgeAt(from: number, at: number): Edge {
    const type = edge_types[0][edges[at]!]!;
    const name = edges[at + 1]!;
    return { type, name: /element|hidden/.test(type) ? `${name}` : strings[name]!, from, to: edges[at + 2]! };
  }
  const placesOf = (from: number) =>
    Array.from(
      { length: field(from, 'edge_count') },
      (_, i) => firstEdge.get(from)! + i * edge_fields.length,
    );
  const edgesOf = (from: number) => placesOf(from).map((at) => edgeAt(from, at));

  /** By node: who refers to it, and where that is written. There are too many to make an object of each. */
  let holders: Map<number, number[]> | undefined;
  function holdersOf(node: number): Edge[] {
    if (!holders) {
      holders = new Map();
      for (const from of all)
        for (const at of placesOf(from)) {
          const to = edges[at + 2]!;
          const known = holders.get(to);
          if (known) known.push(from, at);
          else holders.set(to, [from, at]);
        }
    }
    const known = holders.get(node) ?? [];
    const found = known.flatMap((from, i) => (i % 2 === 0 ? [edgeAt(from, known[i + 1]!)] : []));
    return found.filter(({ type }) => type !== 'weak');
  }

  let ways: Map<number, Edge> | undefined;
  function findWays(): Map<number, Edge> {
    const found = new Map<number, Edge>();
    const queue = [0];
    for (const node of queue) {
      // This table holds nothing by itself.
      if (nameOf(node) === '(Internalized strings)') continue;
      for (const edge of edgesOf(node)) {
        if (edge.type === 'weak' || edge.to === 0 || found.has(edge.to)) continue;
        found.set(edge.to, edge);
        queue.push(edge.to);
      }
    }
    return found;
  }
  function pathTo(node: number): string {
    ways ??= findWays();
    const steps: string[] = [];
    for (let way = ways.get(node); way; way = ways.get(way.from))
      steps.unshift(`${nameOf(way.from).slice(0, 60)}.${way.name.slice(0, 60)}`);
    return steps.join(' > ') || 'held by no strong reference';
  }

  return {
    nodes: all,
    names: strings,
    typeOf,
    nameOf,
    idOf: (node) => String(field(node, 'id')),
    sizeOf: (node) => field(node, 'self_size'),
    edgesOf,
    holdersOf,
    pathTo,
  };
}
