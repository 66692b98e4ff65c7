// The search of the site: reads the static index under search/index/, asks no server and loads no other code.
// The rules for words are those of Sources/ArabicText; Tests/Search/words.json holds both to them.
// Names that are nowhere a property or a word in a text, and so reach readers shorter:
// Own names: segment number hits phrases answer element fields site chosen cuts letter bare numbers line held fetchCards
// Own names: event second mine members watcher showMore path made turn proven typing blocks isGrouped isUncut unfinal
// Own names: files mode part lines takeTails waiting row isArabic base now front isNoun englishCuts query textOf around
// Own names: short marked dropped accents plainWords arabicCuts and back hebrewCuts blocked next placeOf attributes
// Own names: options known given total holds timer shown joiner tail hash header file read decode seen term needed cardOf
// Own names: choose complete say kind raw best blank lists isWhole holding kept facts isError run stops rarity counts
// Own names: fold keep take rank full page busy own tab better beginnings single singles right left same isNear isParted
// Own names: weights one lone shard day load ask sum begin gap plain before each wait fill near hand step link

// Words

let dropped, accents, lone, joiner, symbol, rtl;
const folds = {};
const fold = (text) => text.replace(/[^\0-\x7f]/g, (letter) => folds[letter] ?? letter);

export function normalize(text) {
  const plain = text.replace(lone, "").normalize("NFKC").replace(dropped, "");
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

function plainWords(text) {
  const chars = Array.from(text), words = [];
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
    if (normal) words.push({ normal, start, end: start + raw.length });
  }
  return words;
}

const isArabic = (word) => word >= "\u0600" && word < "\u0700";
export function words(text) {
  const all = [];
  for (const word of plainWords(text)) {
    const held = all[all.length - 1], gap = held && word.start === held.end + 1 ? text[held.end] : "";
    const isParted = gap === " " && isArabic(held.normal) && isArabic(word.normal) && (/^ن?مي$/.test(held.normal)
      ? word.normal.length > 1 : /^(ها|هاي|هايي)$/.test(word.normal) && held.normal.length > 1);
    const isGrouped = /^[,٬]$/.test(gap) && /^\d{3}$/.test(word.normal) && (held.grouped || /^\d{1,3}$/.test(held.normal));
    if (isParted || isGrouped) {
      held.normal += word.normal;
      held.end = word.end;
      held.grouped = isGrouped;
    } else all.push(word);
  }
  return all;
}

const known = new Map();

// Forms of a word: [start, end, ending, weight, whether something joined to its front is cut off]. The lists of endings
// and of words that only look as if something were joined to them stand in the head of the index.

let rules, whole, uncut, falseNouns, singles;
export function learn(head) {
  ({ rules } = head);
  [whole, uncut, falseNouns] = [rules.whole, rules.uncut, rules.falseNouns].map((list) => new Set(list.split(" ")));
  singles = new Map(rules.plurals.match(/\S+\s\S+/g).map((pair) => pair.split(" ")));
  for (const [to, ...letters] of rules.folds) for (const letter of letters) folds[letter] = to;
  const { leaves, accent, alone } = rules.signs;
  [dropped, accents, lone] = [leaves, accent, alone].map((signs) => new RegExp(`[${signs}]`, "gu"));
  [joiner, symbol, rtl] = [`${leaves}${alone}\\p{M}\\ufcf2-\\ufcf4`, rules.signs.symbol, rules.signs.rtl]
    .map((signs) => new RegExp(`^[${signs}]$`, "u"));
  known.clear();
}

const find = (list, word, start, end) => list?.find(([text, least]) => end - start - text.length >= least && word.endsWith(text, end));
function isUncut(word) {
  const has = (text) => uncut.has(text) || uncut.has(text + "ه");
  const first = find(rules.endings, word, 0, word.length), bare = word.length - first?.[0].length;
  const second = first && find(first[2], word, 0, bare);
  return has(word) || (!!first && has(word.slice(0, bare))) || (!!second && has(word.slice(0, bare - second[0].length)));
}

