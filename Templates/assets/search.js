// The search of the site: reads the static index under search/index/, asks no server and loads no other code.
// The rules for words are those of Sources/ArabicText; Tests/Search/words.json holds both to them.
// Names that are nowhere a word in a text or a property of what the browser or the index gives, and so reach readers shorter;
// those that are properties of this script's own objects are named once more.
// Own properties: address asked cards exact marks names number optional ordered required rest results score segment since
// Own properties: snippet soft stem story terms title twin unseen word
// Own names: word passage hits listed story segment spelling start phrase list normal cards slot snippet since isNear
// Own names: empty rest weight score number site chosen results brief attributes proven ordered same letter fields
// Own names: rarity arabicCuts watcher items turn room base unfinal query twin line isParted rows end bare path holding
// Own names: required step endingOf full counts facts unseen holds cardOf names right hand shown kept phrases ask title
// Own names: soft file joiner rank around load stem lists isError keep textOf pair begin held own gamma busy given best
// Own names: asked hash answers seen and found single ended better read choose gap lone matching event term bits isNoun
// Own names: near state apart slug kind isArabic address total showMore fewest month waiting isGrouped singles
// Own names: plainWords options fill next back front tail width marked run needed foreign unpack prefix members far
// Own names: made answer left wait typing old files timer terms row result last ones short chars mode raw header before
// Own names: isWhole place runs mine hebrewCuts isUncut top page sum element letters law one lines known joined shard
// Own names: cuts missing day stops exact second dropped link each accents marks blocked item say beginnings part
// Own names: numbers takeTails fetchCards fold low englishCuts complete ending make optional now plain take

// Words

let dropped, accents, lone, joiner, symbol, rtl;
const folds = {};
const fold = (passage) => passage.replace(/[^\0-\x7f]/g, (letter) => folds[letter] ?? letter);

export function normalize(passage) {
  const plain = passage.replace(lone, "").normalize("NFKC").replace(dropped, "");
  return fold(fold(plain).toLowerCase().normalize("NFKD").replace(accents, "")).normalize("NFC");
}

