/** What the page fills in a text: {{name}}, and tags that become components. */
type Holes<Text> = Text extends `${string}{{${infer Hole}}}${infer Rest}` ? `{{${Hole}}}` | Holes<Rest> : Tags<Text>
type Tags<Text> = Text extends `${string}<${infer Tag}>${infer Rest}` ? `<${Tag}>` | Tags<Rest> : never
type AllHoles<Text> = Holes<Text> | Tags<Text>

/** The same keys as bokmål, no more and no fewer, and in each text the same holes. What is wrong becomes a type that says so. */
type SameAs<Nb, Here> = {
  readonly [Key in keyof Nb]: Nb[Key] extends string
    ? Key extends keyof Here
      ? [AllHoles<Here[Key]>, AllHoles<Nb[Key]>] extends [AllHoles<Nb[Key]>, AllHoles<Here[Key]>]
        ? string
        : { readonly 'the holes must be': AllHoles<Nb[Key]> }
      : string
    : SameAs<Nb[Key], Key extends keyof Here ? Here[Key] : never>
} & { readonly [Key in Exclude<keyof Here, keyof Nb>]: 'no such text in bokmål' }

/** Texts in another language, held to bokmål's by the type check: `export const dates = like<typeof nb>()({ … })`. */
export function like<Nb>() {
  return <const Here>(texts: Here & SameAs<Nb, Here>): Here => texts
}