function arabicCuts(word, cuts) {
  const n = word.length, front = [];
  const and = /^[وف]/.test(word) ? 1 : 0, rest = word.slice(and);
  const article = /^(ال|لل|بال|كال)/.exec(rest)?.[0].length + and;
  const isNoun = article && (n - article > 2 || (n - article === 2 && !falseNouns.has(word.slice(article))))
    && !isUncut(rest[0] === "ا" ? rest : rest.slice(1));
  if (isNoun) front.push([article, 0.8]);
  if (!isUncut(word)) {
    const add = (count, weight, least) => { if (n - count >= least) front.push([count, weight, 1]); };
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
    const first = find(rules.endings, word, start, n);
    if (!first) return;
    const add = (end, weight) => cuts.push([start, end, end - start === 2 ? "ه" : "", weight * base, joined]);
    const bare = n - first[0].length;
    add(bare, 0.5);
    if (first[0] === "نا") add(bare + 1, 0.4);
    const second = !whole.has(word.slice(start, bare)) && find(first[2], word, start, bare);
    if (!second) return;
    add(bare - second[0].length, 0.4);
    if (second[0] === "ات") add(bare - 1, 0.3);
  };
  if (!isNoun) back(0, 1, 0);
  for (const [count, weight, joined] of front) if (!joined || !isNoun || count > 1 || !and) back(count, weight, joined);
}

const unfinal = (text) => text.replace(/[ךםןףץ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
function hebrewCuts(word, cuts) {
  const n = word.length;
  if (unfinal(word) !== word) cuts.push([0, n, "", 0.95, 0]);
  const back = (start, base, joined) => {
    const end = rules.hebrew.find((text) => n - start - text.length > 2 && word.endsWith(text));
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
    const text = word.slice(start, end) + ending;
    const form = found.size ? unfinal(text) : text;
    if (!found.has(form)) found.set(form, { weight, joined });
  }
  for (const [form, { weight, joined }] of [...found]) {
    const single = singles.get(form);
    if (single && !found.has(single)) found.set(single, { weight: weight * 0.6, joined });
  }
  known.set(word, found);
  return found;
}

const hash = (text) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};
export const tails = (word) => [...new Set(Array.from(forms(word).keys(), (form) => {
  if (!/^[\u0590-\u06ff]/.test(form)) return hash(form.slice(0, 3));
  let end = form.length;
  while (end > 2 && rules.weak.includes(form[end - 1])) end--;
  return hash(unfinal(form.slice(Math.max(0, end - 3), end)));
}))];

// The weight with which a word of the index answers a word of the query; `proven` says of a word that it is no other
// word with something joined to its front.
export function match(asked, given, proven = () => false) {
  if (asked === given) return 1;
  const mine = forms(asked), blocked = [proven(asked), proven(given)];
  let best = 0;
  for (const [text, form] of forms(given)) {
    const own = mine.get(text);
    if (own && !(own.joined && blocked[0]) && !(form.joined && blocked[1])) best = Math.max(best, own.weight * form.weight);
  }
  return best;
}

// The index

function numbers(text) {
  const list = [];
  for (let i = 0, number = 0, shift = 0; i < text.length; i++) {
    const value = rules.digits.indexOf(text[i]);
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) { list.push(number); number = shift = 0; }
  }
  return list;
}

const main = globalThis.document?.querySelector("[data-search]");
const site = main && JSON.parse(main.dataset.search);
let head, cards, files;

async function load(path, header, mark, mode = "default") {
  const answer = await fetch(`${site.index}${path}?${mark}`, { cache: mode });
  if (!answer.ok) throw new Error(path);
  const text = await answer.text();
  if (!text.startsWith(header)) throw new Error(path);
  return text.slice(header.length);
}

