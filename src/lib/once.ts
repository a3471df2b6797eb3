// Values that are created when they are first needed, and kept.

/** For imports that many tasks need, because in the bundle, each `import()` looks up all its chunks again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
