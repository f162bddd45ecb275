import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Every font that print may use, as files from npm (all SIL Open Font License 1.1): a bare server has no fonts of its own, and
 * the same words must give the same paper everywhere. look.typ names the families in the order they are asked.
 *
 * Inter has Latin with the Sámi letters, Greek, Cyrillic and Vietnamese; Noto Sans adds rarer Latin and Devanagari; Vazirmatn has
 * Arabic, Persian, Pashto, Sorani and Urdu; then Ethiopic (Tigrinya, Amharic), and the small pictures people write with on
 * phones. Not the Arabic of Noto: it builds letters from parts, and a PDF made with it reads and copies with letters doubled.
 * A script none of them has stops the print with `MissingGlyph`: add its font here and in look.typ.
 */
export const fontFiles: string[] = [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
  require.resolve('@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
]