const part = (text) => {
  const blank = text.startsWith("\n") ? 0 : text.indexOf("\n\n") + 1;
  return { cards: text.slice(0, blank), forms: text.slice(blank + 1).trimEnd().split("\n").map((line) => line.split("\t")) };
};
const keep = (lines, first) => {
  for (const line of lines.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) cards.set(first + numbers(line.slice(0, tab))[0], line.slice(tab + 1));
  }
};

async function start(mode) {
  const answer = await fetch(`${site.index}head.txt`, { cache: mode });
  if (!answer.ok) throw new Error("head");
  const text = await answer.text(), line = text.indexOf("\n");
  head = JSON.parse(text.slice(0, line));
  learn(head);
  [cards, files] = [new Map(), new Map()];
  const last = head.segments[head.segments.length - 1];
  const rest = part(text.slice(line + 1)), first = last ? last.first + last.count : 0;
  keep(rest.cards, first);
  head.recent = { first, forms: rest.forms.filter(([form]) => form) };
  head.names = new Map(head.topics);
}

function file(segment, name, read) {
  const path = `${segment.name}/${name}.txt`;
  if (!files.has(path)) {
    files.set(path, load(path, `warraq-search 2 ${segment.name} ${segment.count}/${segment.shards} ${name}\n`, segment.mark).then(read));
  }
  return files.get(path);
}
const shard = (segment, number) => file(segment, number, (text) => {
  const { cards: lines, forms } = part(text);
  keep(lines, segment.first);
  return forms;
});
const block = (segment, number) => file(segment, `c${number}`, (text) => text.split("\n").forEach((line, index) => {
  if (line) cards.set(segment.first + number * segment.block + index, line);
}));

function decode(numbers, first, weight, hits) {
  const weights = [1, 1.6, 2.4, 4];
  let next = 0;
  for (const number of numbers) {
    next += Math.floor(number / 4) + 1;
    const story = first + next - 1, score = weight * weights[number & 3];
    if (!(hits.get(story) >= score)) hits.set(story, score);
  }
}

// The stories of a form. Of a long list only the best are in the shard: the others are left for later.
function take(hits, form, list, first, weight, segment, key) {
  const bare = list.replace("!", ""), found = numbers(bare.replace("+", ""));
  if (bare[0] === "+") {
    hits.hidden = Math.max(hits.hidden, found.shift());
    hits.tails.push([segment, key & (segment.tails - 1), form, weight]);
  }
  decode(found, first, weight, hits);
}
async function takeTails(hits) {
  await Promise.all(hits.tails.splice(0).map(async ([segment, number, form, weight]) => {
    const lines = await file(segment, `t${number}`, (text) => new Map(text.split("\n").map((line) => line.split("\t"))));
    decode(numbers(lines.get(form) ?? ""), segment.first, weight, hits);
  }));
  hits.hidden = 0;
}
const none = () => Object.assign(new Map(), { tails: [], hidden: 0 });

// The lists that may answer a word, one for each part of the index: [[form, list, shard]…] with the segment.
async function lists(keys) {
  const old = head.segments.map(async (segment) => {
    const shards = await Promise.all([...new Set(keys.map((key) => key & (segment.shards - 1)))]
      .map(async (key) => (await shard(segment, key)).map(([form, list]) => [form, list, key])));
    return [segment, new Map(shards.flat().map((row) => [row[0], row]))];
  });
  return [...await Promise.all(old), [head.recent, new Map(head.recent.forms.map((row) => [row[0], row]))]];
}

async function ask(word, exact, base = 1, hits = none()) {
  for (const [segment, all] of await lists(tails(word))) {
    const proven = (form) => (all.get("ال" + form)?.[1] ?? "").length > 1;
    for (const [form, list, key] of all.values()) {
      const weight = exact ? Number(form === word) : match(word, form, proven);
      if (weight && form === word && list[0] === "!") hits.optional = true;
      if (weight) take(hits, form, list, segment.first, weight * base, segment, key);
    }
  }
  return hits;
}

// Frequent words that begin with the same two letters, and all of the newest stories.
async function beginnings(word) {
  const [first] = head.segments, list = head.recent.forms.map(([form]) => form);
  if (!first || word.length < 2) return list;
  return [...await file(first, `w${hash(Array.from(word).slice(0, 2).join("")) % 16}`, (text) => text.split("\n")), ...list];
}

