// ncc has no types. This is the part that bundle.ts uses.
declare module '@vercel/ncc' {
  interface Bundle {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
  }
  export default function ncc(
    input: string,
    options: { quiet: boolean; license: string; externals: Readonly<Record<string, string>> },
  ): Promise<Bundle>;
}