// a letter, r letter from right to left, d digit, j joiner, ' apostrophe, " gershayim, nothing: separator
function kind(char = "") {
  if (/['’]/.test(char)) return "'";
  if (/["׳״]/.test(char)) return '"';
  if (joiner.test(char)) return "j";
  if (symbol.test(char)) return "";
  if (/\p{L}/u.test(char)) return rtl.test(char) ? "r" : "a";
  return /\p{Nd}/u.test(char) ? "d" : "";
}

function plainWords(passage) {
  const chars = Array.from(passage), words = [];
  let at = 0;
  for (let i = 0; i < chars.length;) {
    let last = kind(chars[i]);
    if (!last || !"ard".includes(last)) { at += chars[i++].length; continue; }
    const start = at;
    let raw = "", tail = "";
    for (; i < chars.length; i++) {
      const now = kind(chars[i]);
      if (!now) break;
      if (now === "'" && !(last === "a" && kind(chars[i + 1]) === "a")) break;
      if (now === '"' && !(last === "r" && /^[א-ת]/.test(chars[i + 1] ?? ""))) break;
      if ("ard".includes(now)) {
        if (now !== last && (now === "r" || last === "r")) break;
        last = now;
      }
      if (raw && !"ard".includes(now) && now !== "j") { tail += chars[i]; continue; }
      raw += tail + chars[i];
      tail = "";
    }
    at += raw.length + tail.length;
    const normal = normalize(raw).replace(/(?<=.)["'’׳״](?=.)/g, "");
    if (normal) words.push([normal, start, start + raw.length]);
  }
  return words;
}

const isArabic = (word) => word >= "\u0600" && word < "\u0700";
export function words(passage) {
  const listed = [];
  for (const word of plainWords(passage)) {
    const held = listed.at(-1), [normal, start, end] = word, gap = held && start === held[2] + 1 ? passage[held[2]] : "";
    const isParted = gap === " " && isArabic(held[0]) && isArabic(normal) && (/^ن?مي$/.test(held[0])
      ? normal.length > 1 : /^(ها|هاي|هايي)$/.test(normal) && held[0].length > 1);
    const isGrouped = /^[,٬]$/.test(gap) && /^\d{3}$/.test(normal) && (held[3] || /^\d{1,3}$/.test(held[0]));
    if (isParted || isGrouped) {
      held[0] += normal;
      held[2] = end;
      held[3] = isGrouped;
    } else listed.push(word);
  }
  return listed;
}

const known = new Map();

// Forms of a word: [start, end, ending, weight, whether something joined to its front is cut off]. The lists of endings
// and of words that only look as if something were joined to them stand in the head of the index.

let law, whole, uncut, falseNouns, singles;
export function learn(top) {
  law = top.rules;
  [whole, uncut, falseNouns] = [law.whole, law.uncut, law.falseNouns].map((list) => new Set(list.split(" ")));
  singles = new Map(law.plurals.match(/\S+\s\S+/g).map((pair) => pair.split(" ")));
  for (const [to, ...letters] of law.folds) for (const letter of letters) folds[letter] = to;
  const { leaves, accent, alone } = law.signs;
  [dropped, accents, lone] = [leaves, accent, alone].map((signs) => new RegExp(`[${signs}]`, "gu"));
  [joiner, symbol, rtl] = [`${leaves}${alone}\\p{M}\\ufcf2-\\ufcf4`, law.signs.symbol, law.signs.rtl]
    .map((signs) => new RegExp(`^[${signs}]$`, "u"));
  known.clear();
}

const endingOf = (list, word, start, end) => list?.find(([passage, fewest]) => end - start - passage.length >= fewest && word.endsWith(passage, end));
function isUncut(word) {
  const has = (passage) => uncut.has(passage) || uncut.has(passage + "ه");
  const first = endingOf(law.endings, word, 0, word.length), bare = word.length - first?.[0].length;
  const second = first && endingOf(first[2], word, 0, bare);
  return has(word) || (!!first && has(word.slice(0, bare))) || (!!second && has(word.slice(0, bare - second[0].length)));
}

function arabicCuts(word, cuts) {
  const n = word.length, front = [];
  const and = /^[وف]/.test(word) ? 1 : 0, rest = word.slice(and);
  const prefix = /^(ال|لل|بال|كال)/.exec(rest)?.[0].length + and;
  const isNoun = prefix && (n - prefix > 2 || (n - prefix === 2 && !falseNouns.has(word.slice(prefix))))
    && !isUncut(rest[0] === "ا" ? rest : rest.slice(1));
  if (isNoun) front.push([prefix, 0.8]);
  if (!isUncut(word)) {
    const add = (count, weight, fewest) => { if (n - count >= fewest) front.push([count, weight, 1]); };
    if (and) add(1, 0.7, 3);
    if (and && isUncut(rest)) ;
    else if (/^[بكل]/.test(rest)) add(and + 1, 0.6, 3);
    else if (/^س[يتنا]/.test(rest)) add(and + 1, 0.5, 4);
    else if (/^ن?مي/.test(rest)) add(and + rest.indexOf("ي") + 1, 0.5, 3);
  }
  for (const [count, weight, joined] of front) cuts.push([count, n, "", weight, joined]);
  const back = (start, base, joined) => {
    if (whole.has(word.slice(start))) return;
    if (word.endsWith("يء") && n - start > 2) cuts.push([start, n - 2, "ء", 0.9 * base, joined]);
    const first = endingOf(law.endings, word, start, n);
    if (!first) return;
    const add = (end, weight) => cuts.push([start, end, end - start === 2 ? "ه" : "", weight * base, joined]);
    const bare = n - first[0].length;
    add(bare, 0.5);
    if (first[0] === "نا") add(bare + 1, 0.4);
    const second = !whole.has(word.slice(start, bare)) && endingOf(first[2], word, start, bare);
    if (!second) return;
    add(bare - second[0].length, 0.4);
    if (second[0] === "ات") add(bare - 1, 0.3);
  };
  if (!isNoun) back(0, 1, 0);
  for (const [count, weight, joined] of front) if (!joined || !isNoun || count > 1 || !and) back(count, weight, joined);
}

const unfinal = (passage) => passage.replace(/[ךםןףץ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
function hebrewCuts(word, cuts) {
  const n = word.length;
  if (unfinal(word) !== word) cuts.push([0, n, "", 0.95, 0]);
  const back = (start, base, joined) => {
    const end = law.hebrew.find((passage) => n - start - passage.length > 2 && word.endsWith(passage));
    if (end) cuts.push([start, n - end.length, "", 0.5 * base, joined]);
  };
  back(0, 1, 0);
  for (const [count, weight] of [[1, 0.8], [2, 0.6], [3, 0.5]]) {
    if (n - count < (count === 1 && word[0] === "ה" ? 2 : 3) || !"והבכלמש".includes(word[count - 1])) return;
    cuts.push([count, n, "", weight, 1]);
    back(count, weight, 1);
  }
}

function englishCuts(word, cuts) {
  const n = word.length;
  if (!/[^sui]s$/.test(word) || word === "news") return;
  if (n > 4 && word.endsWith("ies")) return cuts.push([0, n - 3, "y", 0.8, 0]);
  if (n > 4 && /[sxzho]es$/.test(word)) cuts.push([0, n - 2, "", 0.8, 0]);
  cuts.push([0, n - 1, "", 0.8, 0]);
}

export function forms(word) {
  let found = known.get(word);
  if (found) return found;
  const cuts = [[0, word.length, "", 1, 0]];
  if (word.length > 2) {
    if (/^[\u0620-\u06ff]+$/.test(word)) arabicCuts(word, cuts);
    else if (/^[א-ת]+$/.test(word)) hebrewCuts(word, cuts);
    else if (word.length > 3 && /^[a-z]+$/.test(word)) englishCuts(word, cuts);
  }
  cuts.sort((a, b) => b[3] - a[3] || (b[1] - b[0]) - (a[1] - a[0]) || a[0] - b[0]);
  found = new Map();
  for (const [start, end, ending, weight, joined] of cuts) {
    const passage = word.slice(start, end) + ending;
    const spelling = found.size ? unfinal(passage) : passage;
    if (!found.has(spelling)) found.set(spelling, [weight, joined]);
  }
  for (const [spelling, [weight, joined]] of [...found]) {
    const single = singles.get(spelling);
    if (single && !found.has(single)) found.set(single, [weight * 0.6, joined]);
  }
  known.set(word, found);
  return found;
}

const hash = (passage) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < passage.length; i++) value = Math.imul(value ^ passage.charCodeAt(i), 0x01000193);
  return value >>> 0;
};
export const tails = (word) => [...new Set(Array.from(forms(word).keys(), (spelling) => {
  if (!/^[\u0590-\u06ff]/.test(spelling)) return hash(spelling.slice(0, 3));
  let end = spelling.length;
  while (end > 2 && law.weak.includes(spelling[end - 1])) end--;
  return hash(unfinal(spelling.slice(Math.max(0, end - 3), end)));
}))];

// The weight with which a word of the index answers a word of the query; `proven` says of a word that it is no other
// word with something joined to its front.
function matching(asked, given, proven = () => false) {
  if (asked === given) return 1;
  const mine = forms(asked), blocked = [proven(asked), proven(given)];
  let best = 0;
  for (const [passage, [weight, joined]] of forms(given)) {
    const own = mine.get(passage);
    if (own && !(own[1] && blocked[0]) && !(joined && blocked[1])) best = Math.max(best, own[0] * weight);
  }
  return best;
}

// The index

function numbers(passage) {
  const list = [];
  for (let i = 0, number = 0, shift = 0; i < passage.length; i++) {
    const value = law.digits.indexOf(passage[i]);
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) { list.push(number); number = shift = 0; }
  }
  return list;
}

const room = globalThis.document?.querySelector("[data-search]");
const site = room && JSON.parse(room.dataset.search);
let top, cards, files;

const each = (list, make) => Promise.all(list.map(make));

// The text of a file, or of some bytes of it. What a host gives that has no ranges, the whole file, is kept for others.
async function load(path, since, to, cache) {
  let bytes = since && await files.get(path);
  if (!bytes) {
    const answer = await fetch(site.index + path, { cache, headers: since ? { Range: `bytes=${since}-${to - 1}` } : {} });
    if (!answer.ok) throw Error(path);
    bytes = await answer.arrayBuffer();
    if (since && answer.status !== 206) files.set(path, bytes);
  }
  if (files?.get(path) === bytes) bytes = bytes.slice(since, to);
  if (since && bytes.byteLength !== to - since) throw Error(path);
  return new TextDecoder().decode(bytes);
}

function keep(lines, first) {
  for (const line of lines.split("\n")) {
    const [number, ...brief] = line.split("\t");
    if (brief.length === 6) cards.set(first + numbers(number)[0], brief);
  }
}

async function start(mode) {
  const passage = await load("head.txt", 0, 0, mode), [line] = passage.split("\n");
  top = JSON.parse(line);
  learn(top);
  [cards, files] = [new Map(), new Map()];
  keep(passage, top.recent.first);
  top.recent.forms = passage.split("\n").map((line) => line.split("\t")).filter((row) => row.length === 2);
  top.names = new Map(top.topics);
}

const file = (segment, name, read, since, to) => {
  const path = `${segment.name}/${name}.txt?${segment.mark}`, header = `${segment.intro} ${name}\n`, key = path + since;
  if (!files.has(key)) files.set(key, load(path, since, to).then((passage) => {
    if (since) return passage;
    if (!passage.startsWith(header)) throw Error(path);
    return read(passage.slice(header.length));
  }));
  return files.get(key);
};

// The forms of a shard, each with the place of what its stem has in a file of tails: their tails and the best cards.
const shard = (segment, number) => file(segment, number, (passage) => {
  let to = 0, stem = {};
  return passage.split("\n").flatMap((line) => {
    const [spelling, list] = line.split("\t");
    if (spelling) return [[spelling, list, stem]];
    const [tail, own] = numbers(list ?? "");
    Object.assign(stem, { segment, name: `t${number % segment.tails}`, since: to, cards: to += tail, to: to += own });
    stem = {};
    return [];
  });
});

// Takes in the stories of a list, and gives how many there are in all.
function unpack(list, { first, count }, weight, hits) {
  const digits = list.match(/[\w-]/g).map((letter) => (64 + law.digits.indexOf(letter)).toString(2).slice(1)).join("");
  let place = 0, sum = 0;
  const bits = (size) => Number(`0b0${digits.slice(place, place += size)}`);
  const ones = () => -place - 1 + (place = digits.indexOf("0", place) + 1);
  const gamma = (size = ones()) => 2 ** size + bits(size);
  const listed = list.includes("+") && gamma();
  for (const score of [4, 2.4, 1.6, 1]) {
    if (!bits(1)) continue;
    const own = gamma(), low = bits(5);
    if (own > count) throw Error(list);
    sum += own;
    for (let story = first + count, left = own; left--;) {
      story -= 1 + ones() * 2 ** low + bits(low);
      if (!(hits.get(story) >= weight * score)) hits.set(story, weight * score);
    }
  }
  return listed || sum;
}

// The stories of a form. Of a long list only the best are in the shard: the others are left for later.
function take(hits, [spelling, list, stem], segment, weight) {
  const listed = unpack(list, segment, weight, hits);
  if (list.includes("+")) {
    hits.unseen = Math.max(hits.unseen, listed);
    hits.tails.push([stem, spelling, weight]);
  }
  if (stem?.to > stem?.cards && weight * listed > hits.most) [hits.most, hits.stem] = [weight * listed, stem];
}
async function takeTails(hits) {
  await each(hits.tails.splice(0), async ([{ segment, name, since, cards }, spelling, weight]) => {
    const tails = await file(segment, name, 0, since, cards), line = tails.split("\n").find((line) => line.startsWith(spelling + "\t"));
    unpack(line.slice(spelling.length + 1), segment, weight, hits);
  });
  hits.unseen = 0;
}
const none = () => Object.assign(new Map(), { tails: [], unseen: 0, most: 0 });

// The lists that may answer a word, one for each part of the index, with the part.
async function lists(keys) {
  const old = await each(top.segments, async (segment) => {
    const shards = await each([...new Set(keys.map((key) => (key & 4095) % segment.shards))], (key) => shard(segment, key));
    return [segment, shards.flat()];
  });
  return [...old, [top.recent, top.recent.forms]].map(([segment, rows]) => [segment, new Map(rows.map((row) => [row[0], row]))]);
}

async function ask(word, exact, base = 1, hits = none()) {
  for (const [segment, listed] of await lists(tails(word))) {
    const proven = (spelling) => (listed.get("ال" + spelling)?.[1] ?? "").length > 1;
    for (const row of listed.values()) {
      const [spelling, list] = row, weight = exact ? Number(spelling === word) : matching(word, spelling, proven);
      if (weight && spelling === word && list[0] === "!") hits.optional = true;
      if (weight) take(hits, row, segment, weight * base);
    }
  }
  return hits;
}

// Frequent words that begin with the same two letters, and all of the newest stories.
async function beginnings(word) {
  const [first] = top.segments, list = top.recent.forms.map(([spelling]) => spelling);
  if (!first || word.length < 2) return list;
  return [...await file(first, `w${hash(Array.from(word).slice(0, 2).join("")) % 16}`, (passage) => passage.split("\n")), ...list];
}

async function complete(word, hits) {
  const found = new Set((await beginnings(word)).filter((spelling) => spelling.startsWith(word) && spelling !== word));
  const chosen = [...found].filter((spelling) => !matching(word, spelling)).slice(0, 3);
  for (const spelling of chosen) await ask(spelling, false, 0.6, hits);
  return chosen;
}

// Whether two words differ by one letter, or by two that changed places.
function isNear(left, right) {
  const fewest = Math.min(left.length, right.length);
  let start = 0, same = 0;
  while (start < fewest && left[start] === right[start]) start++;
  while (same < fewest - start && left.at(-1 - same) === right.at(-1 - same)) same++;
  const [one, twin] = [left, right].map((word) => word.slice(start, word.length - same));
  return (one.length < 2 && twin.length < 2) || (!twin[2] && one === twin[1] + twin[0]);
}

// The most frequent word of the files at hand that is near to a word which no story has, as a headline spells it.
async function meant(word) {
  const [, prefix, bare] = /^(ال|)(.+)/.exec(word);
  const near = (await beginnings(bare)).map((spelling) => [prefix + spelling, ""]);
  for (const [, listed] of await lists(tails(word))) near.push(...listed.values());
  const best = near.filter(([spelling]) => isNear(word, spelling)).sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  if (best) await fetchCards([...await ask(best, true)].sort((a, b) => b[1] - a[1]).slice(0, 1).map(([story]) => ({ story })));
  for (const brief of best ? cards.values() : []) {
    const [, , , , title, snippet] = brief, passage = `${title} ${snippet}`;
    for (const [normal, start, end] of words(passage)) if (normal === best) return passage.slice(start, end);
  }
  return best;
}

function parse(query) {
  const terms = [], phrases = [];
  const rest = query.slice(0, 600).replace(/(^|\s)["“”„«]([^"“”„«»]+)["“”»](?=\s|$)/g, (_, before, passage) => {
    const phrase = words(passage).map(([normal]) => normal).slice(0, 12);
    if (phrase.length > 1) phrases.push(phrase);
    terms.push(...phrase.map((word) => ({ word, exact: true })));
    return before;
  });
  const open = words(rest).map(([word]) => ({ word, exact: false }));
  const seen = new Set();
  return { terms: [...terms, ...open].filter(({ word }) => !seen.has(word) && seen.add(word)).slice(0, 12), phrases };
}

async function search({ q, topic, year, sort, typing }) {
  const { terms, phrases } = parse(q), marks = terms.map((term) => term.word);
  const answers = await each(terms, (term) => ask(term.word, term.exact));
  const last = terms.at(-1), own = answers.at(-1);
  if (last && !last.exact && own.size < (typing ? 10 : 1)) {
    marks.push(...await complete(last.word, own));
  }
  const required = answers.filter((hits) => !hits.optional), needed = required.length ? required : answers;
  const members = topic && none();
  if (topic) {
    for (const [segment, listed] of await lists([hash(`#${topic}`)])) {
      const row = listed.get(`#${topic}`);
      if (row) take(members, row, segment, 1);
    }
    await takeTails(members);
  }
  const place = top.years.findIndex(([own]) => own === Number(year));
  const [since, to] = year ? [top.years[place]?.[1] ?? Infinity, top.years[place + 1]?.[1] ?? Infinity] : [0, Infinity];
  const rank = () => {
    const total = new Map();
    for (const hits of answers) {
      const rarity = Math.log(1 + top.count / (Math.max(hits.size, hits.unseen) + 1)) + 0.1, counts = needed.includes(hits);
      for (const [story, score] of hits) {
        if (story < since || story >= to || (members && !members.has(story))) continue;
        const sum = total.get(story) ?? [0, 0];
        total.set(story, [sum[0] + counts, sum[1] + score * rarity]);
      }
    }
    return Array.from(total, ([story, [count, score]]) => ({ story, count, score: score * (1 + 0.3 * story / top.count) }));
  };
  const full = () => found.filter(({ count }) => count === needed.length);
  let found = rank(), results = full();
  // Long lists are read whole only where their best stories do not do, the shortest first.
  const isWhole = topic || year || sort || phrases.length;
  for (const hits of [...answers].sort((a, b) => a.unseen - b.unseen)) {
    if (!hits.unseen || (results.length > 9 && !isWhole)) continue;
    await takeTails(hits);
    results = full(found = rank());
  }
  const unseen = Math.max(0, ...answers.map((hits) => hits.unseen));
  let better = "";
  if (!results.length) for (const [at, { word, exact }] of terms.entries()) {
    const twin = !exact && !answers[at].size && word.length > 2 && await meant(word);
    if (twin) better = words(q).map(([normal, start, end]) => (normal === word ? twin : q.slice(start, end))).join(" ");
  }
  const soft = !results.length && found.length > 0 && !phrases.length;
  if (soft) results = found.filter((result) => result.count > 0);
  results.sort((a, b) => b.count - a.count || (sort === "date" ? 0 : b.score - a.score) || b.story - a.story);
  if (phrases.length) results = await holding(results.slice(0, 30), phrases);
  // The best cards of a word lie together.
  const [{ stem } = {}] = answers;
  if (stem && terms.length < 2 && !isWhole && results.slice(0, 10).some(({ story }) => !cards.has(story))) {
    keep(await file(stem.segment, stem.name, 0, stem.cards, stem.to), stem.segment.first);
  }
  return { results, marks, soft, unseen, better, asked: terms.length, ordered: sort === "date" };
}

const holds = (passage, phrases) => {
  const listed = ` ${words(passage).map(([normal]) => normal).join(" ")} `;
  return phrases.every((phrase) => listed.includes(` ${phrase.join(" ")} `));
};

// The results that have the phrases: the story itself is read where its headline does not say so.
async function holding(results, phrases) {
  await fetchCards(results);
  const kept = await each(results, async (result) => {
    const brief = cardOf(result.story);
    if (holds(brief.title, phrases) || holds(brief.snippet, phrases)) return result;
    const passage = await textOf(brief, "");
    return holds(passage, phrases) ? { ...result, snippet: around(passage, (listed, at) => phrases[0].every((word, step) => listed[at + step]?.[0] === word)) } : null;
  });
  return kept.filter((kept) => kept);
}

// The text of a story, from its page or its light one, which has no captions.
async function textOf({ address }, lite) {
  const page = await fetch(site.root + lite + encodeURI(address));
  if (!page.ok) return "";
  const article = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main article");
  for (const part of article?.querySelectorAll("p, li, h1, h2, h3, td") ?? []) part.append("\n");
  return article?.textContent ?? "";
}

// What stands around the first words that pass a test.
function around(passage, test) {
  const listed = words(passage), at = listed.findIndex((_, index) => test(listed, index));
  if (at < 0) return undefined;
  const first = Math.max(0, Math.min(at - 5, listed.length - 14)), last = Math.min(listed.length, first + 14) - 1;
  return `${first ? "… " : ""}${passage.slice(listed[first][1], listed[last][2]).replace(/\s+/g, " ")}${last < listed.length - 1 ? " …" : ""}`;
}

// A result whose card has no word of the query shows what stands around them in its page, once it is seen.
const waiting = new WeakMap();
let busy = Promise.resolve();
const watcher = globalThis.IntersectionObserver && new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    busy = busy.then(() => target.isConnected && waiting.get(target)()).catch(() => {});
  }
});

// Fetches the cards that are not at hand, those that lie near each other together.
async function fetchCards(results) {
  const runs = [], missing = results.map(({ story }) => story).filter((story) => !cards.has(story)).sort((a, b) => a - b);
  for (const story of missing) {
    const segment = top.segments.find(({ first, count }) => story < first + count), run = runs.at(-1);
    const at = story - segment.first, slot = at % segment.block + 1, number = (at + 1 - slot) / segment.block;
    if (run?.segment === segment && run.number === number && slot - run.to < 8) run.to = slot;
    else runs.push({ segment, number, since: slot, to: slot });
  }
  await each(runs, async ({ segment, number, since, to }) => {
    const width = 16 * numbers(segment.widths)[number];
    keep(await file(segment, `c${number}`, 0, since * width, (to + 1) * width), segment.first);
  });
  if (missing.some((story) => !cards.has(story))) throw Error("gone");
}

// The next results, of a large index with at most three cards that lie apart: one whose card is not at hand waits where four
// others have theirs that are nearly as good.
function next(results, ordered) {
  const first = results.slice(0, 100), hand = ordered ? [] : first.filter(({ story }) => cards.has(story)), chosen = [];
  let apart = 0;
  for (const result of first) {
    if (chosen.length === 10) break;
    const far = top.segments[0]?.tails && !cards.has(result.story) && !chosen.some(({ story }) => Math.abs(story - result.story) < 8);
    if (far && (apart > 2 || result.score < 2 * hand[3]?.score)) {
      if (ordered) break;
      continue;
    }
    if (far) apart++;
    chosen.push(result);
  }
  return chosen;
}

function cardOf(story) {
  const [day, short, topic, language, title, snippet] = cards.get(story);
  const date = new Date((numbers(day)[0] - 1e6) * 864e5).toISOString().slice(0, 10);
  let address = short;
  if (short[0] === "=") {
    const count = /^=(\d+)/.exec(short)[1];
    const slug = (title.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).slice(0, count)
      .map((word) => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).join("-");
    address = `${date.replaceAll("-", "/")}/${slug}${short.slice(count.length + 1)}/`;
  }
  return { date, address, topic, language, title, snippet };
}

// The page

const digits = (number) => String(number).replace(/\d/g, (digit) => site.digits[digit]);
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

function marked(passage, marks) {
  const bdi = element("bdi");
  let at = 0;
  for (const [normal, since, end] of words(passage)) {
    if (!marks.some((mark) => matching(mark, normal))) continue;
    bdi.append(passage.slice(at, since), element("mark", {}, passage.slice(since, end)));
    at = end;
  }
  bdi.append(passage.slice(at));
  return bdi;
}

function item(result, marks) {
  const brief = cardOf(result.story), snippet = result.snippet ?? brief.snippet;
  const foreign = brief.language && { lang: brief.language, dir: /^(ar|fa|ur|he|ps|ckb|sd|ug)\b/.test(brief.language) ? "rtl" : "ltr" };
  const [year, month, number] = brief.date.split("-").map(Number);
  const day = site.months[month - 1].replace("{d}", digits(number)).replace("{y}", digits(year));
  const facts = element("p", { class: "date", ...(brief.language && { lang: site.language, dir: site.direction }) },
    element("time", { datetime: brief.date }, day));
  const name = top.names.get(brief.topic);
  if (name) facts.append(" · ", element("a", { href: `${site.root}topics/${encodeURIComponent(brief.topic)}/` }, element("bdi", {}, name)));
  const link = element("a", { href: site.root + brief.address.split("/").map(encodeURIComponent).join("/") }, marked(brief.title, marks));
  const summary = element("p", { class: "summary" }, marked(snippet, marks));
  const made = element("li", {}, element("article", { class: "card", ...foreign }, element("h2", {}, link), summary, facts));
  if (watcher && !made.querySelector("mark")) {
    waiting.set(made, async () => {
      const test = (listed, at) => marks.some((mark) => matching(mark, listed[at][0]));
      const passage = around(await textOf(brief, site.lite), test) ?? (site.lite && around(await textOf(brief, ""), test));
      if (passage) summary.replaceChildren(marked(passage, marks));
    });
    watcher.observe(made);
  }
  return made;
}

function begin() {
  const form = room.querySelector("form"), status = room.querySelector("[role=status]"), list = room.querySelector("ol");
  const more = room.querySelector(".search-more"), fields = form.elements;
  let turn = 0, timer, rest = [], shown, ended;

  const empty = () => {
    list.replaceChildren();
    more.hidden = true;
  };
  const say = (passage, isError) => {
    status.textContent = passage;
    status.classList.toggle("search-error", !!isError);
  };
  const count = (number) => {
    const words = site.count;
    return (words[new Intl.PluralRules(site.language).select(number)] ?? words.other).replace("{n}", digits(number));
  };
  const fill = () => {
    const options = (select, rows) => select.length < 2 && rows.length > 1
      && select.append(...rows.map(([value, passage]) => element("option", { value }, passage)));
    options(fields.topic, top.topics);
    options(fields.year, [...top.years].reverse().map(([year]) => [String(year), digits(year)]));
    room.querySelector(".search-filters").hidden = false;
    choose();
  };
  const asked = (name) => new URLSearchParams(location.search).get(name) ?? "";
  // A choice of the address that is not on the list counts as none.
  const choose = () => {
    for (const name of ["topic", "year", "sort"]) {
      fields[name].value = asked(name);
      if (fields[name].selectedIndex < 0) fields[name].value = "";
    }
  };
  const read = () => {
    ended = fields.q.value = asked("q");
    choose();
  };
  const state = () => Object.fromEntries(["q", "topic", "year", "sort"].map((name) => [name, fields[name].value]));

  // Shows the next ten: those whose cards would have to be fetched when the reader comes to the end of the others.
  async function showMore(chosen = next(rest, shown.ordered).slice(0, 10 - list.children.length % 10)) {
    const mine = turn;
    await fetchCards(chosen);
    if (mine !== turn) return [];
    rest = rest.filter((result) => !chosen.includes(result));
    const items = chosen.map((result) => item(result, shown.marks));
    list.append(...items);
    more.hidden = rest.length === 0;
    if (list.children.length % 10) watcher?.observe(more);
    return items;
  }
  waiting.set(more, showMore);

  async function run(typing, mode = "no-cache") {
    const mine = ++turn;
    if (!fields.q.value.trim()) {
      empty();
      return say(site.hint);
    }
    const wait = setTimeout(() => mine === turn && say(site.searching), 300);
    try {
      if (!top || mode === "reload") {
        await start(mode);
        fill();
        if (mine !== turn) return;
      }
      const answer = await search({ ...state(), typing });
      if (mine !== turn) return;
      [shown, rest] = [answer, answer.results];
      const first = next(rest, answer.ordered);
      await fetchCards(first);
      if (mine !== turn) return;
      empty();
      await showMore(first);
      const number = Math.max(answer.results.length, answer.asked === 1 && answer.unseen);
      const words = answer.unseen ? site.least.replace("{n}", count(number)) : count(number);
      say(!answer.asked ? site.hint : !number ? site.none : answer.soft ? `${site.some} ${words}` : words);
      const { better } = answer;
      if (better) status.append(" ", element("a", { href: `?q=${encodeURIComponent(better)}` }, site.meant.replace("{q}", better)));
    } catch (error) {
      if (mine !== turn) return;
      if (mode !== "reload") return await run(typing, "reload");
      empty();
      say(site.error, true);
      [top, files] = [];
    } finally {
      clearTimeout(wait);
    }
  }

  const address = () => {
    const query = new URLSearchParams(Object.entries(state()).filter(([, value]) => value));
    return query.size ? `?${query}` : location.pathname;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (address() !== location.search) history.pushState(null, "", address());
    ended = true;
    run(false);
  });
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history[ended ? "pushState" : "replaceState"](null, "", address());
      ended = false;
      timer = setTimeout(() => { ended = fields.q.value; }, 2000);
      run(event.target === fields.q && !/\s$/.test(fields.q.value));
    }, event.target === fields.q ? 250 : 0);
  });
  addEventListener("popstate", () => { read(); run(false); });
  more.addEventListener("click", async () => {
    try {
      const items = await showMore();
      items[0]?.querySelector("a").focus();
    } catch {
      say(site.error, true);
    }
  });
  // Arrows lead from the field through the results.
  room.addEventListener("keydown", (event) => {
    if (!/^Arrow(Down|Up)$/.test(event.key)) return;
    const stops = [fields.q, ...list.querySelectorAll("h2 a")], at = stops.indexOf(document.activeElement);
    const to = stops[at + (event.key === "ArrowUp" ? -1 : 1)];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  });

  form.hidden = false;
  read();
  if (fields.q.value) run(false);
  else {
    say(site.hint);
    fields.q.focus();
  }
}

if (room) begin();
