/** What is ticked after one more press: without the item if it was there, with it if it was not. */
export function toggled<Item>(those: readonly Item[], item: Item): Item[] {
  return those.includes(item) ? those.filter((each) => each !== item) : [...those, item]
}