async function complete(word, hits) {
  const found = new Set((await beginnings(word)).filter((form) => form.startsWith(word) && form !== word));
  const chosen = [...found].filter((form) => !match(word, form)).slice(0, 3);
  for (const form of chosen) await ask(form, false, 0.6, hits);
  return chosen;
}

// Whether two words differ by one letter, or by two that changed places.
function isNear(left, right) {
  const least = Math.min(left.length, right.length);
  let start = 0, same = 0;
  while (start < least && left[start] === right[start]) start++;
  while (same < least - start && left.at(-1 - same) === right.at(-1 - same)) same++;
  const [one, other] = [left, right].map((word) => word.slice(start, word.length - same));
  return (one.length < 2 && other.length < 2) || (!other[2] && one === other[1] + other[0]);
}

// The most frequent word of the files at hand that is near to a word which no story has, as a headline spells it.
async function meant(word) {
  const [, article, bare] = /^(ال|)(.+)/.exec(word);
  const near = (await beginnings(bare)).map((form) => [article + form, ""]);
  for (const [, all] of await lists(tails(word))) near.push(...all.values());
  const best = near.filter(([form]) => isNear(word, form)).sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  if (best) await fetchCards([...await ask(best, true)].sort((a, b) => b[1] - a[1]).slice(0, 1).map(([story]) => ({ story })));
  for (const card of best ? cards.values() : []) {
    for (const { normal, start, end } of words(card)) if (normal === best) return card.slice(start, end);
  }
  return best;
}

export function parse(query) {
  const terms = [], phrases = [];
  const rest = query.slice(0, 600).replace(/(^|\s)["“”„«]([^"“”„«»]+)["“”»](?=\s|$)/g, (_, before, text) => {
    const phrase = words(text).map((word) => word.normal).slice(0, 12);
    if (phrase.length > 1) phrases.push(phrase);
    terms.push(...phrase.map((word) => ({ word, exact: true })));
    return before;
  });
  const open = words(rest).map((word) => ({ word: word.normal, exact: false }));
  const seen = new Set();
  return { terms: [...terms, ...open].filter(({ word }) => !seen.has(word) && seen.add(word)).slice(0, 12), phrases };
}

async function search({ q, topic, year, sort, typing }) {
  const { terms, phrases } = parse(q), marks = terms.map((term) => term.word);
  const answers = await Promise.all(terms.map((term) => ask(term.word, term.exact)));
  const last = terms[terms.length - 1];
  if (last && !last.exact && answers[answers.length - 1].size < (typing ? 10 : 1)) {
    marks.push(...await complete(last.word, answers[answers.length - 1]));
  }
  const required = answers.filter((hits) => !hits.optional), needed = required.length ? required : answers;
  const members = topic && none();
  if (topic) {
    for (const [segment, all] of await lists([hash(`#${topic}`)])) {
      const row = all.get(`#${topic}`);
      if (row) take(members, row[0], row[1], segment.first, 1, segment, row[2]);
    }
    await takeTails(members);
  }
  const place = head.years.findIndex(([each]) => each === Number(year));
  const [from, to] = year ? [head.years[place]?.[1] ?? Infinity, head.years[place + 1]?.[1] ?? Infinity] : [0, Infinity];
  const rank = () => {
    const total = new Map();
    for (const hits of answers) {
      const rarity = Math.log(1 + head.count / (Math.max(hits.size, hits.hidden) + 1)) + 0.1, counts = needed.includes(hits);
      for (const [story, score] of hits) {
        if (story < from || story >= to || (members && !members.has(story))) continue;
        const sum = total.get(story) ?? [0, 0];
        total.set(story, [sum[0] + counts, sum[1] + score * rarity]);
      }
    }
    return Array.from(total, ([story, [count, score]]) => ({ story, count, score: score * (1 + 0.3 * story / head.count) }));
  };
  const full = () => found.filter(({ count }) => count === needed.length);
  let found = rank(), results = full();
  // Long lists are read whole only where their best stories do not do, the shortest first.
  const isWhole = topic || year || sort || phrases.length;
  for (const hits of [...answers].sort((a, b) => a.hidden - b.hidden)) {
    if (!hits.hidden || (results.length > 9 && !isWhole)) continue;
    await takeTails(hits);
    results = full(found = rank());
  }
  const hidden = Math.max(0, ...answers.map((hits) => hits.hidden));
  let better = "";
  if (!results.length) for (const [at, { word, exact }] of terms.entries()) {
    const other = !exact && !answers[at].size && word.length > 2 && await meant(word);
    if (other) better = words(q).map(({ normal, start, end }) => (normal === word ? other : q.slice(start, end))).join(" ");
  }
  const soft = !results.length && found.length > 0 && !phrases.length;
  if (soft) results = found.filter((result) => result.count > 0);
  results.sort((a, b) => b.count - a.count || (sort === "date" ? 0 : b.score - a.score) || b.story - a.story);
  if (phrases.length) results = await holding(results.slice(0, 30), phrases);
  return { results, marks, soft, hidden, better, asked: terms.length, ordered: sort === "date" };
}

