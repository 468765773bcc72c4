// What readers type for a place, in words its page may not use: pagefind/words.<language>.js, made by the build.
const SLIP = 5; // letters a word must have for one of them to be wrong
const BEGUN = 4; // letters after which a word that is still being typed counts

// The words of a text: small letters without accents, one kind of apostrophe, no article cut short before it.
const wordsOf = (text) => bare(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu) ?? [];

// One kind of apostrophe, and no article or pronoun cut short before it (l'IA, d'opposition); no quotation marks: the engine would ask
// for the exact words between straight ones.
export const bare = (text) => text.replace(/["\u201c-\u201f\u00ab\u00bb]|(?<!\p{L})['\u2018\u2019]|['\u2019](?!\p{L})/gu, " ").replaceAll("\u2019", "'").replace(/(?<!\p{L})(?:[cdjlmnst]|qu)'(?=\p{L})/giu, "").trim();

// Whether the words marked in `excerpts` begin as those of `text` do.
export function hasWords(excerpts, text) {
  const marked = wordsOf([...excerpts.join().matchAll(/<mark>(.*?)<\/mark>/g)].map((found) => found[1]).join(" "));
  return wordsOf(text).every((word) => marked.some((one) => one.startsWith(word.slice(0, BEGUN))));
}

// Whether two words differ by one letter: another, one too many, one missing, two in each other's place.
function oneSlip(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (x, y) => a.slice(at + x) === b.slice(at + y);
  return rest(1, 1) || rest(1, 0) || rest(0, 1) || a[at] === b[at + 1] && a[at + 1] === b[at] && rest(2, 2);
}

const same = (typed, word) => typed === word || typed.length >= BEGUN && word.startsWith(typed) || typed.length >= SLIP && word.length >= SLIP && oneSlip(typed, word);

export class SearchWords {
  constructor([places, titles]) {
    this.places = places.map(([address, page, section, phrases]) => ({ address, page, section, phrases: phrases.map(wordsOf) }));
    this.known = new Set([...titles, ...places.flatMap((place) => place[3])].flatMap(wordsOf));
  }

  // The place whose phrase is wholly in `text` and is at least half of it; the longest one. Undefined where there is none.
  place(text) {
    const typed = wordsOf(text);
    let best, most = typed.length / 2 - 0.1;
    for (const place of this.places) {
      for (const phrase of place.phrases) {
        const exact = phrase.filter((word) => typed.includes(word)).length / 10;
        if (phrase.length + exact > most && phrase.every((word) => typed.some((one) => same(one, word)))) [best, most] = [place, phrase.length + exact];
      }
    }
    return best;
  }

  // `text` with the words nobody here uses replaced by those they are one letter away from; "" where nothing changes.
  mended(text) {
    const typed = wordsOf(text);
    const words = typed.map((word) => (this.known.has(word) || word.length < SLIP ? word : [...this.known].find((known) => known.length >= SLIP && oneSlip(word, known)) ?? word));
    return words.some((word, at) => word !== typed[at]) ? words.join(" ") : "";
  }
}
