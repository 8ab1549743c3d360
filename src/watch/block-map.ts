interface Block<V> {
  readonly keys: readonly string[];
  readonly values: readonly V[];
}

const blockSize = 32;

/**
 * A map in the order of insertion that never changes: `with` makes another one that shares all but one of its
 * blocks. Of a thousand agents one changes at a time, and to copy the others would cost more than its poll.
 */
export class BlockMap<V> implements ReadonlyMap<string, V> {
  readonly blocks: readonly Block<V>[];
  readonly #places: ReadonlyMap<string, number>;

  private constructor(blocks: readonly Block<V>[], places: ReadonlyMap<string, number>) {
    this.blocks = blocks;
    this.#places = places;
  }

  static from<V>(entries: Iterable<readonly [string, V]>): BlockMap<V> {
    if (entries instanceof BlockMap) return entries;
    const all = [...new Map(entries)];
    const blocks = Array.from({ length: Math.ceil(all.length / blockSize) }, (_, index) => {
      const some = all.slice(index * blockSize, (index + 1) * blockSize);
      return { keys: some.map(([key]) => key), values: some.map(([, value]) => value) };
    });
    return new BlockMap(blocks, new Map(all.map(([key], place) => [key, place])));
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): V | undefined {
    const place = this.#places.get(key);
    return place === undefined
      ? undefined
      : this.blocks[Math.floor(place / blockSize)]?.values[place % blockSize];
  }

  with(key: string, value: V): BlockMap<V> {
    const place = this.#places.get(key);
    if (place === undefined) return BlockMap.from([...this, [key, value]]);
    const changed = Math.floor(place / blockSize);
    const blocks = this.blocks.map((block, index) =>
      index === changed ? { ...block, values: block.values.with(place % blockSize, value) } : block,
    );
    return new BlockMap(blocks, this.#places);
  }

  /** Whose value is another one in `before`; null when that is not a version with the same keys. */
  changedSince(before: BlockMap<V>): ReadonlySet<string> | null {
    if (before.#places !== this.#places) return null;
    const changed = new Set<string>();
    for (const [index, { keys, values }] of this.blocks.entries()) {
      const others = before.blocks[index]?.values ?? [];
      if (others === values) continue;
      for (const [place, key] of keys.entries()) if (others[place] !== values[place]) changed.add(key);
    }
    return changed;
  }

  keys() {
    return this.#places.keys();
  }

  values() {
    return this.blocks.flatMap(({ values }) => values).values();
  }

  entries() {
    return this.blocks
      .flatMap(({ keys, values }) => keys.map((key, place) => [key, values[place]] as [string, V]))
      .values();
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}