const holds = (text, phrases) => {
  const all = ` ${words(text).map((word) => word.normal).join(" ")} `;
  return phrases.every((phrase) => all.includes(` ${phrase.join(" ")} `));
};

// The results that have the phrases: the story itself is read where its headline does not say so.
async function holding(results, phrases) {
  await fetchCards(results);
  const kept = await Promise.all(results.map(async (result) => {
    const card = cardOf(result.story);
    if (holds(card.title, phrases) || holds(card.snippet, phrases)) return result;
    const text = await textOf(card, "");
    return holds(text, phrases) ? { ...result, snippet: around(text, (all, at) => phrases[0].every((word, step) => all[at + step]?.normal === word)) } : null;
  }));
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
function around(text, test) {
  const all = words(text), at = all.findIndex((_, index) => test(all, index));
  if (at < 0) return undefined;
  const first = Math.max(0, Math.min(at - 5, all.length - 14)), last = Math.min(all.length, first + 14) - 1;
  return `${first ? "… " : ""}${text.slice(all[first].start, all[last].end).replace(/\s+/g, " ")}${last < all.length - 1 ? " …" : ""}`;
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

const placeOf = (story) => {
  const segment = head.segments.find(({ first, count }) => story >= first && story < first + count);
  return segment && [segment, Math.floor((story - segment.first) / segment.block)];
};
const fetchCards = (results) => Promise.all(results.filter(({ story }) => !cards.has(story)).map(({ story }) => {
  const place = placeOf(story);
  return place && block(...place);
}));

// The next results, of a large index from at most three files of cards: one whose card is not at hand waits where four have
// theirs that are nearly as good.
function next(results, ordered) {
  const hand = ordered ? [] : results.filter(({ story }) => cards.has(story));
  const blocks = new Set(), chosen = [];
  for (const result of results.slice(0, 100)) {
    if (chosen.length === 10) break;
    const key = cards.has(result.story) ? "" : `${placeOf(result.story)?.map((part) => part.name ?? part)}`;
    if (key && !blocks.has(key) && head.segments[0].tails && (blocks.size > 2 || (blocks.size && result.score < 2 * hand[3]?.score))) {
      if (ordered) break;
      continue;
    }
    if (key) blocks.add(key);
    chosen.push(result);
  }
  return chosen;
}

function cardOf(story) {
  const [day, short, topic, language, title, snippet] = (cards.get(story) ?? "A\t\t\t\t\t").split("\t");
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

function marked(text, marks) {
  const bdi = element("bdi");
  let at = 0;
  for (const { normal, start: from, end } of words(text)) {
    if (!marks.some((mark) => match(mark, normal))) continue;
    bdi.append(text.slice(at, from), element("mark", {}, text.slice(from, end)));
    at = end;
  }
  bdi.append(text.slice(at));
  return bdi;
}

function item(result, marks) {
  const card = cardOf(result.story), snippet = result.snippet ?? card.snippet;
  const foreign = card.language && { lang: card.language, dir: /^(ar|fa|ur|he|ps|ckb|sd|ug)\b/.test(card.language) ? "rtl" : "ltr" };
  const [year, month, number] = card.date.split("-").map(Number);
  const day = site.months[month - 1].replace("{d}", digits(number)).replace("{y}", digits(year));
  const facts = element("p", { class: "date", ...(card.language && { lang: site.language, dir: site.direction }) },
    element("time", { datetime: card.date }, day));
  const name = head.names.get(card.topic);
  if (name) facts.append(" · ", element("a", { href: `${site.root}topics/${encodeURIComponent(card.topic)}/` }, element("bdi", {}, name)));
  const link = element("a", { href: site.root + card.address.split("/").map(encodeURIComponent).join("/") }, marked(card.title, marks));
  const summary = element("p", { class: "summary" }, marked(snippet, marks));
  const made = element("li", {}, element("article", { class: "card", ...foreign }, element("h2", {}, link), summary, facts));
  if (watcher && !made.querySelector("mark")) {
    waiting.set(made, async () => {
      const test = (all, at) => marks.some((mark) => match(mark, all[at].normal));
      const text = around(await textOf(card, site.lite), test) ?? (site.lite && around(await textOf(card, ""), test));
      if (text) summary.replaceChildren(marked(text, marks));
    });
    watcher.observe(made);
  }
  return made;
}

function begin() {
  const form = main.querySelector("form"), status = main.querySelector("[role=status]"), list = main.querySelector("ol");
  const more = main.querySelector(".search-more"), fields = form.elements;
  let turn = 0, timer, rest = [], shown;

  const clear = () => {
    list.replaceChildren();
    more.hidden = true;
  };
  const say = (text, isError) => {
    status.textContent = text;
    status.classList.toggle("search-error", !!isError);
  };
  const count = (number) => {
    const words = site.count;
    return (words[new Intl.PluralRules(site.language).select(number)] ?? words.other).replace("{n}", digits(number));
  };
  const fill = () => {
    const options = (select, rows) => select.length < 2 && rows.length > 1
      && select.append(...rows.map(([value, text]) => element("option", { value }, text)));
    options(fields.topic, head.topics);
    options(fields.year, [...head.years].reverse().map(([year]) => [String(year), digits(year)]));
    main.querySelector(".search-filters").hidden = false;
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
    fields.q.value = asked("q");
    choose();
  };
  const state = () => Object.fromEntries(["q", "topic", "year", "sort"].map((name) => [name, fields[name].value]));

  // Shows the next ten: those whose cards would have to be fetched when the reader comes to the end of the others.
  async function showMore() {
    const mine = turn, chosen = next(rest, shown.ordered).slice(0, 10 - list.children.length % 10);
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
      clear();
      return say(site.hint);
    }
    const wait = setTimeout(() => mine === turn && say(site.searching), 300);
    try {
      if (!head || mode === "reload") {
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
      clear();
      await showMore();
      const number = Math.max(answer.results.length, answer.asked === 1 && answer.hidden);
      const words = answer.hidden ? site.least.replace("{n}", count(number)) : count(number);
      say(!answer.asked ? site.hint : !number ? site.none : answer.soft ? `${site.some} ${words}` : words);
      const { better } = answer;
      if (better) status.append(" ", element("a", { href: `?q=${encodeURIComponent(better)}` }, site.meant.replace("{q}", better)));
    } catch (error) {
      if (mine !== turn) return;
      if (mode !== "reload") return await run(typing, "reload");
      clear();
      say(site.error, true);
      [head, files] = [undefined, undefined];
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
    run(false);
  });
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
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
  main.addEventListener("keydown", (event) => {
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

if (main) begin();
