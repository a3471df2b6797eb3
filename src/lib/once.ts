// What is made when it is first asked for, and kept.

/** For imports that many tasks need: in the bundle, each `import()` looks for all its chunks anew. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
